"""Count for workbooks and text files how many of their cells are mapped without help, and list every miss.

``python -m tests.import_coverage [FILE …]``; without files: the lists of our own making.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests import builders as build
from tests.exchange.incoming.workbook.own_lists import OWN_LISTS
from tracker.records.proposal import Account, FileReading
from tracker.services.importing.files import read_file

WANTED = 0.95


@dataclass(frozen=True)
class Coverage:
    """The cells of one file. ``asked`` are kept as well, until somebody answers."""

    file: str
    account: Account
    misses: tuple[str, ...]

    @property
    def mapped(self) -> float:
        """Give the share of the cells that are no headings or banners, and that were mapped without help."""
        content = self.account.read - self.account.structure
        return self.account.taken / content if content else 1.0


def cover(path: Path) -> Coverage:
    """Read a file and count its cells."""
    reading = read(path)
    for _ in reading.proposals:
        pass
    missed = [f"{one.place} “{one.text}”: {one.why.nl}" for one in reading.account.not_understood]
    asked = [
        f"{proposal.place_of(doubt.field)} “{doubt.text}”: {doubt.why.nl}"
        for proposal in reading.proposals
        for doubt in proposal.doubts
    ]
    kept = [
        f"{proposal.place} bewaard: {line}"
        for proposal in reading.proposals
        for line in str(proposal.values.get("remarks") or "").splitlines()
    ]
    return Coverage(path.name, reading.account, (*missed, *asked, *kept))


def read(path: Path) -> FileReading:
    """Read a file as the program does."""
    return read_file(path, today=build.TODAY)


def main(files: list[Path]) -> int:
    """Print the counts of each file and every miss; 0 where at least 95 in 100 cells were mapped without help."""
    found = [cover(file) for file in files]
    print(f"{'cells':>6} {'mapped':>7} {'kept':>5} {'missed':>7} {'frame':>6}  share  file")
    for one in found:
        account = one.account
        print(
            f"{account.read:>6} {account.taken:>7} {account.kept:>5} {len(account.not_understood):>7} "
            f"{account.structure:>6} {one.mapped:>6.1%}  {one.file}{'' if account.adds_up else '  DOES NOT ADD UP'}"
        )
    for one in found:
        for miss in one.misses:
            print(f"  {one.file}: {miss}")
    content = sum(one.account.read - one.account.structure for one in found)
    share = sum(one.account.taken for one in found) / content if content else 1.0
    print(f"\n{share:.1%} of {content} cells mapped without help (wanted: {WANTED:.0%})")
    return 0 if share >= WANTED and all(one.account.adds_up for one in found) else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        given = [Path(argument) for argument in sys.argv[1:]]
        sys.exit(main(given or [make(Path(folder)) for make in OWN_LISTS]))
