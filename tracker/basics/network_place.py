"""Whether a file lies on another computer: a shared folder, where several people can reach the same register."""

from __future__ import annotations

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORKS = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "davfs", "fuse.sshfs", "fuse.davfs2",
     "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs")
)  # fmt: skip
_REMOTE_DRIVE = 4
"""``DRIVE_REMOTE`` of ``GetDriveTypeW`` (Windows SDK, fileapi.h)."""


def is_on_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a file lies in a shared folder. Where the system does not tell, it counts as one's own."""
    whole = path.absolute()
    if os.name == "nt":
        return _is_remote_on_windows(whole)
    try:
        lines = mounts.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    longest, system = -1, ""
    for line in lines:
        # proc(5): … (4) root (5) mount point (6) options … "-" (9) file system type
        before, _, after = line.partition(" - ")
        point = Path(before.split()[4].replace("\\040", " "))
        if whole.is_relative_to(point) and len(point.parts) > longest:
            longest, system = len(point.parts), after.split()[0]
    return system in _NETWORKS


def _is_remote_on_windows(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    import ctypes  # only there

    return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE)  # type: ignore[attr-defined]
