"""Definition files read from a folder; a broken one is named with its line and never used."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from app.forms.attachable import Attachable, build_attachable
from app.forms.build import Lists, build_form, build_list
from app.forms.callers import CallerRule, build_callers
from app.forms.casework import Casework, build_casework
from app.forms.clocks import USUAL, Rule, build_clock, rows_of
from app.forms.directory import Listed, build_directory
from app.forms.hours import Timetable, build_timetable
from app.forms.identity import Identity, build_identity
from app.forms.limits import Limits, build_limits
from app.forms.nodes import Broken, Flaw, Node, Scalar, is_name
from app.forms.nodes import FormBroken as FormBroken
from app.forms.notifying import NotifyRules, build_notify_rules
from app.forms.reviewing import Reviewing, build_reviewing
from app.forms.rights import Rights, build_rights
from app.forms.rings import RingRules, build_ring_rules
from app.forms.routing import Known, Routing, build_routing
from app.forms.shorts import Short, build_shorts
from app.forms.slips import Template, build_template
from app.forms.spec import LANGUAGES, Choice, Form
from app.forms.streets import Roster, build_roster
from app.forms.visiting import Visiting, build_visiting
from app.forms.wrap_up import WrapUp, build_wrap_up

_BIGGEST = 1_000_000  # bytes
_DEEPEST = 20
_APART = {"lists", "rules", "slips"}  # folders beside the forms
_LIMITS, _RIGHTS, _HOURS = "rules/lock.yaml", "rules/access.yaml", "rules/hours.yaml"
_CLOCKS, _SHORTS, _RINGS = "rules/clocks.yaml", "rules/short.yaml", "rules/rings.yaml"
_REVIEWING, _IDENTITY = "rules/review.yaml", "rules/identity.yaml"
_CALLERS, _ATTACHABLE, _CASEWORK = "rules/callers.yaml", "rules/attachments.yaml", "rules/cases.yaml"
_STREETS, _DIRECTORY, _WRAP_UP = "rules/streets.yaml", "rules/directory.yaml", "rules/wrap_up.yaml"
_ROUTING, _NOTIFY, _VISITING = "rules/routing.yaml", "rules/notify.yaml", "rules/callbacks.yaml"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PREFIX = "tag:yaml.org,2002:"

R = TypeVar(
    "R", Limits, Rights, Casework, Timetable, Reviewing, Identity, RingRules, CallerRule, Attachable, Roster,
    WrapUp, Routing, NotifyRules, Visiting, tuple[Listed, ...], tuple[Short, ...],
)  # fmt: skip


@dataclass(slots=True)
class Forms:
    """Whoever holds these has, after renew(), what was published since; a Form itself never changes."""

    versions: Mapping[str, Mapping[int, Form]] = field(default_factory=dict)
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    broken: tuple[FormBroken, ...] = ()
    limits: Limits = field(default_factory=Limits)
    rights: Rights = field(default_factory=Rights)
    casework: Casework = field(default_factory=Casework)
    hours: Timetable = field(default_factory=Timetable)
    clocks: tuple[Rule, ...] = USUAL
    shorts: tuple[Short, ...] = ()
    reviewing: Reviewing = field(default_factory=Reviewing)
    identity: Identity = field(default_factory=Identity)
    callers: CallerRule = field(default_factory=CallerRule)
    attachable: Attachable = field(default_factory=Attachable)
    streets: Roster = field(default_factory=Roster)
    routing: Routing = field(default_factory=Routing)
    directory: tuple[Listed, ...] = ()
    rings: RingRules = field(default_factory=RingRules)
    wrap_up: WrapUp = field(default_factory=WrapUp)
    notify: NotifyRules = field(default_factory=NotifyRules)
    slips: Mapping[str, Template] = field(default_factory=dict)
    visiting: Visiting = field(default_factory=Visiting)

    def renew(self, newer: "Forms") -> None:
        """Be as *newer* from now on, on whatever thread: each part is replaced whole."""
        for part in fields(self):
            setattr(self, part.name, getattr(newer, part.name))

    def newest(self) -> list[Form]:
        """Return the form that is asked now, of every name, in the order of their keys."""
        forms = (self.get(name) for name in self.versions)
        return sorted((f for f in forms if not f.roll), key=lambda form: (form.keys or "~", form.name))

    def rolls(self) -> list[Form]:
        """Return the forms whose rows are households of the list of their name."""
        return sorted((f for f in map(self.get, self.versions) if f.roll), key=lambda form: form.name)

    def slip_of(self, form: str) -> Template:
        """Return how a slip of this form looks: what names it, else what names none, else what is usual."""
        templates = self.slips.values()
        own = (each for each in templates if each.forms and form in each.forms)
        return next(own, None) or next((each for each in templates if each.forms is None), Template(""))

    def get(self, name: str, version: int | None = None) -> Form:
        """Return that version, or the nearest there is: an old record must always find a form.

        A name nobody defines any more gives a form without fields.
        """
        have = self.versions.get(name)
        if not have:
            return Form(name, version or 0, {LANGUAGES[0]: name}, ())
        if version is None:
            return have[max(have)]
        return have[min(have, key=lambda v: (abs(v - version), -v))]


class _Reading:
    """One reading of a *folder*, with what was *published* over it, by the path in the folder."""

    def __init__(self, folder: Path, published: Mapping[str, str]) -> None:
        self.folder, self.broken = folder, list[FormBroken]()
        self._published = {folder / path: text for path, text in published.items()}

    def homes(self) -> list[Path]:
        """Return the folders of the forms."""
        homes = {path.parent for path in self._published}
        try:
            homes |= {path for path in self.folder.iterdir() if path.name[0] not in "._" and path.is_dir()}
        except OSError:
            self.broken.append(FormBroken("", 0, "", Flaw.UNREADABLE))
        return sorted(home for home in homes if home.name not in _APART)

    def files(self, home: Path) -> list[Path]:
        files = {path for path in self._published if path.parent == home}
        try:
            files |= {p for p in home.iterdir() if p.suffix in (".yaml", ".yml") and p.name[0] not in "._"}
        except OSError:
            if home.exists():
                self.note(home, Broken(Flaw.UNREADABLE, 0))
        return sorted(files)

    def has(self, path: Path) -> bool:
        return path in self._published or path.exists()

    def tree(self, path: Path) -> Node:
        if path.suffix != ".yaml":
            raise Broken(Flaw.FILE_NAME, 0)
        text = self._published.get(path)
        return read_tree(path) if text is None else _parse(_decode(text.encode()))

    def note(self, path: Path, why: Broken) -> None:
        file = path.relative_to(self.folder).as_posix()
        self.broken.append(FormBroken(file, why.line, why.field, why.code, why.detail))


def load(folder: Path, last: Forms | None = None, published: Mapping[str, str] | None = None) -> Forms:
    """Read all definitions; of what is broken now, the version in *last* stays in use.

    *published*: texts by the path in the folder, which stand for the files of the same paths.
    """
    last, told = last or Forms(), _Reading(folder, published or {})
    lists = _lists(told, last.lists)
    versions: dict[str, dict[int, Form]] = {}
    for home in told.homes():
        found = _versions(told, home, lists, last.versions.get(home.name, {}))
        if found:
            versions[home.name] = found
    asked = {name: have[max(have)] for name, have in versions.items()}
    hours = _rule(told, _HOURS, build_timetable, last.hours)
    listed = partial(build_directory, lists=lists, timetable=hours)
    streets = _rule(told, _STREETS, lambda node: build_roster(node, lists), last.streets)
    known = Known(lists, hours, streets, asked)
    return Forms(
        versions,
        lists,
        limits=_rule(told, _LIMITS, build_limits, last.limits),
        rights=_rule(told, _RIGHTS, build_rights, last.rights),
        hours=hours,
        clocks=_clocks(told, hours, tuple(versions), last.clocks),
        shorts=_rule(told, _SHORTS, lambda node: build_shorts(node, asked), last.shorts),
        reviewing=_rule(told, _REVIEWING, build_reviewing, last.reviewing),
        identity=_rule(told, _IDENTITY, build_identity, last.identity),
        callers=_rule(told, _CALLERS, build_callers, last.callers),
        attachable=_rule(told, _ATTACHABLE, build_attachable, last.attachable),
        casework=_rule(told, _CASEWORK, build_casework, last.casework),
        streets=streets,
        routing=_rule(told, _ROUTING, lambda node: build_routing(node, known), last.routing),
        directory=_rule(told, _DIRECTORY, listed, last.directory),
        rings=_rule(told, _RINGS, build_ring_rules, last.rings),
        wrap_up=_rule(told, _WRAP_UP, build_wrap_up, last.wrap_up),
        notify=_rule(told, _NOTIFY, partial(build_notify_rules, lists=lists, timetable=hours), last.notify),
        slips=_slips(told, asked, last.slips),
        visiting=_rule(told, _VISITING, build_visiting, last.visiting),
        broken=tuple(told.broken),
    )


def _lists(told: _Reading, kept: Mapping[str, tuple[Choice, ...]]) -> Lists:
    lists: Lists = {}
    for path in told.files(told.folder / "lists"):
        try:
            if not is_name(path.stem):
                raise Broken(Flaw.FILE_NAME, 0)
            lists[path.stem] = build_list(told.tree(path))
        except Broken as why:
            told.note(path, why)
            if path.stem in kept:
                lists[path.stem] = kept[path.stem]
    return lists


def _rule(told: _Reading, name: str, build: Callable[[Node], R], kept: R) -> R:
    """Return a rule of the centre's; one that says nothing of it has what is usual."""
    path = told.folder / name
    if not told.has(path):
        return type(kept)()
    try:
        return build(told.tree(path))
    except Broken as why:
        told.note(path, why)
        return kept


