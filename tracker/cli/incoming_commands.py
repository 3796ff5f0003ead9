"""Commands that read files from elsewhere: compare, import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tracker.basics.chosen_language import user_language
from tracker.basics.formats import day_words
from tracker.cli.answer import Answer, today_of
from tracker.cli.parser import Namespace
from tracker.cli.register_commands import open_store
from tracker.cli.tables import text_table, words
from tracker.records.registry import kind_of
from tracker.services.comparing import Comparison, Difference, Missing, compare
from tracker.services.comparison_report import write_comparison
from tracker.services.editor import Editor
from tracker.services.importing.applying import apply_plan
from tracker.services.importing.files import as_one_source, joined, read_open_data, take_file
from tracker.services.importing.outcome import FileOutcome, outcomes_of, tell_references
from tracker.services.importing.outcome_report import save_outcome
from tracker.services.importing.outcome_text import outcome_text
from tracker.services.importing.plan import ImportPlan
from tracker.services.importing.same_letter import as_known
from tracker.services.seen import Seen


def _compare(call: Namespace) -> Answer:
    reading = joined([read_open_data(Path(one)) for one in call.files])
    with open_store(call) as store:
        found = compare(store, reading.proposals, reading.incomplete)
        if call.output is not None:
            write_comparison(
                found, Path(call.output), source=reading.file, register=store.path.name, today=today_of(call),
                language=user_language(), seen=Seen(store),
            )  # fmt: skip
    document = {
        "differences": [_difference_json(one) for one in found.differences],
        "missing": [_missing_json(one) for one in found.missing],
    }
    return 0, document, _text(found)


def _difference_json(one: Difference) -> dict[str, Any]:
    return {
        "reference": one.reference, "number": one.number, "field": one.field, "ours": one.ours or None,
        "theirs": one.theirs or None,
    }  # fmt: skip


def _missing_json(one: Missing) -> dict[str, Any]:
    return {
        "number": one.number, "kind": one.kind, "title": one.title,
        "on": None if one.on is None else one.on.isoformat(),
        "minister": one.minister or None, "status": one.status or None, "place": str(one.place),
    }  # fmt: skip


def _text(found: Comparison) -> str:
    parts = [
        words(
            f"{found.compared} in beide, {len(found.differences)} verschillen, {len(found.missing)} ontbreken hier.",
            f"{found.compared} in both, {len(found.differences)} differences, {len(found.missing)} missing here.",
        )
    ]
    if found.others:
        parts.append(
            words(
                f"Niet genoemd, want van andere bewindspersonen: {found.others}.",
                f"Not listed, being of other ministers: {found.others}.",
            )
        )
    if found.incomplete is not None:
        parts.append(found.incomplete.to(user_language()))
    if found.differences:
        parts.append(_differences_table(found.differences))
    if found.missing:
        parts.append(_missing_table(found.missing))
    return "\n\n".join(parts)


def _differences_table(differences: tuple[Difference, ...]) -> str:
    headings = [
        words("Nr", "No"), words("Nummer Kamer", "Chamber’s number"), words("Wat", "What"),
        words("In dit register", "In this register"), words("Bij de Kamer", "With the Chamber"),
    ]  # fmt: skip
    language = user_language()
    rows = [
        [one.reference, one.number, one.label.to(language), *(side.to(language) for side in one.sides)]
        for one in differences
    ]
    return text_table(headings, rows)


def _missing_table(missing: tuple[Missing, ...]) -> str:
    headings = [
        words("Ontbreekt hier", "Missing here"), words("Soort", "Kind"), words("Onderwerp", "Subject"),
        words("Datum", "Day"), words("Stand bij de Kamer", "State with the Chamber"),
    ]  # fmt: skip
    language = user_language()
    rows = [
        [one.number, kind_of(one.kind).one.to(language), one.title,
         "" if one.on is None else day_words(one.on, language), one.status_words.to(language)]
        for one in missing
    ]  # fmt: skip
    return text_table(headings, rows)


def _import(call: Namespace) -> Answer:
    today, kind = today_of(call), None if call.kind is None else kind_of(call.kind)
    mapping = None if call.mapping is None else Path(call.mapping)
    taken = [take_file(Path(one), today=today, kind=kind, mapping=mapping) for one in call.files]
    with open_store(call, writes=not call.dry_run) as store:
        readings = as_one_source([as_known(store, one).reading for one in taken])
        plan = ImportPlan(store, readings, today=today, language=user_language()).rehearse()
        if call.accept == "all":
            plan.accept_all()
            plan.rehearse()
        outcomes = outcomes_of(plan)
        if not call.dry_run:
            apply_plan(Editor(store), plan)
            tell_references(plan, outcomes)
        if call.report is not None:
            save_outcome(
                outcomes, Path(call.report), register=store.path.name, today=today, language=user_language(),
                is_rehearsal=call.dry_run,
            )  # fmt: skip
    document = {"files": [_outcome_json(one) for one in outcomes]}
    return 0, document, outcome_text(outcomes, user_language(), is_rehearsal=call.dry_run)


def _outcome_json(one: FileOutcome) -> dict[str, Any]:
    language = user_language()
    return {
        "file": one.file, "format": one.format, "read": one.read, "new": one.new, "changed": one.changed,
        "unchanged": one.unchanged,
        "rejected": [{"where": str(told.place), "why": told.why.to(language)} for told in one.rejected],
        "undecided": [
            {"where": str(told.place), "what": told.what, "why": told.why.to(language)} for told in one.undecided
        ],
        "not_understood": [
            {"where": str(place), "text": text, "why": why.to(language)}
            for place, text, why in (
                *((cell.place, cell.text, cell.why) for cell in one.not_understood),
                *((told.place, told.what, told.why) for told in one.not_taken),
            )
        ],
    }  # fmt: skip


COMMANDS: dict[str, Callable[[Namespace], Answer]] = {"compare": _compare, "import": _import}
