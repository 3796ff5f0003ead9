"""What lists show beside the copy that they read, as SQL on ``record``: nothing of it is stored twice."""

from collections.abc import Mapping
from typing import Final

IS_HELD_OVER: Final = (
    "(record.kind = 'motion' AND record.phase = 'open' AND EXISTS (SELECT 1 FROM motion WHERE motion.id = record.id "
    "AND instr(motion.outcomes, 'aangehouden') AND json_extract(motion.outcomes, '$[#-1].outcome') = 'aangehouden'))"
)
"""Whether a motion was held over last. JSON is only read where the word (``records.held_over``) stands in it."""
FIRST_END: Final = (
    "(CASE WHEN record.times_postponed = 0 THEN record.deadline_end ELSE NULLIF(IFNULL("
    "(SELECT IFNULL(postponement.old_end, '') FROM postponement "
    "JOIN deadline ON deadline.id = postponement.deadline_id "
    'WHERE postponement.record_id = record.id AND deadline.met_on IS NULL AND deadline."end" IS record.deadline_end '
    "ORDER BY postponement.id LIMIT 1), record.deadline_end), '') END)"
)
"""The last day that was promised first for the deadline on show; the same day where it was never put off."""
COMPUTED: Final[Mapping[str, str]] = {"held_over": IS_HELD_OVER, "first_end": FIRST_END}
"""These columns by name."""
