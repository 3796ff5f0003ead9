"""What an old Python reads before it hears that it is too old."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tracker import bootstrap
from tracker.bootstrap.environment import CHECKOUT

_READ_BY_ANY_PYTHON = (
    "tracker/__init__.py",
    "tracker/__main__.py",
    "tracker/bootstrap/__init__.py",
    "tests/__init__.py",
    "tests/__main__.py",
)
# What Python 2.7 has no syntax for, as far as somebody might write it here.
_NEW_SYNTAX = (
    ast.AnnAssign,
    ast.AsyncFunctionDef,
    ast.JoinedStr,
    ast.Match,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.Starred,
    ast.TryStar,
    ast.YieldFrom,
)


def _new_syntax(node: ast.AST) -> bool:
    match node:
        case ast.arguments():
            return bool(node.kwonlyargs or node.posonlyargs)
        case ast.arg():
            return node.annotation is not None
        case ast.FunctionDef():
            return node.returns is not None
        case ast.Raise():
            return node.cause is not None
        case _:
            return isinstance(node, _NEW_SYNTAX)


@pytest.mark.parametrize("name", _READ_BY_ANY_PYTHON)
def test_first_files_are_readable_for_any_python(name: str) -> None:
    source = (CHECKOUT / name).read_text(encoding="utf-8")
    assert source.isascii()  # without a declaration of the encoding Python 2.7 stops at anything else
    found = [ast.unparse(node) for node in ast.walk(ast.parse(source)) if _new_syntax(node)]
    assert found == []


@pytest.mark.parametrize("name", _READ_BY_ANY_PYTHON)
def test_first_files_import_nothing_that_an_old_python_cannot_read(name: str) -> None:
    tree = ast.parse((CHECKOUT / name).read_text(encoding="utf-8"))
    imported = [ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert set(imported) <= {"import os", "import sys", "from tracker import bootstrap"}


def test_too_old_python_ends_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (9, 9))
    with pytest.raises(SystemExit) as ended:
        bootstrap.enter("tracker")
    assert ended.value.code == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_line_names_both_versions_and_the_command() -> None:
    line = bootstrap.too_old("tests", (2, 7, 18, "final", 0))
    assert line == "Tracker: Python 3.11 of nieuwer is nodig, dit is 2.7; start het zo: python3.11 -m tests\n"
