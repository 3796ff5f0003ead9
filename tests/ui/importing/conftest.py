"""A session over a register with a few records, for the dialogs of this folder."""

from __future__ import annotations

import pytest

from tests import builders as build
from tracker.services.editor import Editor
from tracker.store.record_store import Store
from tracker.ui.session import Session


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, Editor(store), build.TODAY)