def _slips(told: _Reading, forms: Mapping[str, Form], kept: Mapping[str, Template]) -> dict[str, Template]:
    """Return the templates by name; no form has two of its own."""
    found: dict[str, Template] = {}
    for path in told.files(told.folder / "slips"):
        try:
            if not is_name(path.stem):
                raise Broken(Flaw.FILE_NAME, 0)
            found[path.stem] = build_template(path.stem, told.tree(path), forms, tuple(found.values()))
        except Broken as why:
            told.note(path, why)
            if path.stem in kept:
                found[path.stem] = kept[path.stem]
    return found


def _clocks(
    told: _Reading, hours: Timetable, forms: tuple[str, ...], last: tuple[Rule, ...]
) -> tuple[Rule, ...]:
    """Return the rules row by row: one that is broken stops no other clock, and stays as it was in *last*."""
    path = told.folder / _CLOCKS
    if not told.has(path):
        return USUAL
    kept, rules = {rule.code: rule for rule in last}, []
    try:
        rows = rows_of(told.tree(path))
    except Broken as why:
        told.note(path, why)
        return last
    for code, row in rows:
        try:
            rules.append(build_clock(code, row, hours, forms))
        except Broken as why:
            told.note(path, why)
            rules += [kept[code]] if code in kept else []
    return tuple(rules)


