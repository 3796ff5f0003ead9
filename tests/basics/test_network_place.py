"""Which files lie in a shared folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.basics.network_place import is_on_network

MOUNTS = """\
22 1 252:1 / / rw,relatime - ext4 /dev/vda1 rw
40 22 0:44 / /mnt/team\\040map rw,relatime shared:7 - cifs //srv/team rw
41 40 0:45 / /mnt/team\\040map/lokaal rw - ext4 /dev/vdb rw
42 22 0:46 / /mnt/nfs rw - nfs4 srv:/x rw
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows tells it in another way")
@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/anna/r.db", False),
        ("/mnt/team map/r.db", True),
        ("/mnt/team map/lokaal/r.db", False),
        ("/mnt/nfs/diep/r.db", True),
        ("/mnt/nfsx/r.db", False),
    ],
)
def test_the_innermost_mount_decides(tmp_path: Path, path: str, shared: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert is_on_network(Path(path), mounts) is shared


def test_where_the_system_does_not_tell_a_file_is_ones_own(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "r.db", tmp_path / "none")
