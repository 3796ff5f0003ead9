"""Lists of our own making, as different from each other as those that ministries and Chambers keep."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet


def write_rows(sheet: Worksheet, first: int, rows: Sequence[Sequence[Any]], column: int = 1) -> int:
    """Write rows from a row and column on, blank where a value is None; gives the row after them."""
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value is not None:
                sheet.cell(first + down, column + across, value)
    return first + len(rows)


def over(sheet: Worksheet, row: int, text: str, columns: int, first: int = 1) -> int:
    """Write a line over merged cells; gives the row after it."""
    sheet.cell(row, first, text)
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=first + columns - 1)
    return row + 1


def budget_annex(folder: Path) -> Path:
    """Make the annex of a budget: combined Vindplaats, states and letters in prose, groups over merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bijlage moties en toezeggingen"
    over(sheet, 1, "Bijlage 2: Moties en toezeggingen Justitie en Veiligheid", 3)
    sheet["A2"] = "Stand per 31 augustus 2023"
    headings = ("Omschrijving", "Vindplaats", "Stand van zaken")
    row = over(sheet, 4, "Moties", 3)
    row = over(sheet, row, "A. In behandeling zijnde moties", 3)
    row = write_rows(sheet, row, [headings])
    row = write_rows(
        sheet,
        row,
        [
            (
                "De motie-Kuik c.s. verzoekt de regering een nationale aanpak van uitbuiting te maken",
                "27-02-2008 Spoeddebat CAO-onderhandelingen politie (29 628, nr. 77)",
                "In behandeling. De Kamer wordt voor het einde van 2023 geïnformeerd.",
            ),
            (
                "De motie-Van der Graaf over opvangplekken",
                "Kamerstukken II 2022/23, 28 638, nr. 211",
                "De Tweede Kamer wordt in het eerste kwartaal van 2024 nader geïnformeerd over de uitkomsten.",
            ),
            (
                "De motie-Ceder over voorlichting op scholen",
                "12-04-2023 Commissiedebat Mensenhandel (28 638, nr. 215)",
                "Overgedragen aan het ministerie van SZW.",
            ),
        ],
    )
    row = over(sheet, row, "B. Afgeronde moties", 3)
    row = write_rows(
        sheet,
        row,
        [
            (
                "De motie-Bikker over nazorg",
                "Tweeminutendebat Zeden 6 december 2022 (34 843, nr. 64)",
                (
                    "Afgedaan. De Tweede Kamer is op 23 juni 2023 per brief geïnformeerd "
                    "(Kamerstukken II 2022/23, 36200 IV, nr. 85)"
                ),
            ),
            ("De motie-Mutluer c.s. over meldplicht", "36 200 VI, nr. 91", "Afgedaan. Zie de brief van 3 juli 2023."),
        ],
    )
    row = over(sheet, row + 1, "Toezeggingen", 3)
    row = over(sheet, row, "A. In behandeling zijnde toezeggingen", 3)
    row = write_rows(sheet, row, [headings])
    row = write_rows(
        sheet,
        row,
        [
            (
                "De minister zegt toe de Kamer te informeren over de doorlooptijden in zedenzaken.",
                "Commissiedebat Zeden d.d. 8 juni 2023",
                "De Kamer wordt eind 2023 geïnformeerd.",
            ),
            (
                (
                    "De staatssecretaris zal een evaluatie van de B8-regeling toezenden. De evaluatie gaat in op de "
                    "bedenktijd, de opvang en de rol van gemeenten, en wordt voorzien van een beleidsreactie waarin de "
                    "aanbevelingen van de Nationaal Rapporteur worden betrokken en gewogen."
                ),
                "24-05-2023 Commissiedebat Mensenhandel",
                "De evaluatie wordt voor 1 juli 2024 verwacht.",
            ),
        ],
    )
    row = over(sheet, row, "B. Afgeronde toezeggingen", 3)
    write_rows(
        sheet,
        row,
        [
            (
                "De minister zegt toe een overzicht van opvangplekken te sturen",
                "29-03-2023 WGO Jeugd (31 839, nr. 945)",
                "Afgedaan. Verzonden op 1 mei 2023 (28 638, nr. 220).",
            )
        ],
    )
    return _saved(book, folder / "bijlage-begroting.xlsx")


