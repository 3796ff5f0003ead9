"""From pages to a PDF or a printer, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from tracker.basics.errors import CannotWrite
from tracker.basics.whole_file import replacing
from tracker.ui.printing.layout import UNITS_PER_INCH, Pages, page_layout

PDF_DPI = 1200


def write_pdf(pages: Pages, title: str, target: Path) -> Iterator[int]:
    """Make a PDF and put it in its place whole; gives how many pages are done.

    Raises CannotWrite and DiskFull. Stopping early leaves the target as it was.
    """
    made = QBuffer()  # in memory first: Qt does not tell of a disk that is full
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setResolution(PDF_DPI)
    writer.setPageLayout(page_layout(is_wide=pages.is_wide))
    writer.setTitle(title)
    writer.setCreator("Tracker")
    yield from _paint(pages, range(pages.count), writer, PDF_DPI, target.name)
    with replacing(target) as beside:
        beside.write_bytes(bytes(made.data().data()))


def send_to_printer(pages: Pages, printer: QPrinter) -> Iterator[int]:
    """Print the pages that were asked for in the printer's dialog; gives how many are done."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    wanted = range(max(first, 1) - 1, min(last, pages.count))
    yield from _paint(pages, wanted, printer, printer.resolution(), printer.printerName() or printer.outputFileName())


def dress_printer(printer: QPrinter, pages: Pages, title: str) -> None:
    """Tell a printer which paper the document is made for."""
    printer.setPageLayout(page_layout(is_wide=pages.is_wide))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setDocName(title)
    printer.setFromTo(0, 0)


def _paint(pages: Pages, wanted: Sequence[int], device: QPagedPaintDevice, dpi: int, name: str) -> Iterator[int]:
    painter = QPainter()
    if not painter.begin(device):
        raise _refused(name)
    try:
        scale = dpi / UNITS_PER_INCH
        for done, place in enumerate(wanted, 1):
            if done > 1 and not device.newPage():
                raise _refused(name)
            painter.save()
            painter.scale(scale, scale)
            pages.draw(painter, place)
            painter.restore()
            yield done
    finally:
        painter.end()


def _refused(name: str) -> CannotWrite:
    return CannotWrite(
        f"{name} neemt de pagina’s niet aan. Kies een andere printer, of een ander bestand.",
        f"{name} does not take the pages. Choose another printer, or another file.",
    )
