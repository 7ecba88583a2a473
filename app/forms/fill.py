"""A row of a foreign table as the answers of a form: by the map, each in the type of its field."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.maps import CHANNELS, ImportMap, Rule
from app.forms.moments import Moments
from app.forms.spec import Choice, Field, Problem, Stage

_SEVERAL = re.compile(r"\s*[、,，;；|\n]\s*")
_YES = frozenset(("是", "对", "對", "有", "真", "√", "✓", "yes", "y", "true", "t", "1", "on", "x"))
_NO = frozenset(("否", "不", "无", "無", "没有", "沒有", "假", "×", "no", "n", "false", "f", "0", "off"))
_KEPT = 10_000  # translations remembered of one column
_NOTHING = object()

_Value = Callable[[str], Any]  # a cell that says something → an answer


class Filled(NamedTuple):
    """``problems`` are those of the row's own time, channel and closing; the answers are unchecked."""

    answers: dict[str, Any]
    at: datetime | None
    channel: str = ""
    closed: bool = False
    closed_at: datetime | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Feed:
    """One rule bound to the places of its columns."""

    rule: Rule
    places: tuple[int, ...]
    value: _Value
    empty: Any  # what answers an empty one; _NOTHING: nothing does
    _known: dict[str, Any] = field(default_factory=dict)

    def __call__(self, cells: Sequence[str]) -> Any:
        places = self.places  # nearly always one: worth no call of its own
        text = cells[places[0]].strip() if len(places) == 1 else self.text(cells)
        if not text:
            return self.empty
        found = self._known.get(text, _NOTHING)
        if found is _NOTHING:
            found = self.value(text)
            if len(text) < 100 and len(self._known) < _KEPT:
                self._known[text] = found
        return found

    def text(self, cells: Sequence[str]) -> str:
        """Return what the columns say, trimmed."""
        said = [text for place in self.places if (text := cells[place].strip())]
        return said[0] if said and self.rule.first else self.rule.join.join(said)


class Filler:
    """*columns* has all columns the map names (``maps.missing_columns``)."""

    def __init__(self, told: ImportMap, forms: Forms, columns: Sequence[str]) -> None:
        form = forms.get(told.form)
        self._places = {name: place for place, name in enumerate(columns)}
        self._moments = Moments(told.dates, told.zone)
        self._fields = [
            (name, self._feed(rule, self._value(form.field(name), rule)))
            for name, rule in told.fields.items()
            if rule.columns or rule.otherwise or rule.not_given
        ]
        self._time = self._feed(told.time, self._moments.read)
        self._closed_at = self._feed(told.closed_at, self._moments.read)
        self._closed = self._feed(told.closed, _translated(told.closed, {}, _yes_no))
        channels = forms.lists.get(CHANNELS, ())
        self._channel = self._feed(told.channel, _translated(told.channel, _labels(channels), _as_is))
        self._channels = frozenset(channel.code for channel in channels)

    def fill(self, cells: Sequence[str]) -> Filled:
        """Return what a row of as many cells as there are columns says."""
        answers = {}
        for name, feed in self._fields:
            value = feed(cells)
            if value is not _NOTHING:
                answers[name] = value
        problems: list[Problem] = []
        at, closed_at = self._at(cells, problems), self._closed_at(cells)
        if closed_at is None:
            problems.append(_problem("closed_at", "time_unread", self._closed_at, cells))
        channel = self._channel(cells)
        if channel not in self._channels:
            problems.append(_problem("channel", "channel_unknown", self._channel, cells))
        closed = self._closed(cells)
        if closed is _NOTHING:
            closed = isinstance(closed_at, datetime) and not self._closed.places
        elif not isinstance(closed, bool):
            problems.append(_problem("closed", "closed_unknown", self._closed, cells))
        when = closed_at if isinstance(closed_at, datetime) else None
        return Filled(answers, at, str(channel), closed is True, when, tuple(problems))

    def _at(self, cells: Sequence[str], problems: list[Problem]) -> datetime | None:
        at = self._time(cells)
        if isinstance(at, datetime):
            return at
        code = "time_missing" if at is _NOTHING else "time_unread"
        problems.append(_problem("time", code, self._time, cells))
        return None

    def _feed(self, rule: Rule, value: _Value) -> Feed:
        empty: Any = _NOTHING
        if rule.otherwise:
            empty = value(rule.otherwise)
        elif rule.not_given:
            empty = {"not_given": rule.not_given}
        return Feed(rule, tuple(self._places[name] for name in rule.columns), value, empty)

    def _value(self, of: Field, rule: Rule) -> _Value:
        match of.kind:
            case Kind.CHOICE:
                return _translated(rule, _labels(of.choices), _as_is)
            case Kind.MULTI_CHOICE:
                one = _translated(rule, _labels(of.choices), _as_is)
                return lambda text: [one(part) for part in _SEVERAL.split(text) if part]
            case Kind.YES_NO | Kind.READ_BACK:
                return _translated(rule, {}, _yes_no)
            case Kind.DATE_TIME:
                return lambda text: at.isoformat() if (at := self._moments.read(text)) else text
        return _translated(rule, {}, _as_is) if rule.values else _as_is


def _problem(field: str, code: str, feed: Feed, cells: Sequence[str]) -> Problem:
    said = feed.text(cells) if feed.places else feed.rule.otherwise
    return Problem(field, code, Stage.SAVE, {"typed": said[:40]})


def _translated(rule: Rule, known: Mapping[str, str], rest: _Value) -> _Value:
    """By the rule's values, then what is *known*, then ``otherwise``; what nobody knows goes to *rest*."""
    told = {_key(text): value for text, value in rule.values.items()}

    def value(text: str) -> Any:
        key = _key(text)
        if key in told:
            return rest(told[key])
        if key in known:
            return known[key]
        if rest(text) is not text:
            return rest(text)
        return rest(rule.otherwise or text)

    return value


def _as_is(text: str) -> str:
    return text


def _yes_no(text: str) -> bool | str:
    key = _key(text)
    return True if key in _YES else False if key in _NO else text


def _labels(choices: Iterable[Choice]) -> dict[str, str]:
    """Return the code for each label in every language, and for itself."""
    choices = tuple(choices)
    found = {_key(label): choice.code for choice in choices for label in choice.label.values()}
    return found | {choice.code: choice.code for choice in choices}


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