def senate_list(folder: Path) -> Path:
    """Make the Eerste Kamer's half-yearly list of what has run out."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rappel"
    sheet["A1"] = "Toezeggingen Eerste Kamer - rappel per 1 juli 2026"
    headings = (
        *("Nummer", "Status", "Datum toezegging", "Deadline", "Verantwoordelijke(n)", "Kamerleden", "Commissie"),
        *("Kamerstukken", "Omschrijving"),
    )
    minister = "Minister van Justitie en Veiligheid"
    write_rows(
        sheet,
        3,
        [
            headings,
            (
                *("T00476", "openstaand", date(2024, 3, 12), date(2026, 7, 1), minister, "Dittrich (D66)", "J&V"),
                *("36 036", "De minister zegt toe de wet te evalueren."),
            ),
            (
                *("T03456", "deels voldaan", date(2025, 11, 4), date(2026, 1, 1), "Staatssecretaris van JenV"),
                *("Talsma (ChristenUnie), Veldhoen (GroenLinks-PvdA)", "J&V", "36 410 VI, A"),
                "Brief over capaciteit zedenrechercheurs",
            ),
            (
                *("T03811", "voldaan", date(2025, 5, 20), None, "MAenM", "Van Hattem (PVV)", "I&A/JBZ"),
                *("36 349, C; 36 349, D", "Informeren over de uitvoering van het Migratiepact"),
            ),
            (
                *("T03902", "openstaand", date(2026, 2, 3), "nader te bepalen", "SZW", "Van Aelst-den Uijl (SP)"),
                *("SZW", "35 976, H", "Overzicht van maatregelen arbeidsuitbuiting"),
            ),
        ],
    )
    return _saved(book, folder / "eerste-kamer.xlsx")


def action_tracker(folder: Path) -> Path:
    """Make a messy list of actions in English: days the American way, groups, a total, a note, a comment."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Action list"
    sheet["B2"] = "THB action tracker - DG Migration"
    sheet["B3"] = "Status as of 06/15/2026"
    headings = (
        *("#", "Action item", "Description", "Owner", "Lead", "Partners", "Start date", "Due date"),
        *("Original due date", "Status", "Progress update", "Priority", "Ref"),
    )
    write_rows(sheet, 5, [headings], 2)
    row = over(sheet, 6, "1. Prevention", len(headings), 2)
    row = write_rows(
        sheet,
        row,
        [
            (
                *(1, "Awareness campaign airports", "Posters and films at Schiphol", "a.devries@minaenm.nl", "KMar"),
                *("Schiphol Group, IOM", "01/15/2026", "by end of 2026", "06/30/2026", "In progress"),
                *("First films ready", "High", "see 28 638, nr. 257"),
            ),
            (
                *(2, "Training consular staff", "E-learning for posts", "Jan de Boer <j.deboer@minbuza.nl>", "BZ"),
                *("Nationaal Rapporteur", "03/01/2026", "Q4 2026", None, "On track", "Module in test phase", "Medium"),
            ),
            (
                *(3, "Survey among victims", None, "p.smit@minjenv.nl", "WODC", "FIER and Comensha", "02/20/2026"),
                *("09/30/2026 (was: 06/30/2026)", None, "Delayed", "Waiting for ethics approval", "Low"),
            ),
        ],
        2,
    )
    row = over(sheet, row, "2. Prosecution", len(headings), 2)
    row = write_rows(
        sheet,
        row,
        [
            (
                *(4, "Joint investigation team", "With RO and BG", "m.bakker@om.nl", "OM", "politie", "05/05/2026"),
                *("tbd", None, "Not started", None, "High"),
            ),
            (
                *(5, "Digital intelligence pilot", None, "unknown", "politie", "Europol", "11/02/2025"),
                *("before summer 2026", None, "Completed", "Closed with report", "Low"),
            ),
            (
                *(6, "Financial action day", None, "k.visser@fiod.nl", "FIOD", "OM; NLA", "04/30/2026"),
                *("31 October 2026", None, "Parked", "Depends on capacity", "Medium"),
            ),
        ],
        2,
    )
    sheet.cell(row, 3, "Total")
    sheet.cell(row, 14, 6)
    sheet.cell(row + 2, 2, "* parked: no capacity this year")
    sheet["I8"].comment = Comment("Waiting for the signature of the partner agreement", "x")
    return _saved(book, folder / "action-tracker.xlsx")


