"""All that is measured, with the aims of performance.md."""

from __future__ import annotations

from tests.benchmark.measuring import Measure

MEASURES: tuple[Measure, ...] = (
    Measure("one edit, p50", "store_probes:edit_p50", "store_probes:bare_update_p50", "≤ 2 × bare update"),
    Measure("one edit, p99", "store_probes:edit_p99", "store_probes:bare_update_p99", "≤ 10 ms"),
    Measure("overdue list", "store_probes:overdue", "store_probes:overdue_unindexed", "≤ 0.1 × unindexed"),
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
    Measure("first page, 150,000", "store_probes:first_page", None, "–", peer="store_probes:open_large"),
)
