"""The name of the user, as the system knows it."""

from __future__ import annotations

import pwd
import sys
from types import SimpleNamespace

import pytest

from tracker.basics.own_name import account_name, own_name

if sys.platform == "win32":
    pytest.skip("the list of accounts is not there", allow_module_level=True)


@pytest.fixture(autouse=True)
def _account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "vriess")


def listed_as(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: SimpleNamespace(pw_gecos=words))


@pytest.mark.parametrize(
    ("listed", "name"),
    [("Sanne de Vries,K 4.12,070", "Sanne de Vries"), ("  Jansen,  P.", "Jansen"), (",,,", ""), ("", "")],
)
def test_the_name_is_that_of_the_list_of_accounts_else_the_account(
    monkeypatch: pytest.MonkeyPatch, listed: str, name: str
) -> None:
    listed_as(monkeypatch, listed)
    assert own_name() == (name or "vriess")


def test_an_account_that_is_not_in_the_list_keeps_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_uid: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", missing)
    assert own_name() == account_name() == "vriess"
