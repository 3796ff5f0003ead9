"""What was decided in a rehearsal is decided again in the next: a file was read otherwise, or more files came."""

from __future__ import annotations

from tracker.services.importing.plan import ImportPlan


def decide_again(plan: ImportPlan, before: ImportPlan) -> bool:
    """Decide in a plan that was rehearsed what was decided in an earlier one of the same files; others may follow.

    Gives False where the rows are no longer the same: then only what holds for all rows is decided again. ``go_on``
    judges what is left to judge.
    """
    for key, value in before.answers.items():
        plan.answer(key, value)
    if before.accepts_all:
        plan.accept_all()
    counts, others = ([len(one.proposals) for one in each.readings] for each in (before, plan))
    is_same = counts == others[: len(counts)]
    if is_same:
        for number in range(len(before.proposals)):
            if not before.is_ticked(number):
                plan.tick(number, is_ticked=False)
        for number in before.decided_numbers():
            _decide(plan, before, number)
    return is_same


def _decide(plan: ImportPlan, before: ImportPlan, number: int) -> None:
    target, is_left, decided = before.decided(number)
    then, now = before.proposals[number], plan.proposals[number]
    if is_left:
        plan.leave(number)
    if then.kind != now.kind or then.place != now.place:
        return
    if target is not None and not is_left:
        plan.choose(number, target)
    for name, value in decided.corrections.items():
        plan.correct(number, name, value)
    for name, value in decided.answers.items():
        plan.answer_one(number, name, value)
    for name in decided.left_fields:
        plan.leave_field(number, name)
    if [part.entity for part in then.parts] == [part.entity for part in now.parts]:
        for part, text in decided.part_texts.items():
            plan.correct_part(number, part, text)
        for part in decided.left_parts:
            plan.leave_part(number, part)
    if decided.is_accepted:
        plan.accept(number)
