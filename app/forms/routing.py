"""Where an order goes, by when, on which copies, at once or with the round: a centre's rows (ORD-1, 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.forms.build import MOST_HOURS, condition, listed
from app.forms.check import holds, order_team
from app.forms.hours import Hours, Timetable, build_hours
from app.forms.nodes import Broken, Flaw, Node, about, optional, unique
from app.forms.spec import Choice, Condition, Form, Words
from app.forms.streets import Roster

# Why a team was chosen, where no row said so.
CHOSEN, BY_FORM, BY_STREET = "chosen", "by_form", "by_street"
_OUTCOMES = "team due_hours urgent round copies"
_TESTS = "forms when urgent hours outside districts streets"


@dataclass(frozen=True, slots=True)
class Then:
    """What a row decides; None and empty: it leaves that to others."""

    team: str = ""
    due_hours: float | None = None
    urgent: bool | None = None
    round: bool | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """``then`` holds where all that is asked does; what is empty or None is not asked. ``hours``: it is made
    within these, ``outside``: not within those. ``streets`` are names of the roster."""

    code: str
    rule: str
    why: Words
    then: Then
    forms: tuple[str, ...] = ()
    when: Condition | None = None
    urgent: bool | None = None
    hours: Hours | None = None
    outside: Hours | None = None
    districts: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()

    def _asks(self, form: Form, answers: Mapping[str, Any], *, urgent: bool) -> bool:
        return (
            (not self.forms or form.name in self.forms)
            and self.urgent in (None, urgent)
            and holds(form, self.when, answers)
        )

    def _is_time(self, at: datetime) -> bool:
        outside = self.outside is None or not self.outside.is_open(at)
        return outside and (self.hours is None or self.hours.is_open(at))

    def _is_place(self, roster: Roster, answers: Mapping[str, Any]) -> bool:
        if self.districts and roster.district(answers) not in self.districts:
            return False
        street = roster.street(answers.get("address")) if self.streets else None
        return not self.streets or (street is not None and (street.now or street.name) in self.streets)

    def fits(self, asked: "Asked", *, urgent: bool) -> bool:
        """Tell whether the row speaks of this order, which is *urgent* by the rows before it."""
        answers = asked.answers
        return (
            self._asks(asked.form, answers, urgent=urgent)
            and self._is_time(asked.at)
            and self._is_place(asked.roster, answers)
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What an order would be made of, at this moment."""

    form: Form
    answers: Mapping[str, Any]
    urgent: bool
    at: datetime
    roster: Roster


@dataclass(frozen=True, slots=True)
class Routed:
    """``why``: the codes of the rows that decided, and of what did where none spoke of the team. ``round``:
    it waits for the round of the ordinary ones (ORD-1); what is urgent never does."""

    team: str
    due_at: datetime
    urgent: bool
    round: bool
    copies: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Routing:
    rows: tuple[Row, ...] = ()

    def row(self, code: str) -> Row | None:
        return next((row for row in self.rows if row.code == code), None)

    def route(self, asked: Asked) -> Routed:
        """Go through the rows in their order: of each thing the first that says it decides. A team that
        somebody chose in the form stands; of what no row says, the form's own rule."""
        form, answers = asked.form, asked.answers
        rule = form.order
        assert rule is not None
        chosen, why = order_team(form, answers) if answers.get("team") else "", list[str]()
        said = Then(chosen, urgent=True if asked.urgent else None)
        for row in self.rows:
            if row.fits(asked, urgent=bool(said.urgent)):
                said, told = _joined(said, row.then), said
                why += [row.code] * (said != told)
        team, how = _usual(asked) if not said.team else (said.team, [CHOSEN] if chosen else [])
        due = said.due_hours if said.due_hours is not None else rule.due_hours
        urgent = bool(said.urgent)
        return Routed(
            team,
            asked.at + timedelta(hours=due),
            urgent,
            bool(said.round) and not urgent,
            said.copies or rule.copies,
            (*how, *why),
        )


