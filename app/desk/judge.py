"""Each row of a foreign table judged: the call it makes and its id, or what stands in its way."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from app.desk.sheets import MOST_LINES, Line
from app.forms.check import check, opens_case
from app.forms.fill import Filled, Filler
from app.forms.load import Forms
from app.forms.maps import ImportMap
from app.forms.spec import Problem, Stage
from app.records.ids import Id, id_of


class ImportRefused(Exception):
    """An import that cannot begin. ``code``: no_column (``feeds``, ``column``, ``line`` of the map),
    not_allowed."""

    def __init__(self, code: str, feeds: str = "", column: str = "", line: int = 0) -> None:
        super().__init__(code, feeds, column, line)
        self.code, self.feeds, self.column, self.line = code, feeds, column, line


NO_ID = Id("")


class Judged(NamedTuple):
    """One row: the call it makes, or what stands in its way."""

    line: Line
    filled: Filled
    problems: list[Problem]
    id: Id = NO_ID
    again: bool = False  # the same row stood further up


class Rows(Protocol):
    """A table that is read from its first row on; ``encoding`` is empty where none was decoded."""

    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def encoding(self) -> str: ...
    def read(self, most: int) -> Sequence[Line]: ...


class Judge:
    """Tells of each row what call it makes, or why none."""

    def __init__(self, sheet: Rows, told: ImportMap, forms: Forms, now: datetime) -> None:
        self._sheet, self.told, self.form, self._now = sheet, told, forms.get(told.form), now
        self._filler = Filler(told, forms, sheet.columns)
        self._width = len(sheet.columns)
        self._key = tuple(sheet.columns.index(name) for name in told.key)
        self._times: Counter[int] = Counter()  # how often a row stood there, by its hash
        self._keys: dict[int, tuple[int, int]] = {}  # of a key: its row's hash and line

    def rows(self, most: int) -> list[Judged]:
        """Judge the next rows; none at the end."""
        return [self._judge(line) for line in self._sheet.read(most)]

    def _judge(self, line: Line) -> Judged:
        cells = line.cells + ("",) * (self._width - len(line.cells))
        filled = self._filler.fill(cells)
        problems = [*self._shape(line), *filled.problems]
        if filled.at and filled.at > self._now:
            problems.append(Problem("time", "time_ahead", Stage.SAVE))
        closing = filled.closed and opens_case(self.form, filled.answers)
        # What comes in closed is asked what closing asks.
        problems += check(self.form, filled.answers, Stage.CLOSE if closing else Stage.SAVE)
        if problems or filled.at is None:
            return Judged(line, filled, problems)
        return self._told_apart(line, cells, filled, filled.at)

    def _shape(self, line: Line) -> list[Problem]:
        found = []
        over = line.cells[self._width :]
        if any(map(str.strip, over)):
            detail = {"have": str(len(line.cells)), "want": str(self._width)}
            found.append(Problem("", "ragged", Stage.SAVE, detail))
        if line.lines > MOST_LINES:
            found.append(Problem("", "open_quote", Stage.SAVE, {"lines": str(line.lines)}))
        if self._sheet.encoding and not _is_text("".join(line.cells)):
            found.append(Problem("", "not_encoding", Stage.SAVE, {"encoding": self._sheet.encoding}))
        return found

    def _told_apart(self, line: Line, cells: tuple[str, ...], filled: Filled, at: datetime) -> Judged:
        """Give the row its id: by its key, else by all it says and how often that stood there before."""
        whole = "\x1f".join(map(str.strip, cells)).rstrip("\x1f")
        row = hash(whole)
        if not self._key:
            self._times[row] += 1
            return Judged(line, filled, [], id_of(at, "call", self.form.name, whole, str(self._times[row])))
        key = "\x1f".join(cells[place].strip() for place in self._key)
        if not key.strip("\x1f"):
            return Judged(line, filled, [Problem("key", "key_missing", Stage.SAVE)])
        before = self._keys.setdefault(hash(key), (row, line.number))
        if before[0] != row:
            detail = {"line": str(before[1]), "typed": key.replace("\x1f", " ")[:40]}
            return Judged(line, filled, [Problem("key", "key_twice", Stage.SAVE, detail)])
        id = id_of(at, "call", self.form.name, key)
        return Judged(line, filled, [], id, again=before[1] != line.number)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
