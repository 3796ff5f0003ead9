"""Schema 1: the first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, those first that others point at."""
    _make_counter()
    _make_debate()
    _make_letter()
    _make_organisation()
    _make_person_detail()
    _make_record()
    _make_setting()
    _make_step()
    _make_change()
    _make_deadline()
    _make_person()
    _make_progress_note()
    _make_record_text()
    _make_relation()
    _make_undo_stack()
    _make_action()
    _make_commitment()
    _make_instrument()
    _make_motion()
    _make_operational_action()
    _make_postponement()
    _make_programme()
    _make_recommendation()


def _make_counter() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _make_debate() -> None:
    op.create_table(
        "debate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("chamber", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("day_assumed", sa.Boolean(), nullable=False),
        sa.Column("citation", sa.String(), nullable=True),
        sa.Column("signatory", sa.String(), nullable=True),
        sa.Column("on_behalf_of", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("chambers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )


def _make_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=True),
        sa.Column("aliases", sa.JSON(), server_default="[]", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_person_detail() -> None:
    op.create_table(
        "person_detail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_person_detail_person_id", "person_detail", ["person_id"], unique=False)


def _make_record() -> None:
    op.create_table(
        "record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("deadline_what", sa.String(), nullable=True),
        sa.Column("deadline_wording", sa.String(), nullable=True),
        sa.Column("deadline_start", sa.Date(), nullable=True),
        sa.Column("deadline_end", sa.Date(), nullable=True),
        sa.Column("deadline_precision", sa.String(), nullable=True),
        sa.Column("deadline_tentative", sa.Boolean(), nullable=False),
        sa.Column("waits_for", sa.String(), nullable=True),
        sa.Column("has_deadline", sa.Boolean(), nullable=False),
        sa.Column("updated", sa.String(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index(
        "ix_record_due",
        "record",
        ["deadline_end"],
        unique=False,
        sqlite_where=sa.text("deleted = 0 AND phase IN ('open', 'underway')"),
    )
    op.create_index("ix_record_kind", "record", ["kind", "deleted", "phase"], unique=False)
    op.create_index("ix_record_list", "record", ["deleted", "deadline_end", "kind", "number", "phase"], unique=False)


def _make_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _make_step() -> None:
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("undone_step", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["undone_step"], ["step.id"]),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_change_record_id", "change", ["record_id"], unique=False)
    op.create_index("ix_change_step_id", "change", ["step_id"], unique=False)


def _make_deadline() -> None:
    op.create_table(
        "deadline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=True),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("tentative", sa.Boolean(), nullable=False),
        sa.Column("waits_for", sa.String(), nullable=True),
        sa.Column("request_number", sa.Integer(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_deadline_record_id", "deadline", ["record_id"], unique=False)


def _make_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("detail", sa.Integer(), nullable=True),
        sa.Column("organisation", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_progress_note() -> None:
    op.create_table(
        "progress_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_progress_note_record_id", "progress_note", ["record_id"], unique=False)


def _make_record_text() -> None:
    op.create_table(
        "record_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )


def _make_relation() -> None:
    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.ForeignKeyConstraint(["to_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_relation_record_id", "relation", ["record_id"], unique=False)
    op.create_index("ix_relation_to_id", "relation", ["to_id"], unique=False)


def _make_undo_stack() -> None:
    op.create_table(
        "undo_stack",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sa.PrimaryKeyConstraint("step_id"),
    )


def _make_action() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("action_line", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("planning", sa.String(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("results", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("goal", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_action_lead", "action", ["lead"], unique=False)
    op.create_index("ix_action_owner", "action", ["owner"], unique=False)


def _make_commitment() -> None:
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("kamer_decision", sa.String(), nullable=True),
        sa.Column("kamer_decided_on", sa.Date(), nullable=True),
        sa.Column("handed_over_to", sa.Integer(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("handed_over_letter", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("former_number", sa.String(), nullable=True),
        sa.Column("chamber", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=True),
        sa.Column("made_to", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("debate", sa.Integer(), nullable=True),
        sa.Column("made_in_letter", sa.Integer(), nullable=True),
        sa.Column("citation", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("words_said", sa.String(), nullable=True),
        sa.Column("done_so_far", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["debate"], ["debate.id"]),
        sa.ForeignKeyConstraint(["handed_over_letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["handed_over_to"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["made_in_letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_commitment_lead", "commitment", ["lead"], unique=False)
    op.create_index("ix_commitment_owner", "commitment", ["owner"], unique=False)


def _make_instrument() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("sort", sa.String(), nullable=True),
        sa.Column("official_number", sa.String(), nullable=True),
        sa.Column("dossier", sa.String(), nullable=True),
        sa.Column("steps", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_instrument_lead", "instrument", ["lead"], unique=False)
    op.create_index("ix_instrument_owner", "instrument", ["owner"], unique=False)


def _make_motion() -> None:
    op.create_table(
        "motion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("kamer_decision", sa.String(), nullable=True),
        sa.Column("kamer_decided_on", sa.Date(), nullable=True),
        sa.Column("handed_over_to", sa.Integer(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("handed_over_letter", sa.Integer(), nullable=True),
        sa.Column("chamber", sa.String(), nullable=True),
        sa.Column("sort", sa.String(), nullable=True),
        sa.Column("submitters", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citation", sa.String(), nullable=True),
        sa.Column("debate", sa.Integer(), nullable=True),
        sa.Column("outcomes", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("appreciation", sa.String(), nullable=True),
        sa.Column("requests", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("done_so_far", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["debate"], ["debate.id"]),
        sa.ForeignKeyConstraint(["handed_over_letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["handed_over_to"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_motion_lead", "motion", ["lead"], unique=False)
    op.create_index("ix_motion_owner", "motion", ["owner"], unique=False)


def _make_operational_action() -> None:
    op.create_table(
        "operational_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("cycle", sa.String(), nullable=True),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("plan_from", sa.Integer(), nullable=True),
        sa.Column("plan_until", sa.Integer(), nullable=True),
        sa.Column("empact_priority", sa.String(), nullable=True),
        sa.Column("goal", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("dutch_lead", sa.Integer(), nullable=True),
        sa.Column("leading_country", sa.String(), nullable=True),
        sa.Column("co_leaders", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("partner_countries", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("agencies", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("deliverables", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("reports_due", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(["dutch_lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_operational_action_lead", "operational_action", ["lead"], unique=False)
    op.create_index("ix_operational_action_owner", "operational_action", ["owner"], unique=False)


def _make_postponement() -> None:
    op.create_table(
        "postponement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("old_wording", sa.String(), nullable=True),
        sa.Column("old_start", sa.Date(), nullable=True),
        sa.Column("old_end", sa.Date(), nullable=True),
        sa.Column("new_wording", sa.String(), nullable=True),
        sa.Column("new_start", sa.Date(), nullable=True),
        sa.Column("new_end", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["deadline_id"], ["deadline.id"]),
        sa.ForeignKeyConstraint(["letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_postponement_deadline_id", "postponement", ["deadline_id"], unique=False)
    op.create_index("ix_postponement_record_id", "postponement", ["record_id"], unique=False)


def _make_programme() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("implementing_partner", sa.Integer(), nullable=True),
        sa.Column("donors", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("countries", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("phases", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("budget_lines", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("figures", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("goals", sa.JSON(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["implementing_partner"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_programme_lead", "programme", ["lead"], unique=False)
    op.create_index("ix_programme_owner", "programme", ["owner"], unique=False)


def _make_recommendation() -> None:
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("directie", sa.String(), nullable=True),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("partners", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("minister", sa.String(), nullable=True),
        sa.Column("co_ministers", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("former_minister", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("priority", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("citations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_letter", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=True),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answer_letter", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["answer_letter"], ["letter.id"]),
        sa.ForeignKeyConstraint(["id"], ["record.id"]),
        sa.ForeignKeyConstraint(["lead"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["owner"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_letter"], ["letter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index("ix_recommendation_lead", "recommendation", ["lead"], unique=False)
    op.create_index("ix_recommendation_owner", "recommendation", ["owner"], unique=False)
