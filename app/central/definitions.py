"""Forms, lists and rules given to every seat: checked as the seats will have them, never altered silently."""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, text

from app import places
from app.central.refused import AdminRefused
from app.central.schema import TENANT
from app.forms.load import FormBroken, Forms, load
from app.records.definitions import definition_id

LONGEST = 256_000  # bytes of one file
_KNOWN = (
    "SELECT body ->> 'path', body ->> 'text' FROM cc.record WHERE tenant = :tenant AND kind = 'definition'"
)
_PUBLISH = "SELECT cc.publish(:tenant, 'definition', CAST(:id AS uuid), CAST(:body AS jsonb))"


@dataclass(frozen=True, slots=True)
class Change:
    """What would be published under *path*; ``diff`` against what is asked now; ``lost``: codes that a list
    has no more, which old records then show bare."""

    path: str
    text: str
    diff: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """``broken``: what the seats could not use; nothing is published then."""

    changes: tuple[Change, ...] = ()
    broken: tuple[FormBroken, ...] = ()


def known(connection: Connection) -> dict[str, str]:
    """Return what was published, by its path."""
    rows = connection.execute(text(_KNOWN), {"tenant": TENANT})
    return {str(path): str(told) for path, told in rows}


def found(given: Iterable[Path]) -> dict[str, str]:
    """Return the texts at *given*, files or folders of them, by their paths under the folder of forms."""
    told = {}
    for file in sorted({f for path in given for f in (path.rglob("*.yaml") if path.is_dir() else [path])}):
        path = f"{file.resolve().parent.name}/{file.name}"
        raw = file.read_bytes() if file.is_file() else b""
        is_rule = path.startswith("rules/") and not (places.forms() / path).is_file()
        try:
            told[path] = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise AdminRefused("no_definition", str(file)) from None
        if file.suffix != ".yaml" or is_rule or not 0 < len(raw) <= LONGEST:
            raise AdminRefused("no_definition", str(file))
    if not told:
        raise AdminRefused("no_definition", "、".join(map(str, given)))
    return told


def plan(published: Mapping[str, str], given: Mapping[str, str]) -> Plan:
    """Return what *given* would change at the seats; what is there already changes nothing."""
    before = load(places.forms(), published=published)
    after = load(places.forms(), published={**published, **given})
    if broken := [each for each in after.broken if each.file in given or each not in before.broken]:
        return Plan(broken=tuple(broken))
    changes = []
    for path in sorted(given):
        if given[path] == _stands(path, published):
            continue
        against = _against(path, before, after)
        if against is None:  # in other words the same: comments, blanks
            continue
        diff = _diff(path, _stands(against, published) or "", given[path])
        changes.append(Change(path, given[path], diff, _lost(path, before, after)))
    return Plan(tuple(changes))


def publish(connection: Connection, change: Change) -> None:
    """Give it to every seat, with its next round."""
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    body = json.dumps({"path": change.path, "text": change.text, "published_at": at}, ensure_ascii=False)
    told = {"tenant": TENANT, "id": definition_id(change.path), "body": body}
    connection.execute(text(_PUBLISH), told)
    connection.execute(text("SELECT pg_notify('zuoxi', '')"))


def _stands(path: str, published: Mapping[str, str]) -> str | None:
    """Return the text the seats have under *path*: published, else shipped with the program."""
    shipped = places.forms() / path
    return published.get(path) or (shipped.read_text("utf-8") if shipped.is_file() else None)


def _against(path: str, before: Forms, after: Forms) -> str | None:
    """Return what *path* is to be compared with; None where it says the same as before.

    A version of a form that may have been asked stays as it is, and no lower one comes after it.
    """
    name, _, version = path.removesuffix(".yaml").partition("/")
    have = before.versions.get(name)
    if not have:
        return path
    newest, n = max(have), int(version)
    if n in have and after.versions[name][n] == have[n]:
        return None
    if n <= newest:
        following = f"{name}/{newest + 1}.yaml"
        raise AdminRefused("altered", following) if n in have else AdminRefused("lowered", following)
    return f"{name}/{newest}.yaml"


def _diff(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    return "\n".join([path, *list(lines)[2:]])


def _lost(path: str, before: Forms, after: Forms) -> tuple[str, ...]:
    folder, _, name = path.removesuffix(".yaml").partition("/")
    if folder != "lists":
        return ()
    still = {choice.code for choice in after.lists.get(name, ())}
    return tuple(choice.code for choice in before.lists.get(name, ()) if choice.code not in still)
