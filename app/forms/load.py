"""Definition files read from a folder; a broken one is named with its line and never used."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from app.forms.build import Lists, build_form, build_list
from app.forms.clocks import USUAL, Rule, build_clock, rows_of
from app.forms.directory import Listed, build_directory
from app.forms.hours import Timetable, build_timetable
from app.forms.limits import Limits, build_limits
from app.forms.nodes import Broken, Flaw, Node, Scalar, is_name
from app.forms.rights import Rights, build_rights
from app.forms.spec import LANGUAGES, Choice, Form
from app.forms.streets import Roster, build_roster

_BIGGEST = 1_000_000  # bytes
_DEEPEST = 20
_APART = {"lists", "rules"}  # folders beside the forms
_LIMITS, _RIGHTS, _HOURS = "rules/lock.yaml", "rules/access.yaml", "rules/hours.yaml"
_CLOCKS, _STREETS, _DIRECTORY = "rules/clocks.yaml", "rules/streets.yaml", "rules/directory.yaml"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PREFIX = "tag:yaml.org,2002:"

R = TypeVar("R", Limits, Rights, Timetable, Roster, tuple[Listed, ...])


@dataclass(frozen=True, slots=True)
class FormBroken:
    """``file`` as seen from the folder, ``line`` from 1 (0: the file as a whole), ``code`` a Flaw."""

    file: str
    line: int
    field: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Forms:
    versions: Mapping[str, Mapping[int, Form]] = field(default_factory=dict)
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    broken: tuple[FormBroken, ...] = ()
    limits: Limits = field(default_factory=Limits)
    rights: Rights = field(default_factory=Rights)
    hours: Timetable = field(default_factory=Timetable)
    clocks: tuple[Rule, ...] = USUAL
    streets: Roster = field(default_factory=Roster)
    directory: tuple[Listed, ...] = ()

    def newest(self) -> list[Form]:
        """Return the form that is asked now, of every name, in the order of their keys."""
        forms = [self.get(name) for name in self.versions]
        return sorted(forms, key=lambda form: (form.keys or "~", form.name))

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


def load(folder: Path, last: Forms | None = None) -> Forms:
    """Read all definitions; of what is broken now, the version in *last* stays in use."""
    broken: list[FormBroken] = []
    lists: Lists = {}
    last = last or Forms()
    for path in _files(folder, folder / "lists", broken):
        try:
            if not is_name(path.stem):
                raise Broken(Flaw.FILE_NAME, 0)
            lists[path.stem] = build_list(_read(path))
        except Broken as why:
            broken.append(_named(folder, path, why))
            if path.stem in last.lists:
                lists[path.stem] = last.lists[path.stem]
    versions: dict[str, dict[int, Form]] = {}
    for home in _homes(folder, broken):
        kept = last.versions.get(home.name, {})
        found = _versions(folder, home, lists, kept, broken)
        if found:
            versions[home.name] = found
    limits = _rule(folder / _LIMITS, build_limits, last.limits, broken)
    rights = _rule(folder / _RIGHTS, build_rights, last.rights, broken)
    hours = _rule(folder / _HOURS, build_timetable, last.hours, broken)
    clocks = _clocks(folder / _CLOCKS, hours, tuple(versions), last.clocks, broken)
    streets = _rule(folder / _STREETS, lambda node: build_roster(node, lists), last.streets, broken)
    listed = partial(build_directory, lists=lists, timetable=hours)
    directory = _rule(folder / _DIRECTORY, listed, last.directory, broken)
    return Forms(versions, lists, tuple(broken), limits, rights, hours, clocks, streets, directory)


def _rule(path: Path, build: Callable[[Node], R], kept: R, broken: list[FormBroken]) -> R:
    """Return a rule of the centre's; one that says nothing of it has what is usual."""
    if not path.exists():
        return type(kept)()
    folder = path.parent.parent
    try:
        return build(_read(path))
    except Broken as why:
        broken.append(_named(folder, path, why))
        return kept


def _clocks(
    path: Path, hours: Timetable, forms: tuple[str, ...], last: tuple[Rule, ...], broken: list[FormBroken]
) -> tuple[Rule, ...]:
    """Return the rules row by row: one that is broken stops no other clock, and stays as it was in *last*."""
    if not path.exists():
        return USUAL
    kept, rules, folder = {rule.code: rule for rule in last}, [], path.parent.parent
    try:
        rows = rows_of(_read(path))
    except Broken as why:
        broken.append(_named(folder, path, why))
        return last
    for code, row in rows:
        try:
            rules.append(build_clock(code, row, hours, forms))
        except Broken as why:
            broken.append(_named(folder, path, why))
            rules += [kept[code]] if code in kept else []
    return tuple(rules)


def _versions(
    folder: Path, home: Path, lists: Lists, kept: Mapping[int, Form], broken: list[FormBroken]
) -> dict[int, Form]:
    found: dict[int, Form] = {}
    for path in _files(folder, home, broken):
        version = int(path.stem) if re.fullmatch(r"[1-9][0-9]{0,5}", path.stem) else 0
        try:
            if not version or not is_name(home.name):
                raise Broken(Flaw.FILE_NAME, 0)
            found[version] = build_form(home.name, version, _read(path), lists)
        except Broken as why:
            broken.append(_named(folder, path, why))
            if version in kept:
                found[version] = kept[version]
    return found


def _homes(folder: Path, broken: list[FormBroken]) -> list[Path]:
    try:
        homes = [p for p in folder.iterdir() if p.name[0] not in "._" and p.is_dir()]
    except OSError:
        broken.append(FormBroken("", 0, "", Flaw.UNREADABLE))
        return []
    return sorted(home for home in homes if home.name not in _APART)


def _files(folder: Path, home: Path, broken: list[FormBroken]) -> list[Path]:
    try:
        return sorted(p for p in home.iterdir() if p.suffix in (".yaml", ".yml") and p.name[0] not in "._")
    except OSError:
        if home.exists():
            broken.append(_named(folder, home, Broken(Flaw.UNREADABLE, 0)))
        return []


def _named(folder: Path, path: Path, why: Broken) -> FormBroken:
    file = path.relative_to(folder).as_posix()
    return FormBroken(file, why.line, why.field, why.code, why.detail)


# -- one file --


def _read(path: Path) -> Node:
    if path.suffix != ".yaml":
        raise Broken(Flaw.FILE_NAME, 0)
    return read_tree(path)


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