def mixed_list(folder: Path) -> Path:
    """Make motions and commitments in one table, two tables side by side, recommendations, and an empty sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "M en T"
    headings = (
        *("Volgnr", "Soort", "Dossier", "Nr.", "Datum", "Debat", "Indiener/vragensteller", "Fractie", "Tekst"),
        *("Bewindspersoon", "Wie", "Termijn", "Status", "Opmerkingen"),
    )
    write_rows(
        sheet,
        1,
        [
            headings,
            (
                *(1, "Motie", 28638, 244, date(2023, 12, 21), "TMD Mensenhandel", "Mutluer", "GL-PvdA"),
                "Motie van het lid Mutluer over een onderzoek naar landelijke aansturing",
                *("MJenV", "DGRR", "2e kwartaal 2026", "Afgedaan", "WODC-rapport"),
            ),
            (
                *(2, "Toezegging", None, None, "20 mei 2026", "Commissiedebat Mensenhandel", "Bikker", "CU"),
                *("Ontwerp opvanglandschap delen", "MLZJS", "DMH", "voor eind 2026", "Open"),
            ),
            (
                *(3, "Gewijzigde motie", 36547, 36, "15-4-2025", "Wetsbehandeling strafbaarstelling"),
                *("Ceder en Bikker", "CU", "Gewijzigde motie van de leden Ceder en Bikker over non-punishment"),
                *("MJenV", "DGRR", "1 sept 2026 (was: 1 juni)", "In behandeling"),
            ),
            (
                *(4, "Toezegging", None, None, date(2026, 3, 4), "CD Zeden", "Lahlah c.s.", "GL-PvdA"),
                *("Brief over de Centra Seksueel Geweld", "stas JenV", "DGS", "zomer 2026", "Gepland"),
            ),
        ],
    )
    sheet.column_dimensions["N"].hidden = True
    sheet.row_dimensions[4].hidden = True
    beside = book.create_sheet("Overzicht")
    write_rows(beside, 1, [("Moties", None, None, None, None, "Toezeggingen")])
    write_rows(beside, 2, [("Onderwerp", "Indieners", "Kamerstuk", "Status")])
    write_rows(beside, 2, [("Onderwerp", "Aan", "Termijn", "Status")], 6)
    write_rows(beside, 3, [(f"Motie {n}", "Ceder (CU)", f"28 638, nr. {100 + n}", "afgedaan") for n in range(3)])
    write_rows(beside, 3, [(f"Toezegging {n}", "Bikker (CU)", "Q3 2026", "open") for n in range(2)], 6)
    book.create_sheet("leeg")
    advice = book.create_sheet("Aanbevelingen WODC")
    advice["A1"] = "Aanbevelingen WODC-rapport 13 april 2026"
    write_rows(
        advice,
        3,
        [
            ("Nr", "Aanbeveling", "Rapport", "Kabinetsreactie", "Stand"),
            (1, "Beleg de regie bij één coördinator", "WODC 2026", "Wordt overgenomen in het plan", "overgenomen"),
            (2, "Publiceer jaarlijks cijfers", "WODC 2026", "Nog in overweging", "in beraad"),
            (3, "Schaf de pilot af", "WODC 2026", None, "niet overgenomen"),
        ],
    )
    return _saved(book, folder / "gemengd.xlsx")


def programmes_ods(folder: Path) -> Path:
    """Make an .ods of programmes: amounts in three notations, a comment, a hidden row and column, a repeated tail."""
    rows: list[tuple[Any, ...]] = [
        ("Overzicht internationale programma’s, peildatum 1 mei 2026",),
        (),
        ("Programma", "Uitvoerder", "Donoren", "Landen", "Budget (x € 1.000)", "Looptijd", "Stand", "Contactpersoon"),
        ("COMPASS", "IOM", "BZ", "Nigeria; Irak", 5000, "2024-2027", "lopend", "BZ"),
        ("EU4FAST", "GIZ", "EU, BMZ", "Albanië, Servië en Kosovo", 33303.022, "1-6-2023 t/m 31-5-2027", "loopt", ""),
        ("Nazorg", "CoMensha", "JenV", "Nederland", "€ 1,2 mln", "2026", "verlengd", "a.jansen@minjenv.nl"),
    ]
    target = folder / "programmas.ods"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _content(rows))
    return target


_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def _content(rows: Sequence[Sequence[Any]]) -> str:
    body = []
    for number, row in enumerate(rows):
        cells = "".join(_cell(value, "Nog bevestigen" if value == "Nazorg" else "") for value in row)
        hidden = ' table:visibility="collapse"' if number == 5 else ""
        body.append(f"<table:table-row{hidden}>{cells}</table:table-row>")
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    tail = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Programma’s">{columns}{"".join(body)}{tail}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _cell(value: Any, comment: str) -> str:
    if value == "":
        return "<table:table-cell/>"
    note = f"<office:annotation><text:p>{escape(comment)}</text:p></office:annotation>" if comment else ""
    words = f"{note}<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{words}</table:table-cell>'
    return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'


def papers_csv(folder: Path) -> Path:
    """Make what somebody typed from the Kamer's papers: dossier and number apart, a yes or no for settled, a BOM."""
    lines = (
        (
            "Dossier;Nr.;Soort;Indiener(s);Ingediend;Onderwerp;Stemming;Datum stemming;Bewindspersoon;Afgedaan;Brief;"
            "Opmerking"
        ),
        (
            '36547;41;Motie;"Ceder (ChristenUnie), Bruyning (NSC)";20-05-2026;Uitstapprogramma’s ook in krimpregio’s;'
            "Aangenomen;26-05-2026;MJenV;nee;;Loopt mee in najaarsbrief"
        ),
        (
            "36547;43;Gewijzigde motie;Mutluer (GL-PvdA);20-05-2026;Vergunning seksbedrijven;Verworpen;26-05-2026;"
            "SJenV;n.v.t.;;"
        ),
        (
            "28638;262;Motie;Boomsma (CDA) c.s.;21-05-2026;Meer capaciteit voor rechercheurs;Aangehouden;;MJenV;nee;;"
            "wachten op formatiebrief"
        ),
        (
            "28638;244;Motie;Mutluer (GL-PvdA);21-12-2023;Onderzoek naar nationaal coördinator;Aangenomen;23-01-2024;"
            "MJenV;ja;brief 3 juli 2026 (28 638, nr. 266);"
        ),
    )
    target = folder / "parlis.csv"
    target.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    return target