def _versions(told: _Reading, home: Path, lists: Lists, kept: Mapping[int, Form]) -> dict[int, Form]:
    found: dict[int, Form] = {}
    for path in told.files(home):
        version = int(path.stem) if re.fullmatch(r"[1-9][0-9]{0,5}", path.stem) else 0
        try:
            if not version or not is_name(home.name):
                raise Broken(Flaw.FILE_NAME, 0)
            found[version] = build_form(home.name, version, told.tree(path), lists)
        except Broken as why:
            told.note(path, why)
            if version in kept:
                found[version] = kept[version]
    return found


# -- one file --


def read_tree(path: Path) -> Node:
    """Return the file as a tree that knows its lines; raises Broken."""
    try:
        with path.open("rb") as file:
            raw = file.read(_BIGGEST + 1)
    except OSError:
        raise Broken(Flaw.UNREADABLE, 0) from None
    if len(raw) > _BIGGEST:
        raise Broken(Flaw.TOO_BIG, 0)
    return _parse(_decode(raw))


def tree_of(text: str) -> Node:
    """Return *text* as a tree, as read_tree() a file; raises Broken."""
    return _parse(text)


def dumped(tree: Mapping[str, Any]) -> str:
    """Return *tree* as the YAML read_tree() takes."""
    return yaml.safe_dump(dict(tree), allow_unicode=True, sort_keys=False, width=100)


def _decode(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # An encoding of two bytes a sign has no lines to count.
        line = 0 if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.count(b"\n", 0, error.start) + 1
        raise Broken(Flaw.NOT_UTF8, line) from None
    strange = _NO_TEXT.search(text)
    if strange:
        raise Broken(Flaw.CONTROL_CHARACTER, text.count("\n", 0, strange.start()) + 1)
    return text


def _parse(text: str) -> Node:
    """Build the tree from the parser's events: nothing is constructed, no alias is ever followed."""
    reader = _Reader(text)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Broken(Flaw.SYNTAX, mark.line + 1 if mark else 0, error.problem or "") from None
    except yaml.YAMLError:
        raise Broken(Flaw.SYNTAX, 0) from None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Reader:
    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._resolver = yaml.resolver.Resolver()

    def document(self) -> Node:
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise Broken(Flaw.EMPTY, 0)
        root = self._node(next(self._events), 0)
        if root.value is None or root.value == "":
            raise Broken(Flaw.EMPTY, 0)
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise Broken(Flaw.SYNTAX, _line(after), "one document")
        return root

    def _node(self, event: yaml.Event, depth: int, line: int = 0) -> Node:
        line = line or _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Broken(Flaw.ALIAS, line)
        if depth > _DEEPEST:
            raise Broken(Flaw.TOO_DEEP, line)
        if tag := getattr(event, "tag", None):
            raise Broken(Flaw.TAG, line, tag)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, tuple(self._items(depth)))
        if isinstance(event, yaml.MappingStartEvent):
            return Node(line, self._pairs(depth))
        assert isinstance(event, yaml.ScalarEvent)
        return Node(line, self._scalar(event))

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _pairs(self, depth: int) -> dict[str, Node]:
        pairs: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key.value, str):
                raise Broken(Flaw.WRONG_TYPE, key.line, "key")
            if key.value in pairs:
                raise Broken(Flaw.DUPLICATE_KEY, key.line, key.value)
            pairs[key.value] = self._node(next(self._events), depth + 1, key.line)
        return pairs

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        """Return what plain text stands for; what YAML takes for a date or base 60 stays text."""
        text = event.value
        if not event.implicit[0]:
            return text
        found: str = self._resolver.resolve(yaml.ScalarNode, text, event.implicit)  # type: ignore[no-untyped-call]
        try:
            match found.removeprefix(_PREFIX):
                case "null":
                    return None
                case "bool":
                    return text.lower() in ("true", "yes", "on")
                case "int":
                    return int(text) if len(text) < 20 else text
                case "float":
                    return float(text)
        except ValueError:
            return text
        return text
