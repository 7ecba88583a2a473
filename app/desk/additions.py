"""What is typed into a kept call and not saved yet: a draft with the id of its call."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.desk.callbacks import promise
from app.forms.check import clean, owed
from app.forms.kinds import Kind
from app.forms.spec import Form, Stage
from app.forms.values import is_given, is_not_given, tidy
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.drafts import Draft
from app.store.store import Store, Writer

Answers = Mapping[str, Any]
Place = tuple[str, int, int]  # field, caret, scroll

_OF_AN_ORDER = frozenset({"team", "due_at"})


class Additions:
    """Nothing typed is ever lost: not into a new call, nor into one that is kept already."""

    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now

    def of(self, call: Call) -> Draft | None:
        """Return what the agent has typed into *call* at this seat, or taken over."""
        return self._store.drafts.get(call.id, self._agent.id)

    def keep(self, call: Call, answers: Answers, place: Place) -> Draft | None:
        """Put *answers* on disk, and only them; with none, nothing is left there."""
        draft = self.draft(call, answers, place) if answers else None
        with self._store.write() as to:
            if draft:
                to.save_draft(draft)
            else:
                to.drop_draft(call.id)
        return draft

    def draft(self, call: Call, answers: Answers, place: Place) -> Draft:
        field, caret, scroll = place
        before = self.of(call)
        return Draft(
            id=call.id,
            agent=self._agent.id,
            form=call.form,
            form_version=call.form_version,
            channel=call.channel,
            started_at=call.started_at,
            saved_at=self._now(),
            answers=dict(answers),
            field=field,
            caret=caret,
            scroll=scroll,
            owner=before.owner if before else None,
            base=before.base if before else None,
        )


def answered(call: Call) -> frozenset[str]:
    """Return the fields *call* holds an answer to; one that was emptied is open again."""
    return frozenset(n for n, v in call.answers.items() if is_given(v) or is_not_given(v))


def fresh(call: Call, answers: Answers) -> dict[str, Any]:
    """Return what *answers* adds to *call*: what is answered stays as it is."""
    held = answered(call)
    return {name: value for name, value in answers.items() if name not in held}


def amend(to: Writer, form: Form, call: Call, answers: Answers) -> Call:
    """Add *answers* to *call* within *to*; what was typed into it is gone with the same commit."""
    merged = clean(form, {**call.answers, **answers})
    before, call = call, replace(call, answers=merged, owes=bool(owed(form, merged)))
    to.put(call)
    promise(to, form, call, before)
    to.finish_draft(call.id)
    return call


def dropped(form: Form, call: Call, answers: Answers) -> tuple[str, ...]:
    """Return the fields *answers* answers otherwise than *call* holds them."""
    held = answered(call)
    return tuple(n for n in differing(form, call.answers, answers) if n in held)


def differing(form: Form, stored: Answers, typed: Answers) -> list[str]:
    """Return the fields in which *typed* says something, and something else than *stored*."""
    found = []
    for field in form.fields:
        value = typed.get(field.name)
        unticked = field.kind is Kind.READ_BACK and value is False
        said = (is_given(value) or is_not_given(value)) and not unticked
        if said and tidy(field, value) != stored.get(field.name):
            found.append(field.name)
    return found


def open_fields(form: Form, call: Call, *, ordered: bool, stage: Stage = Stage.SAVE) -> frozenset[str]:
    """Return the fields of a kept call that may still be filled: they hold nothing yet, and are owed, or an
    order asks for them, or its case that is to reach *stage*, or hang on one of these."""
    held = answered(call)
    late = {p.field for p in owed(form, call.answers)}
    if form.order and not ordered:
        late |= {f.name for f in form.fields if f.required is Stage.DISPATCH} | (_OF_AN_ORDER & form.names)
    late |= later(form, stage)
    late -= held
    for field in form.fields:
        if field.name not in held and field.when and field.when.keys() & late:
            late.add(field.name)
    return frozenset(late)


def later(form: Form, stage: Stage) -> frozenset[str]:
    """Return the fields *stage* asks for and a save does not."""
    asked = {f.name: f.required for f in form.fields if f.required and f.required is not Stage.SAVE}
    return frozenset(name for name, required in asked.items() if stage.includes(required))