def traffic_lights(folder: Path) -> Path:
    """Make the list of a directorate: coloured dots before the state, weeks, what was done last, to whom it was."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "TZ 2026"
    row = over(sheet, 1, "Toezeggingenlijst DGRR – alleen voor intern gebruik", 8) + 1
    headings = ("TZ-nummer", "Debat", "Aan wie", "Wat is toegezegd", "Uiterlijk", "Wie", "Status", "Laatste actie")
    debate = "CD Mensenhandel en prostitutie 20-5-2026"
    write_rows(
        sheet,
        row,
        [
            headings,
            ("TZ202605-123", debate, "Bikker", "Brief over het opvanglandschap", "wk 50", "SdW", "🟢 op schema",
             "1/9: concept bij VWS"),
            ("TZ202605-124", debate, "Ceder/Boomsma", "Cijfers per regio", "voor kerstreces", "TV", "🟠 vertraagd",
             "15/9: cijfers Comensha pas in nov."),
            ("TZ202603-077", "TMD Zeden, 12 mrt 2026", "mw. Mutluer", "Gesprek met de VNG", date(2026, 7, 1), "TV",
             "🔴 te laat", None),
            (None, "Mondelinge vragenuur 2 juni 2026", "Van Nispen", "Terugkomen op opvang", "z.s.m.", "SdW",
             "⚪ afgedaan", "Kamerbrief 30-6-2026"),
        ],
    )  # fmt: skip
    return _saved(book, folder / "tz-intern.xlsx")


def planner_export(folder: Path) -> Path:
    """Make the export of a planner: its name and id above the list, and what only that program wants to know."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Taken"
    write_rows(
        sheet,
        1,
        [
            ("Plannaam", "Aanpak mensenhandel 2026"),
            ("Plan-id", "xqQg5FS2LkCe3BpE"),
            ("Datum van export", "01-10-2026"),
            (),
            ("Taak-id", "Taaknaam", "Bucketnaam", "Voortgang", "Prioriteit", "Toegewezen aan", "Gemaakt op",
             "Begindatum", "Vervaldatum", "Te laat", "Voltooid op", "Labels", "Beschrijving"),
            ("aB3xY", "Handreiking vaststellen", "Actielijn 5", "Wordt uitgevoerd", "Belangrijk", "Sanne de Wit",
             "03/02/2026", "01/03/2026", "31/12/2026", "false", None, "VNG;KEN!", "Na de juridische analyse."),
            ("cD9kL", "Nieuwe landelijke actiedag", "Actielijn 1", "Niet gestart", "Gemiddeld", "Sanne de Wit",
             "12/05/2026", None, "15/11/2026", "false", None, "politie", None),
            ("eF2mN", "Evaluatie e-learning BUIT", "Actielijn 6", "Voltooid", "Laag", "Tom Vos", "20/01/2026",
             "01/02/2026", "30/06/2026", "false", "24/06/2026", None, "Rapport gedeeld met FIER"),
        ],
    )  # fmt: skip
    return _saved(book, folder / "planner.xlsx")


def _saved(book: Workbook, target: Path) -> Path:
    book.save(target)
    return target


OWN_LISTS = (
    budget_annex, senate_list, action_tracker, mixed_list, programmes_ods, papers_csv, traffic_lights
)  # fmt: skip
"""Each makes one file in a folder."""
