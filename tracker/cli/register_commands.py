"""Commands about the register as a whole: new, backup, restore, check, letters, persons, history, report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import ReadOnlyRegister
from tracker.basics.formats import moment_words
from tracker.basics.language import Language, Text
from tracker.cli.answer import Answer, real_today, today_of
from tracker.cli.parser import Namespace
from tracker.cli.tables import text_table, words
from tracker.records.change import Source
from tracker.records.step_labels import step_words
from tracker.services import opening
from tracker.services.as_of import past_register
from tracker.services.checking import advice_on, check_register
from tracker.services.evidence_files import evidence_folder
from tracker.services.history import field_changes, history_json
from tracker.services.showing import letter_json
from tracker.store.people import PersonLine, personal_data, persons, remove_person
from tracker.store.record_store import Store


def open_store(call: Namespace, *, writes: bool = False) -> Store:
    """Open the register that is meant; only for reading where that is enough. Raises why it may not be written to."""
    store = opening.open_register(opening.register_path(call.register), read_only=not writes)
    if store.updated_from is not None:
        told = opening.updated_words(store)
        print(f"tracker: {told.to(user_language())}", file=sys.stderr)
    if writes and store.read_only_because is not None:
        reason = store.read_only_because
        store.close()
        raise reason
    return store


def open_to_look(call: Namespace) -> Store:
    """Open the register that is meant to read it, as it is or as it was at the end of the day of ``--as-of``."""
    store = open_store(call)
    if call.as_of is None:
        return store
    with store:
        return past_register(store.path, call.as_of, real_today())


def _new(call: Namespace) -> Answer:
    path = Path(call.file)
    with opening.new_sample(path) if call.sample else opening.new_register(path) as store:
        count = store.counts(today_of(call))[""]
    document = {"register": str(path), "records": count}
    return 0, document, words(f"{path} is gemaakt, met {count} records.", f"{path} was made, with {count} records.")


def _backup(call: Namespace) -> Answer:
    with opening.open_register(opening.register_path(call.register)) as store:
        path = opening.back_up(store, Path(call.file))
        beside = evidence_folder(store.path)
    text = words(f"Gekopieerd naar {path}.", f"Copied to {path}.")
    if beside.is_dir():
        text += words(
            f" De map {beside.name} met bewijsstukken hoort bij het register: kopieer die ook.",
            f" The folder {beside.name} with evidence belongs to the register: copy it too.",
        )
    return 0, {"file": str(path)}, text


def _restore(call: Namespace) -> Answer:
    register = opening.register_path(call.register)
    kept = opening.restore_register(Path(call.file), register)
    text = words(f"{call.file} is teruggezet als {register}.", f"{call.file} was restored as {register}.")
    if kept is not None:
        text += words(f" Wat er stond, is bewaard als {kept}.", f" What was there is kept as {kept}.")
    return 0, {"register": str(register), "kept": None if kept is None else str(kept)}, text


def _check(call: Namespace) -> Answer:
    with open_store(call) as store:
        problems = check_register(store)
    lines = [f"{problem.where}: {problem.what.to(user_language())}" for problem in problems]
    if not lines:
        return 0, {"ok": True, "problems": []}, words("Het register is in orde.", "The register is in order.")
    advice = advice_on(problems).to(user_language())
    return 1, {"ok": False, "problems": lines}, "\n".join([advice, *lines])


def _letters(call: Namespace) -> Answer:
    with open_store(call) as store:
        letters = [letter_json(part) for part in store.rows("letter")]
    headings = [
        words("Nr", "No"),
        words("Datum", "Date"),
        words("Stand", "State"),
        words("Titel", "Title"),
        words("Vindplaats", "Citation"),
    ]
    rows = [[one[name] or "" for name in ("reference", "date", "state", "title", "citation")] for one in letters]
    return (
        0,
        {"letters": letters},
        text_table(headings, rows) if rows else words("Er zijn geen brieven.", "There are no letters."),
    )


def _history(call: Namespace) -> Answer:
    with open_store(call) as store:
        record_id = None if call.reference is None else store.id_of(call.reference) or store.find(call.reference).id
        if call.json:
            return 0, {"changes": history_json(store, record_id, call.since)}, ""
        changes = list(field_changes(store, record_id, call.since, user_language()))
        lone = [] if record_id is not None else store.lone_steps(call.since)
        names = store.names()
        references = store.references({change.record_id for change in changes if change.record_id is not None})
    headings = [
        words("Wanneer", "When"),
        words("Wie", "Who"),
        words("Record", "Record"),
        words("Veld", "Field"),
        words("Was", "Before"),
        words("Werd", "After"),
        words("Stap", "Step"),
    ]
    told = [
        (change.step_id, [
            moment_words(change.at, user_language()), change.by, references.get(change.record_id or 0, ""),
            f"{change.what}: {change.caption}" if change.what else change.caption, change.before, change.after,
            change.label,
        ])
        for change in changes
    ]  # fmt: skip
    told += [
        (one.step_id, [
            moment_words(one.at, user_language()), names("person", one.by), "", "", "", "",
            step_words(one.label, user_language()),
        ])
        for one in lone
    ]  # fmt: skip
    rows = [row for _, row in sorted(told, key=lambda entry: -entry[0])]
    return 0, None, text_table(headings, rows) if rows else words("Geen wijzigingen.", "No changes.")


def _persons(call: Namespace) -> Answer:
    if call.remove is not None:
        return _remove_person(call)
    with open_store(call) as store:
        if call.export is not None:
            found = personal_data(store, call.export)
            return 0, found, _export_text(found)
        names = store.names()
        listed = [_person_json(line, names) for line in persons(store)]
    headings = ["Id", words("Naam", "Name"), "E-mail", words("Organisatie", "Organisation"), "Records"]
    rows = [[str(value if value is not None else "") for value in one.values()] for one in listed]
    return 0, {"persons": listed}, text_table(headings, rows)


def _export_text(found: dict[str, Any]) -> str:
    known = words("niet bekend", "not known")
    lists = (
        (words("Naam en adres, nu en eerder", "Name and address, now and before"), found["versions"], _version_words),
        (words("Dossierhouder van", "Owner of"), found["records"], lambda one: f"{one['reference']} {one['title']}"),
        (words("Deed in het register", "Did in the register"), found["steps"], _step_words),
    )
    lines = [
        f"Id: {found['id']}",
        f"{words('Naam', 'Name')}: {found['name'] or known}",
        f"E-mail: {found['email'] or known}",
        f"{words('Organisatie', 'Organisation')}: {found['organisation'] or known}",
    ]
    for caption, some, say in lists:
        lines += [f"{caption}:", *(f"  - {say(one)}" for one in some)] if some else []
    return "\n".join(lines)


def _version_words(version: dict[str, Any]) -> str:
    return f"{version['name']} <{version['email']}>" if version["email"] else str(version["name"])


def _step_words(step: dict[str, Any]) -> str:
    return f"{moment_words(datetime.fromisoformat(step['at']), user_language())} {step['label']}"


def _person_json(line: PersonLine, names: Callable[[str, int], str]) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name or names("person", line.id),
        "email": line.email,
        "organisation": None if line.organisation is None else names("organisation", line.organisation),
        "records": line.records,
    }


def _remove_person(call: Namespace) -> Answer:
    with open_store(call, writes=True) as store:
        _, backups = remove_person(store, call.remove)
    text = words(
        f"De naam en het adres van persoon {call.remove} zijn verwijderd.",
        f"Name and address of person {call.remove} were removed.",
    )
    if backups:
        text += words(" Ze staan nog in deze reservekopieën:", " These backups still hold them:")
    return 0, {"id": call.remove, "backups": [str(path) for path in backups]}, "\n".join([text, *map(str, backups)])


def _report(call: Namespace) -> Answer:
    from tracker.services.reporting import write_report  # heavy: openpyxl

    language = Language(call.language) if call.language else user_language()
    with _open_to_report(call) as store:
        if store.read_only_because is not None and call.as_of is None:
            print(f"tracker: {_not_logged(store.read_only_because).to(user_language())}", file=sys.stderr)
        result = write_report(
            store,
            call.name,
            Path(call.output),
            today=today_of(call),
            language=language,
            letter=call.letter,
            source=Source.COMMAND_LINE,
        )
    counted = words("1 record", "1 record") if result.records == 1 else f"{result.records} records"
    text = counted + words(f" geschreven naar {result.file}.", f" written to {result.file}.")
    if result.left_out:
        text += f" {result.words().to(user_language())}"
    return 0, {"file": str(result.file), "records": result.records, "left_out": result.left_out}, text


def _open_to_report(call: Namespace) -> Store:
    """Open the register for writing, since a report is noted in its log; the past is not, and is only read."""
    return open_to_look(call) if call.as_of else opening.open_register(opening.register_path(call.register))


def _not_logged(reason: ReadOnlyRegister) -> Text:
    return Text(
        f"Dit overzicht komt niet in het logboek. {reason.words.nl}", f"This report is not logged. {reason.words.en}"
    )


COMMANDS: dict[str, Callable[[Namespace], Answer]] = {
    "new": _new,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "letters": _letters,
    "history": _history,
    "persons": _persons,
    "report": _report,
}
