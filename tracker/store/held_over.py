"""Whether a motion was held over last, as SQL beside the list copy: nothing of it is stored twice."""

from typing import Final

IS_HELD_OVER: Final = (
    "(record.kind = 'motion' AND record.phase = 'open' AND EXISTS (SELECT 1 FROM motion WHERE motion.id = record.id "
    "AND instr(motion.outcomes, 'aangehouden') AND json_extract(motion.outcomes, '$[#-1].outcome') = 'aangehouden'))"
)
"""True for a row of ``record``. JSON is only read where the word (``records.held_over.HELD_OVER``) stands in it."""
