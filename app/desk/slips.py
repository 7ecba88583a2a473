"""What a slip says: the order in the words of its paper, as the centre's template wants it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.desk.register import Register
from app.forms.check import shown
from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.slips import Template
from app.forms.spec import Choice, Form, Words, say
from app.forms.words import in_words
from app.records.ids import Id
from app.records.orders import Slip
from app.records.paper import Layout, Part, Row, SlipSheet

_OWN = {"team", "team_why", "due_at"}  # they have a place of their own, or none


def layout_of(template: Template, lang: str) -> Layout:
    return Layout(
        template.paper,
        template.across,
        template.per_sheet,
        template.codes,
        tuple(Part(_say(part.title, lang), part.fields) for part in template.parts),
        tuple(say(each, lang) for each in template.signatures),
    )


def heads(template: Template, form: Form, centre: str, lang: str) -> tuple[str, str]:
    """Return what stands over the slip, and its title."""
    return _say(template.letterhead, lang) or centre, _say(template.title, lang) or say(form.title, lang)


def rows_of(form: Form, answers: dict[str, Any], lang: str, forms: Forms) -> tuple[Row, ...]:
    """Return what was answered, in words. Whoever drives there needs no proof that it was read back."""
    visible = shown(form, answers)
    return tuple(
        Row(say(f.label, lang), in_words(f, answers[f.name], lang, forms.lists), f.name)
        for f in form.fields
        if f.name in visible and f.name in answers and f.name not in _OWN and f.kind is not Kind.READ_BACK
    )


def named(choices: tuple[Choice, ...], lang: str) -> dict[str, str]:
    return {choice.code: say(choice.label, lang) for choice in choices}


def stands_for(slip: Slip, get: Callable[[Id], Slip | None], register: Register) -> dict[str, str]:
    """Return what a slip says of the one it stands for, or of the one that stands for it: the fields of a
    sheet."""
    void = slip.id if slip.void else slip.replaces
    line = register.voided(void) if void else None
    other = get(line.other) if line and line.other and slip.void else None
    before = get(slip.replaces) if slip.replaces and not slip.void else None
    return {
        "replaces": before.number if before else "",
        "replaced_by": other.number if other else "",
        "reason": line.reason if line else "",
    }


def first_at(slip: Slip) -> datetime | None:
    """Return when it came out first."""
    told = [datetime.fromisoformat(str(each["at"])) for each in slip.prints if "at" in each]
    return min(told).astimezone() if told else None


def sample(form: Form, forms: Forms, template: Template, lang: str, at: datetime) -> SlipSheet:
    """Return a slip of this form with every field answered, as far as anything can be invented for it."""
    lang = template.lang or lang
    centre, title = heads(template, form, "○○", lang)
    answers = {f.name: _invented(f) for f in form.fields}
    rule, teams = form.order, named(forms.lists.get("teams", ()), lang)
    return SlipSheet(
        slip=Id(""), number="PA03-00042-K", order_number="GA03-00031-X", case_number="AA03-00029-5",
        title=title, centre=centre, team=teams.get(rule.team, "") if rule else "",
        copies=rule.copies if rule else (), rows=rows_of(form, answers, lang, forms), due_at=at,
        urgent=form.emergency, printed_at=at, printed_by="1001", reprint=0, void=False, lang=lang,
        copy_names=named(forms.lists.get("copies", ()), lang), layout=layout_of(template, lang),
    )  # fmt: skip


def _say(words: Words, lang: str) -> str:
    return say(words, lang) if words else ""


def _invented(field: Any) -> Any:
    match field.kind:
        case Kind.CHOICE:
            return field.codes[0] if field.codes else ""
        case Kind.MULTI_CHOICE:
            return list(field.codes[:2])
        case Kind.YES_NO | Kind.READ_BACK:
            return True
        case Kind.NUMBER:
            return 5
        case Kind.DATE_TIME:
            return "2026-11-22T14:00:00+08:00"
        case Kind.PHONE:
            return "13800001234"
    return say(field.label, "zh_CN") * 2
