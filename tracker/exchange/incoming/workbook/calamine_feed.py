"""Giving calamine a workbook in such a way that it reads each large sheet once.

When it has read a sheet it unpacks and reads that again, to the end, for merged cells: a third of its time, and it
cannot be told not to. What is merged is known already (``xlsx_facts``), and a sheet that begins with a list of merged
cells is not looked through again. So large sheets get an empty list in front, in a copy of the archive in memory: a
block that was not packed before the packed ones, which stay as they are.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

FROM_SIZE: Final = 1 << 20
"""Bytes of a sheet, unpacked, from which on reading it twice takes longer than the copy."""
_LARGEST_COPY: Final = 32 << 20
_NO_MERGED: Final = b"<mergeCells></mergeCells>"
_LENGTH: Final = len(_NO_MERGED)
_IN_FRONT: Final = {
    zipfile.ZIP_STORED: _NO_MERGED,
    zipfile.ZIP_DEFLATED: struct.pack("<BHH", 0, _LENGTH, _LENGTH ^ 0xFFFF) + _NO_MERGED,  # not the last, not packed
}
FIRST_CHECKSUM: Final = zlib.crc32(_NO_MERGED)
"""Where the checksum of a sheet begins that gets the list in front: ``zlib.crc32`` goes on with it."""
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_NAMES_IN_UTF8: Final = 0x800
_SOME_DAY: Final = (0, 33)
"""The first of January 1980, as an archive has it."""


def load(path: Path, checksums: Mapping[str, int]) -> CalamineWorkbook:
    """Open a workbook. ``checksums`` are of the parts that get the list in front, with that list counted in."""
    from python_calamine import CalamineWorkbook

    if not checksums or path.stat().st_size > _LARGEST_COPY:
        return CalamineWorkbook.from_path(path)
    return CalamineWorkbook.from_filelike(io.BytesIO(copy_of(path, checksums)))


def copy_of(path: Path, checksums: Mapping[str, int]) -> bytes:
    """Give the archive with the list in front of the parts that have a checksum; all else is as it was."""
    content = memoryview(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        return _archive_of(
            (part, _packed(content, part), checksums.get(part.filename) if part.compress_type in _IN_FRONT else None)
            for part in archive.infolist()
        )


def _packed(content: memoryview, part: zipfile.ZipInfo) -> memoryview:
    """Give the bytes of a part as they lie in the file."""
    *_, name, extra = _LOCAL.unpack_from(content, part.header_offset)
    start = part.header_offset + _LOCAL.size + name + extra
    return content[start : start + part.compress_size]


def _archive_of(parts: Iterable[tuple[zipfile.ZipInfo, memoryview, int | None]]) -> bytes:
    """Give an archive of packed parts; one with a checksum of its own gets the list in front."""
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for part, packed, checksum in parts:
        front = b"" if checksum is None else _IN_FRONT[part.compress_type]
        name = part.filename.encode()
        about = (
            _NAMES_IN_UTF8, part.compress_type, *_SOME_DAY, part.CRC if checksum is None else checksum,
            len(front) + len(packed), part.file_size + (_LENGTH if front else 0), len(name), 0,
        )  # fmt: skip
        pieces += (_LOCAL.pack(b"PK\3\4", _VERSION, *about), name, front, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(front) + len(packed)
    whole = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*pieces, whole, _END.pack(b"PK\5\6", 0, 0, count, count, len(whole), offset, 0)))
