"""All that is measured, with the aims of performance.md."""

from __future__ import annotations

from tests.benchmark.measuring import Measure, Unit

MEASURES: tuple[Measure, ...] = (
    Measure(
        "start to first paint, 1,000", "start_probes:start_small", "start_probes:start_bare", "≤ 2.0 × bare window"
    ),
    Measure(
        "start to first paint, large", "start_probes:start_large", "start_probes:start_bare", "≤ 2.5 × bare window"
    ),
    Measure(
        "memory with the search list, large",
        "ui_probes:memory_list",
        "ui_probes:memory_bare",
        "≤ 2 × bare window",
        unit=Unit.MEGABYTES,
    ),
    Measure("keystroke to repaint, large", "ui_probes:keystroke", "ui_probes:empty_filter", "≤ 3 × (5 × with notes)"),
    Measure("sort click, large", "ui_probes:sort_click", "ui_probes:sort_in_python", "≤ 0.5 × Python’s sort"),
    Measure("sort click, the first, large", "ui_probes:sort_first_click", "ui_probes:sort_in_python", "–"),
    Measure("scroll frame", "ui_probes:scroll", "ui_probes:scroll_empty", "≤ 2 × empty cells"),
    Measure("scroll frame, p99", "ui_probes:scroll_p99", "ui_probes:scroll_empty_p99", "≤ 16.7 ms"),
    Measure("timeline frame, 2,000 deadlines", "ui_probes:timeline", "ui_probes:timeline_empty", "≤ 2 × empty rows"),
    Measure("choosing a row, large", "ui_probes:choose", None, "–"),
    Measure("choosing all rows, large", "ui_probes:choose_all", None, "–"),
    Measure("one edit, p50", "store_probes:edit_p50", "store_probes:bare_update_p50", "≤ 2 × bare update"),
    Measure("one edit, p99", "store_probes:edit_p99", "store_probes:bare_update_p99", "≤ 10 ms"),
    Measure("overdue list", "store_probes:overdue", "store_probes:overdue_unindexed", "≤ 0.1 × unindexed"),
    Measure(
        "figures of the start page", "store_probes:figures", "store_probes:count_by_status", "≤ 3 × count by status"
    ),
    Measure("all dashboard figures", "store_probes:counts", "store_probes:count_by_status", "≤ 3 × count by status"),
    Measure(
        "bulk insert of 10,000, with log and search text",
        "store_probes:insert_logged",
        "store_probes:insert_raw",
        "≤ 6 × raw executemany",
        peer="store_probes:insert_core",
    ),
    Measure("backup, checked", "store_probes:backup_checked", "store_probes:copy_forced", "≤ 2 × copy + fsync"),
    Measure("texts to find in, into memory", "store_probes:folded", "store_probes:folded_raw", "–"),
    Measure("first page, 1,000", "store_probes:first_page_small", None, "–", peer="store_probes:open_small"),
    Measure("first page, large", "store_probes:first_page", None, "–", peer="store_probes:open_large"),
    Measure(
        "Excel export, 500 rows with all styling",
        "export_probes:rows_styled",
        None,
        "under half a second",
        peer="export_probes:rows_bare",
    ),
    Measure("10,000 wordings read", "reading_probes:wordings", None, "about a second"),
    Measure("10,000 citations read", "reading_probes:citations", None, "–"),
    Measure(
        "hostile wordings, eight times as long",
        "reading_probes:hostile_wordings",
        "reading_probes:hostile_wordings_in_pieces",
        "linear: about 1",
    ),
    Measure(
        "hostile citations, eight times as long",
        "reading_probes:hostile_citations",
        "reading_probes:hostile_citations_in_pieces",
        "linear: about 1",
    ),
    Measure(
        "workbook of 25 columns, large, read", "import_probes:read", "import_probes:openpyxl_read", "≤ 0.2 × openpyxl"
    ),
    Measure(
        "the same, read and rehearsed",
        "import_probes:read_and_rehearsed",
        "import_probes:openpyxl_read",
        "≤ 1.0 × openpyxl",
    ),
    Measure(
        "the same, applied, with log and search text",
        "import_probes:applied",
        "import_probes:inserted_raw",
        "≤ 6 × raw executemany",
    ),
    Measure("most memory while it is read", "import_probes:read_memory", None, "under 500 MB", unit=Unit.MEGABYTES),
    Measure(
        "most memory until it is applied", "import_probes:applied_memory", None, "under 500 MB", unit=Unit.MEGABYTES
    ),
)
