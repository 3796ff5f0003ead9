"""Makes the samples of past schemas that ``test_past_schemas.py`` opens, one for each schema that was ever released.

When a schema is released, run ``python -m tests.store.past_schemas`` once, with the program of that schema, and keep
the file that it writes in ``tests/samples``. Never make the sample of an older schema anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import builders as build
from tracker.store.backup import copy_register
from tracker.store.header import SCHEMA_VERSION

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def sample_path(schema_version: int) -> Path:
    """Give where the sample of a schema is kept."""
    return SAMPLES / f"register-schema-{schema_version}.db"


def make_sample() -> Path:
    """Write the sample of the schema of today: every kind with every field, and all that hangs on records."""
    target = sample_path(SCHEMA_VERSION)
    with TemporaryDirectory() as folder, build.new_store(Path(folder) / target.name) as store:
        build.everything(store)
        copy_register(store.path, target)
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{make_sample()}\n")