def _joined(said: Then, then: Then) -> Then:
    return Then(
        said.team or then.team,
        then.due_hours if said.due_hours is None else said.due_hours,
        then.urgent if said.urgent is None else said.urgent,
        then.round if said.round is None else said.round,
        said.copies or then.copies,
    )


def _usual(asked: Asked) -> tuple[str, list[str]]:
    """Return the form's team, or who goes instead in that district (CASE-5)."""
    team = order_team(asked.form, asked.answers)
    there = asked.roster.team(asked.form, asked.answers)
    return there, [BY_FORM if there == team else BY_STREET]


# -- the file --


@dataclass(frozen=True, slots=True)
class Known:
    """What a row may name: ``forms`` are those that are asked now."""

    lists: Mapping[str, tuple[Choice, ...]]
    timetable: Timetable
    roster: Roster
    forms: Mapping[str, Form]


def build_routing(node: Node, known: Known) -> Routing:
    nodes = node.keys("routing")["routing"].items()
    codes = [each.mapping()["code"].name() if "code" in each.mapping() else "" for each in nodes]
    unique(nodes, codes, Flaw.DUPLICATE_CHOICE)
    return Routing(tuple(_row(each, known) for each in nodes))


def _row(node: Node, known: Known) -> Row:
    have = node.keys("code rule why then", _TESTS)
    code = have["code"].name()
    if code in (CHOSEN, BY_FORM, BY_STREET):
        raise Broken(Flaw.WRONG_VALUE, have["code"].line, code)
    with about(code):
        forms = tuple(_form(each, known) for each in have["forms"].items()) if "forms" in have else ()
        return Row(
            code,
            have["rule"].text(),
            have["why"].words(),
            _then(have["then"], known),
            forms,
            _when(have, forms, known),
            optional(have, "urgent", Node.truth, None),
            optional(have, "hours", lambda each: build_hours(each, known.timetable), None),
            optional(have, "outside", lambda each: build_hours(each, known.timetable), None),
            optional(have, "districts", lambda each: _codes(each, "districts", known), ()),
            optional(have, "streets", lambda each: _streets(each, known), ()),
        )


def _then(node: Node, known: Known) -> Then:
    have = node.keys("", _OUTCOMES)
    if not have:
        raise Broken(Flaw.WRONG_VALUE, node.line)
    return Then(
        optional(have, "team", lambda each: listed(each, "teams", known.lists), ""),
        optional(have, "due_hours", lambda each: each.number(0.01, MOST_HOURS), None),
        optional(have, "urgent", Node.truth, None),
        optional(have, "round", Node.truth, None),
        optional(have, "copies", lambda each: _codes(each, "copies", known), ()),
    )


def _form(node: Node, known: Known) -> str:
    name = node.name()
    if name not in known.forms or known.forms[name].order is None:
        raise Broken(Flaw.WRONG_VALUE, node.line, name)
    return name


def _when(have: dict[str, Node], forms: tuple[str, ...], known: Known) -> Condition | None:
    """Return the condition, which must mean something in each form that is named; in none of them named, in
    one that makes orders."""
    if "when" not in have:
        return None
    named = [known.forms[name] for name in forms]
    asked = set(have["when"].mapping())
    able = named or [form for form in known.forms.values() if form.order and asked <= form.names]
    if not able:
        raise Broken(Flaw.UNKNOWN_FIELD, have["when"].line, " ".join(sorted(asked))[:80])
    found = [condition(have, "when", {f.name: f for f in form.fields}) for form in able]
    return found[0]


def _codes(node: Node, name: str, known: Known) -> tuple[str, ...]:
    nodes = node.items()
    codes = [listed(each, name, known.lists) for each in nodes]
    unique(nodes, codes, Flaw.DUPLICATE_CHOICE)
    return tuple(codes)


def _streets(node: Node, known: Known) -> tuple[str, ...]:
    there = {street.name for street in known.roster.streets}
    names = []
    for each in node.items():
        if each.text() not in there:
            raise Broken(Flaw.UNKNOWN_CHOICE, each.line, each.text()[:40])
        names.append(each.text())
    return tuple(names)
