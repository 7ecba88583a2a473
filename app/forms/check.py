"""The one check: answers and a form in, problems out; pure, and never an exception for what is typed."""

from collections.abc import Container, Mapping
from typing import Any

from app.forms import values
from app.forms.kinds import Kind
from app.forms.spec import Code, Condition, Field, Form, Problem, Stage
from app.forms.values import is_given as is_given

Answers = Mapping[str, Any]


def shown(form: Form, answers: Answers) -> frozenset[str]:
    """Return the names of the fields *answers* bring to sight; a hidden field hides what hangs on it."""
    given, visible = _mapping(answers), set(form.always)
    for field in form.hideable:
        if _met(field.when or {}, given, visible):
            visible.add(field.name)
    return frozenset(visible)


def check(form: Form, answers: Answers, stage: Stage) -> list[Problem]:
    """Return what stands in the way of *stage*, in the order of the fields."""
    given, visible = _mapping(answers), shown(form, answers)
    found = []
    for field in form.fields:
        if field.name in visible:
            problem = _problem(field, given, visible, stage)
            if problem:
                found.append(problem)
    return found


def owed(form: Form, answers: Answers) -> list[Problem]:
    """Return the fields an emergency left empty that somebody still has to fill in."""
    late = [field for field in form.fields if field.owed]
    if not late:
        return []
    given, visible = _mapping(answers), shown(form, answers)
    return [
        Problem(f.name, _empty_code(f), f.required or Stage.CLOSE)
        for f in late
        if f.name in visible and not _is_answered(f, given.get(f.name))
    ]


def clean(form: Form, answers: Answers) -> dict[str, Any]:
    """Return what is stored: visible, given, in the type of its kind. What is hidden stays in the draft.

    Answers the form does not know are kept: a newer version at another seat may have asked for them.
    """
    given, visible = _mapping(answers), shown(form, answers)
    kept = {}
    for name, value in given.items():
        if name not in form.names:
            kept[name] = value
        elif name in visible:
            field = form.field(name)
            if _is_answered(field, value):
                kept[name] = values.tidy(field, value)
    return kept


def opens_case(form: Form, answers: Answers) -> bool:
    return bool(form.case) and holds(form, form.case_when, answers)


def order_team(form: Form, answers: Answers) -> str:
    """Return the team an order goes to: the one chosen, else by the form's routes, else its default."""
    chosen = _mapping(answers).get("team")
    if isinstance(chosen, str) and is_given(chosen):
        return chosen
    if form.order is None:
        return ""
    given, visible = _mapping(answers), shown(form, answers)
    routes = (route.team for route in form.order.routes if _met(route.when, given, visible))
    return next(routes, form.order.team)


def holds(form: Form, condition: Condition | None, answers: Answers) -> bool:
    """Tell whether *condition* is met; hidden and not-given answers never meet one."""
    return condition is None or _met(condition, _mapping(answers), shown(form, answers))


def marked(form: Form, answers: Answers, visible: Container[str]) -> dict[str, bool]:
    """Tell of the fields that are mandatory only at times whether they now are; *visible* as from shown()."""
    given = _mapping(answers)
    return {f.name: _met(f.required_when, given, visible) for f in form.fields if f.required_when}


def _mapping(answers: object) -> Answers:
    return answers if isinstance(answers, Mapping) else {}


def _met(condition: Condition, answers: Answers, visible: Container[str]) -> bool:
    for name, wanted in condition.items():
        if name not in visible or not _matches(answers.get(name), wanted):
            return False
    return True


def _matches(value: object, wanted: tuple[Any, ...]) -> bool:
    for one in value if isinstance(value, (list, tuple)) else (value,):
        for want in wanted:
            # In Python 1 == True; here a number is never a tick.
            if type(one) is type(want) and one == want:
                return True
            if want is True and type(one) is str and is_given(one):  # of a choice: whatever was chosen
                return True
    return False


def _is_answered(field: Field, value: object) -> bool:
    """ "Not given" counts as an answer, an empty tick does not."""
    if type(value) is str:  # nearly always: every answer of every row of an import comes by here
        return is_given(value)
    if value is None:
        return False
    if value is False and field.kind is Kind.READ_BACK:
        return False
    return is_given(value) or values.is_not_given(value)


def _empty_code(field: Field) -> Code:
    return Code.READ_BACK_MISSING if field.kind is Kind.READ_BACK else Code.REQUIRED


def _problem(field: Field, answers: Answers, visible: frozenset[str], stage: Stage) -> Problem | None:
    value = answers.get(field.name)
    if value is not None and _is_answered(field, value):
        fault = values.fault(field, value)
        return Problem(field.name, fault[0], field.required or Stage.SAVE, fault[1]) if fault else None
    asked_at = field.required or (Stage.SAVE if field.required_when else None)
    if asked_at is None or not stage.includes(asked_at):
        return None
    if field.required_when and not _met(field.required_when, answers, visible):
        return None
    return Problem(field.name, _empty_code(field), asked_at)
