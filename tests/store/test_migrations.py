"""Migrations end in the declared schema, and fault 11: one that fails leaves the file as it was."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations.base import AbstractOperations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from tests import builders as build
from tracker.basics.errors import CannotOpen
from tracker.store import header, migrate
from tracker.store.damage import backups_of
from tracker.store.engine import open_engine
from tracker.store.integrity import check
from tracker.store.record_store import Store
from tracker.store.tables import metadata


class Broken(RuntimeError):
    """A step of a migration that went wrong."""


def test_migrations_end_in_the_declared_schema(store: Store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def _schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: _parts(sql) for name, sql in found if name != "alembic_version"}


def _parts(sql: str) -> str:
    """Give a statement with its parts in one order: constraints may stand in any, also beside their column."""
    plain = re.sub(r"\s+", " ", sql.replace('"', ""))
    plain = re.sub(r"(\w+) (\w+) REFERENCES (\w+) ?\((\w+)\)", r"\1 \2, FOREIGN KEY(\1) REFERENCES \3 (\4)", plain)
    return ", ".join(sorted(part.strip(" ()") for part in plain.partition("(")[2].split(",")))


def test_migrations_write_the_same_statements_as_the_declaration(store: Store, path: Path) -> None:
    dialect = create_engine("sqlite://").dialect
    declared = {
        table.name: _parts(str(CreateTable(table).compile(dialect=dialect))) for table in metadata.sorted_tables
    }
    for table in metadata.sorted_tables:
        for index in table.indexes:
            declared[str(index.name)] = _parts(str(CreateIndex(index).compile(dialect=dialect)))
    assert _schema(path) == declared


def test_the_version_in_the_head_is_that_of_the_newest_migration(store: Store, path: Path) -> None:
    head = ScriptDirectory.from_config(migrate.alembic_config()).get_current_head()
    assert head == migrate.revision_of(header.SCHEMA_VERSION)
    assert header.read_header(path) == header.Header(header.APPLICATION_ID, header.SCHEMA_VERSION)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == head


def test_migrations_know_nothing_of_the_records_of_today() -> None:
    for step in (Path(migrate.__file__).parent / "migrations" / "versions").glob("*.py"):
        assert not re.search(r"^\s*(from|import) tracker", step.read_text(encoding="utf-8"), re.MULTILINE)


def _operations() -> int:
    """Give how many things the first migration does."""
    text = (Path(migrate.__file__).parent / "migrations" / "versions" / "schema_0001.py").read_text(encoding="utf-8")
    return len(re.findall(r"\bop\.\w+\(", text))


def _break_at(monkeypatch: pytest.MonkeyPatch, wanted: int) -> None:
    done = 0
    invoke = AbstractOperations.invoke

    def counted(self: AbstractOperations, operation: Any) -> Any:
        nonlocal done
        done += 1
        if done == wanted:
            raise Broken
        return invoke(self, operation)

    monkeypatch.setattr(AbstractOperations, "invoke", counted)


@pytest.mark.parametrize("step", range(1, _operations() + 1))
def test_a_first_schema_that_fails_at_any_step_leaves_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with monkeypatch.context() as broken:
        _break_at(broken, step)
        with pytest.raises(Broken):
            Store.new(path, build.ACTOR)
    assert not path.exists()
    with Store.new(path, build.ACTOR) as made:
        assert build.motion(made).reference == "M-1"


NEXT_SCHEMA = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{last}"


def upgrade() -> None:
    op.add_column("motion", sa.Column("colour", sa.String(), nullable=True))
    op.execute("UPDATE motion SET colour = 'groen'")
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("setting") as batch:
        batch.add_column(sa.Column("since", sa.String(), nullable=True))
    op.create_index("ix_extra", "motion", ["colour"])
"""
NEXT_STEPS = 5


@pytest.fixture
def filled(path: Path) -> Path:
    with build.new_store(path) as store:
        build.everything(store)
    return path


@pytest.fixture
def next_schema(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let the program know one schema more than it did when ``filled`` was made."""
    assert header.read_header(filled).schema_version == header.SCHEMA_VERSION
    folder = tmp_path / "migrations"
    shutil.copytree(Path(migrate.__file__).parent / "migrations", folder)
    known = header.SCHEMA_VERSION
    text = NEXT_SCHEMA.format(next=migrate.revision_of(known + 1), last=migrate.revision_of(known))
    (folder / "versions" / "schema_next.py").write_text(text, encoding="utf-8")
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    monkeypatch.setattr(migrate, "alembic_config", lambda: config)
    monkeypatch.setattr(migrate.migrate, "__defaults__", (known + 1,))
    monkeypatch.setattr("tracker.store.record_store.SCHEMA_VERSION", known + 1)
    monkeypatch.setattr(header, "SCHEMA_VERSION", known + 1)
    return known + 1


@pytest.mark.parametrize("step", range(1, NEXT_STEPS + 1))
def test_a_migration_that_fails_at_any_step_leaves_the_file_as_it_was(
    filled: Path, next_schema: int, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = filled.read_bytes()
    with monkeypatch.context() as broken:
        _break_at(broken, step)
        with pytest.raises(Broken):
            build.open_store(filled)
    assert filled.read_bytes() == before
    with build.open_store(filled) as opened:
        assert opened.find("M-1")["title"]
        assert check(opened) == []
    assert header.read_header(filled).schema_version == next_schema


def test_a_register_of_an_older_schema_is_copied_before_it_is_brought_up_to_date(
    filled: Path, next_schema: int
) -> None:
    before = filled.read_bytes()
    build.open_store(filled).close()
    copies = [copy for copy in backups_of(filled) if f"voor schema {next_schema}" in copy.name]
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as copy, closing(sqlite3.connect(":memory:")) as was:
        was.deserialize(before)
        assert list(copy.iterdump()) == list(was.iterdump())


@pytest.mark.usefixtures("next_schema")
def test_a_register_of_an_older_schema_that_may_only_be_read_is_left_alone(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(CannotOpen, match="oudere versie"):
        build.open_store(filled, read_only=True)
    assert filled.read_bytes() == before


def test_migrating_twice_changes_nothing(store: Store, path: Path) -> None:
    store.close()
    before = _schema(path)
    engine = open_engine(path)
    migrate.migrate(engine, path)
    engine.dispose()
    assert _schema(path) == before
