"""The commands and their options. Light: this is read at every start, also that of the window."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NoReturn

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.registry import KINDS

Namespace = argparse.Namespace
MakeCommand = Callable[[str, str, str], argparse.ArgumentParser]
"""Makes a command from its name and what it does, in Dutch and English."""

_FAULTS = (
    (r"the following arguments are required: (.*)", r"er ontbreekt: \1"),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", r"\1: \2 bestaat niet; kies uit \3"),
    (r"unrecognized arguments: (.*)", r"dit is niet bekend: \1"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1: hier hoort iets achter"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 kan niet samen met \2"),
    (r"argument (\S+): (.*)", r"\1: \2"),
)


class _Formatter(argparse.HelpFormatter):
    """Says *usage* in the user's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _words("gebruik: ", "usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the user's language, takes no abbreviations, and ends with status 2 on a fault."""

    def __init__(self, prog: str | None = None, *, add_help: bool = True, **options: Any) -> None:
        options |= {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}
        super().__init__(prog, **options)
        self._positionals.title = _words("wat erbij hoort", "arguments")
        self._optionals.title = _words("mogelijkheden", "options")
        if add_help:
            self.add_argument("-h", "--help", action="help", help=_words("toon deze uitleg", "show this explanation"))

    def error(self, message: str) -> NoReturn:
        if user_language() is Language.DUTCH:
            for pattern, words in _FAULTS:
                if re.fullmatch(pattern, message):
                    message = re.sub(pattern, words, message)
                    break
        hint = Text(f"Zie: {self.prog} --help", f"See: {self.prog} --help").to(user_language())
        self.exit(2, f"tracker: {message}. {hint}\n")


def parse(argv: Sequence[str]) -> Namespace:
    """Read a call; ``command`` is None where the window is wanted. Ends the process with status 2 on a wrong call."""
    return (_window_parser() if _wants_window(argv) else _parser()).parse_args(argv)


def _wants_window(argv: Sequence[str]) -> bool:
    """Tell whether there is nothing in a call but options of the window, so that no command need be made for it."""
    left = iter(argv)
    for word in left:
        if word in {"--register", "--on"}:
            next(left, None)
        elif not word.startswith(("--register=", "--on=")):
            return False
    return True


def _window_parser() -> _Parser:
    parser = _Parser("tracker")
    _add_global(parser, default=None)
    parser.set_defaults(command=None)
    return parser


def _parser() -> _Parser:
    purpose = _words(
        "Het register van moties, toezeggingen en acties. Zonder opdracht opent het venster.",
        "The register of motions, commitments and actions. Without a command the window opens.",
    )
    parser = _Parser("tracker", description=purpose)
    _add_global(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    shared = _Parser(add_help=False)
    _add_global(shared, default=argparse.SUPPRESS)

    def command(name: str, nl: str, en: str) -> _Parser:
        return commands.add_parser(name, help=_words(nl, en), description=_words(nl, en), parents=[shared])

    _add_register_commands(command)
    _add_record_commands(command)
    _add_deadline_commands(command)
    _add_report_command(command)
    _add_reading_commands(command)
    _add_incoming_commands(command)
    return parser


def _words(nl: str, en: str) -> str:
    return Text(nl, en).to(user_language())


def _add_global(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--register", metavar="FILE", default=default, help=_words("het register", "the register"))
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=_day,
        default=default,
        help=_words("de dag die voor vandaag staat", "the day that stands for today"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if default is None else default,
        help=_words("uitvoer als JSON", "output as JSON"),
    )


def _day(text: str) -> date:
    from tracker.records.value_type import DAY  # when a day is given: a start of the window has none

    try:
        day = DAY.parse(text)
    except InvalidValue as error:
        raise argparse.ArgumentTypeError(error.to(user_language()).rstrip(".")) from error
    if day is None:
        raise argparse.ArgumentTypeError(_words("geef een dag", "give a day"))
    return day


def _add_register_commands(make: MakeCommand) -> None:
    new = make("new", "maak een register", "make a register")
    new.add_argument("file", metavar="FILE")
    new.add_argument(
        "--sample", action="store_true", help=_words("vul het met het voorbeeld", "fill it with the sample")
    )
    make("backup", "kopieer het register", "copy the register").add_argument("file", metavar="FILE")
    make("restore", "zet een reservekopie terug", "restore a backup").add_argument("file", metavar="FILE")
    make("check", "controleer het register", "check the register")
    make("letters", "de brieven", "the letters")
    make("undo", "maak de laatste stap ongedaan", "undo the last step")
    make("redo", "doe de ongedaan gemaakte stap opnieuw", "redo the step that was undone")
    history = make("history", "wie wijzigde wat, wanneer", "who changed what, when")
    history.add_argument("reference", metavar="REF", nargs="?")
    history.add_argument("--since", metavar="DATE", type=_day)
    persons = make("persons", "wie er in het register staan", "who is in the register").add_mutually_exclusive_group()
    persons.add_argument("--export", metavar="ID", type=_number)
    persons.add_argument("--remove", metavar="ID", type=_number)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(_words(f"“{text}” is geen nummer", f"“{text}” is not a number"))
    return int(text)


def _add_record_commands(make: MakeCommand) -> None:
    kinds = [kind.code for kind in KINDS]
    listing = make("list", "lijst van records", "list of records")
    _add_filter(listing)
    listing.add_argument("--csv", action="store_true")
    _add_as_of(listing)
    make("show", "alles van één record", "everything about one record").add_argument("reference", metavar="REF")
    add = make("add", "voeg een record toe", "add a record")
    add.add_argument("kind", metavar="KIND", choices=kinds)
    add.add_argument("values", metavar="FIELD=VALUE", nargs="+", type=_assignment)
    change = make("set", "wijzig een record", "change a record")
    change.add_argument("reference", metavar="REF")
    change.add_argument("values", metavar="FIELD=VALUE", nargs="+", type=_assignment)
    make("delete", "verwijder een record", "delete a record").add_argument("reference", metavar="REF")
    merge = make(
        "merge", "maak van twee records één: het eerste blijft, het tweede gaat erin op en naar de prullenbak",
        "make one of two records: the first stays, the second goes into it and to the bin",
    )  # fmt: skip
    merge.add_argument("reference", metavar="REF")
    merge.add_argument("other", metavar="REF2")
    met = make("met", "een termijn is gehaald", "a deadline was met")
    met.add_argument("reference", metavar="REF")
    met.add_argument("--what", metavar="TEXT")
    met.add_argument("--letter", metavar="LETTER")
    settle = make("settle", "doe een record af", "settle a record")
    settle.add_argument("reference", metavar="REF")
    settle.add_argument("--letter", metavar="LETTER")
    note = make("note", "voeg een stand van zaken toe", "add a state of affairs")
    note.add_argument("reference", metavar="REF")
    note.add_argument("text", metavar="TEXT")
    note.add_argument("--letter", metavar="LETTER")


def _add_filter(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", metavar="KIND", nargs="?", choices=[kind.code for kind in KINDS])
    command.add_argument("--view", metavar="NAME")
    command.add_argument("--search", metavar="TEXT", default="")
    command.add_argument("--where", metavar="FIELD=VALUE", action="append", default=[], type=_assignment)


def _add_as_of(command: argparse.ArgumentParser) -> None:
    words = Text(
        "het register zoals het op die dag was, zonder wat later is ingevoerd of gewijzigd; --on alleen oordeelt op "
        "een andere dag over het register van nu",
        "the register as it was on that day, without what was entered or changed later; --on alone judges the register "
        "of now on another day",
    )
    command.add_argument("--as-of", metavar="DATE", type=_day, help=words.to(user_language()))


def _add_deadline_commands(make: MakeCommand) -> None:
    deadline = make("deadline", "voeg een termijn toe, in woorden", "add a deadline, in words")
    deadline.add_argument("reference", metavar="REF")
    deadline.add_argument("wording", metavar="WORDING")
    deadline.add_argument("--what", metavar="TEXT", help=_words("waarvoor", "what for"))
    deadline.add_argument(
        "--said", metavar="DATE", type=_day,
        help=_words("de dag waarop het is gezegd", "the day on which it was said"),
    )  # fmt: skip
    postpone = make("postpone", "stel een termijn uit", "postpone a deadline")
    postpone.add_argument("reference", metavar="REF")
    postpone.add_argument("wording", metavar="WORDING")
    postpone.add_argument("--reason", metavar="TEXT", required=True)
    postpone.add_argument("--letter", metavar="LETTER", help=_words("waarin het is gemeld", "that told of it"))
    postpone.add_argument("--what", metavar="TEXT", help=_words("welke termijn", "which deadline"))
    told = make("told", "uitstel is gemeld aan de Kamer", "the Chamber was told of postponements")
    told.add_argument("reference", metavar="REF")
    told.add_argument("--letter", metavar="LETTER", required=True)
    event = make(
        "event", "een gebeurtenis vond plaats (--on, anders vandaag)", "an event took place (--on, else today)"
    )
    event.add_argument("name", metavar="NAME")
    calendar = make("calendar", "schrijf termijnen naar een agenda (.ics)", "write deadlines to an agenda (.ics)")
    _add_filter(calendar)
    calendar.add_argument("--output", metavar="FILE", required=True)
    calendar.add_argument(
        "--alarm", metavar="DAYS", type=int, action="append",
        help=_words("herinner zoveel dagen vooraf", "remind so many days before"),
    )  # fmt: skip


def _add_report_command(make: MakeCommand) -> None:
    report = make("report", "maak een overzicht in Excel", "make a report in Excel")
    report.add_argument("name", metavar="NAME")
    report.add_argument("--output", metavar="FILE", required=True)
    report.add_argument("--letter", metavar="LETTER")
    report.add_argument("--language", choices=["nl", "en"])
    _add_as_of(report)


def _add_reading_commands(make: MakeCommand) -> None:
    deadline = make("read-deadline", "hoe een termijn wordt gelezen", "how a deadline is read")
    citations = make("read-citations", "de vindplaatsen in een tekst", "the citations in a text")
    for reading in (deadline, citations):
        reading.add_argument("text", metavar="TEXT", nargs="?")
        reading.add_argument("--file", metavar="F", help=_words("één tekst per regel", "one text a line"))


def _add_incoming_commands(make: MakeCommand) -> None:
    comparing = make(
        "compare", "vergelijk het register met de open data van de Kamer", "compare with the Chamber's open data"
    )
    comparing.add_argument("files", metavar="FILE", nargs="+")
    comparing.add_argument("--output", metavar="XLSX", help=_words("ook als werkmap", "as a workbook too"))
    _add_import(make)


def _add_import(make: MakeCommand) -> None:
    importing = make(
        "import", "neem werkmappen, brieven of open data over, als één stap",
        "take in workbooks, letters or open data, as one step",
    )  # fmt: skip
    importing.add_argument("files", metavar="FILE", nargs="+")
    importing.add_argument(
        "--as", dest="kind", metavar="KIND", choices=[kind.code for kind in KINDS],
        help=_words("de soort van wat erin staat", "the kind of what is in it"),
    )  # fmt: skip
    importing.add_argument(
        "--mapping", metavar="FILE", help=_words("een bewaarde indeling van kolommen", "a saved mapping of columns")
    )
    importing.add_argument(
        "--accept", choices=["sure", "all"], default="sure",
        help=_words(
            "alleen wat zeker is (zo staat het), of alles met de beste gok",
            "only what is sure (the default), or all with the best guess",
        ),
    )  # fmt: skip
    importing.add_argument(
        "--dry-run", action="store_true", help=_words("zeg alleen wat er zou gebeuren", "only say what would happen")
    )
    importing.add_argument(
        "--report", metavar="FILE", help=_words("bewaar het verslag (.xlsx of .txt)", "save the report (.xlsx, .txt)")
    )


def _assignment(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(_words(f"schrijf “{text}” als veld=waarde", f"write “{text}” as field=value"))
    return name.strip(), value
