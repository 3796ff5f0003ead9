"""The columns of a list as somebody looks at them before they are taken over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from tests import builders as build
from tracker.basics.language import Language
from tracker.services.importing.columns import columns_shown
from tracker.services.importing.files import take_file


def test_examples_are_shown_as_people_write_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nr.", "Toezegging", "Datum toezegging", "Bedrag"])
    for number in (1, 2, 3):
        sheet.append([number, f"De minister stuurt brief {number}", date(2026, 5, number), 2.5])
    book.save(tmp_path / "lijst.xlsx")
    taken = take_file(tmp_path / "lijst.xlsx", today=build.TODAY)

    samples = {one.heading: one.sample for one in columns_shown(taken, 0)}

    assert (samples["Nr."], samples["Datum toezegging"], samples["Bedrag"]) == (
        "1 · 2", "01-05-2026 · 02-05-2026", "2.5 · 2.5",
    )  # fmt: skip
    english = {one.heading: one.sample for one in columns_shown(taken, 0, Language.ENGLISH)}
    assert english["Datum toezegging"] == "1 May 2026 · 2 May 2026"
