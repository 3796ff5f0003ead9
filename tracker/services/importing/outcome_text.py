"""What an import did, as text for people: the counts, then what was not taken over, each with its place and why."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.basics.language import Language, Text
from tracker.records.proposal import Place
from tracker.services.importing.outcome import FileOutcome

_INDENT = "  "
_LETTERS = frozenset(("docx", "txt", "pdf"))


def outcome_text(outcomes: list[FileOutcome], language: Language, *, is_rehearsal: bool) -> str:
    """Give the text; ``is_rehearsal``: nothing was written."""
    return "\n\n".join("\n".join(_lines(one, language, is_rehearsal=is_rehearsal)) for one in outcomes)


def _lines(one: FileOutcome, language: Language, *, is_rehearsal: bool) -> Iterator[str]:
    say = Text.to
    if is_rehearsal:
        yield say(Text("Proef: er is niets gewijzigd.", "Rehearsal: nothing was changed."), language)
    yield f"{one.file} ({one.format}): {counts_words(one).to(language)}"
    yield from (notice.to(language) for notice in one.notices)
    if one.incomplete is not None:
        yield one.incomplete.to(language)
    if one.beside:
        yield beside_words(one).to(language)
    yield cells_words(one).to(language)
    changes = (
        f"{_at(change.place, language)} {change.reference} {change.caption.to(language)}: "
        f"{_arrow(change.before, change.after)}"
        for change in one.changes
    )
    yield from _block(Text("Gewijzigd", "Changed"), language, changes)
    for title, some in (
        (Text("Geweigerd", "Refused"), one.rejected),
        (Text("Nog te beslissen", "To be decided"), one.undecided),
        (Text("Niet overgenomen", "Not taken over"), one.not_taken),
    ):
        told_lines = (f"{_at(told.place, language)} {_short(told.what)}: {told.why.to(language)}" for told in some)
        yield from _block(title, language, told_lines)
    missed = (
        f"{_at(cell.place, language)} “{_short(cell.text)}”: {cell.why.to(language)}" for cell in one.not_understood
    )
    yield from _block(Text("Niet begrepen", "Not understood"), language, missed)


def counts_words(one: FileOutcome) -> Text:
    """Give how many records were read, and what becomes of them; what none has is not named."""
    counted = (
        (one.new, "nieuw", "new"), (one.changed, "gewijzigd", "changed"), (one.unchanged, "gelijk", "the same"),
        (len(one.rejected), "geweigerd", "refused"), (len(one.undecided), "nog te beslissen", "to be decided"),
        (one.left, "overgeslagen", "skipped"),
    )  # fmt: skip
    nl = ", ".join(f"{count} {word}" for count, word, _ in counted if count)
    en = ", ".join(f"{count} {word}" for count, _, word in counted if count)
    if not one.read:
        return Text("geen records gevonden.", "no records found.")
    return Text(
        f"{one.read} {'record' if one.read == 1 else 'records'} gelezen: {nl}.",
        f"{one.read} {'record' if one.read == 1 else 'records'} read: {en}.",
    )


def cells_words(one: FileOutcome) -> Text:
    """Give what became of the cells of a file; of a letter the sentences."""
    read, taken, kept, structure = one.cells
    lost = len(one.not_understood)
    what = Text("zinnen", "sentences") if one.format in _LETTERS else Text("cellen", "cells")
    return Text(
        f"{read} {what.nl}: {taken} horen bij deze records, {kept} bewaard als opmerking, "
        f"{structure} koppen en indeling, {lost} niet begrepen.",
        f"{read} {what.en}: {taken} belong to these records, {kept} kept as remarks, {structure} headings and layout, "
        f"{lost} not understood.",
    )


def beside_words(one: FileOutcome) -> Text:
    """Give how many letters, debates, organisations … come along."""
    new, changed = one.beside["new"], one.beside["changed"]
    return Text(
        f"Daarnaast brieven, debatten, organisaties en dergelijke: {new} nieuw, {changed} gewijzigd.",
        f"Beside them letters, debates, organisations and the like: {new} new, {changed} changed.",
    )


def _block(title: Text, language: Language, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield f"{title.to(language)} ({len(found)}):"
        yield from (_INDENT + line for line in found)


def _at(place: Place, language: Language) -> str:
    words = place.words(language)
    return f"{words}:" if words else ""


def _arrow(before: str, after: str) -> str:
    return f"{_short(before) or '–'} → {_short(after) or '–'}"


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
