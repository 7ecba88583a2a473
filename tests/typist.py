"""A scripted agent takes down real calls in the real window, by keys alone, and looks for every word of them
in the file afterwards: `python -m tests.typist --calls FILE [--n 50] [--json]`.

FILE is a CSV with ``caller_code title detail area_codes reply`` (calls_cn_taidi). Chinese comes from an input
method, a few signs at a time; that, digits and Latin signs are the text, and every other key is extra.

A stall is what the window's own thread works on one key, as in ``tests.flows.stalls``; the opening and the
saving of a form are no typing, and told apart.
"""

import csv
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import groupby, islice
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

import click
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.demo.hands import Hands
from app.forms import pinyin
from app.forms.check import check
from app.forms.kinds import Kind
from app.forms.spec import Field, Form, Problem, Stage
from app.records.calls import Call
from app.records.ids import Id
from app.store.store import Store
from app.ui.form.choice import ChoiceEditor
from app.ui.panels.calls import CallPage
from tests.bench.figures import percentile
from tests.flows.stalls import CALLS, Watch, workplace

KEY, CONTROL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MOST_KEYS, MOST_MS = 12, 16.0
_WORD = 4  # signs an input method hands over at once
_LOST = 60  # keys: whoever has pressed so many does not get anywhere
_PAUSE = 0.25  # seconds between two fields: what was typed is checked and kept

# What an agent makes of a text: the first that fits.
_FORMS = {
    "建议": "suggestion",
    "投诉": "complaint",
    "举报": "complaint",
    "咨询": "inquiry",
    "请问": "inquiry",
}
_MATTERS = {
    "city_case": {
        "路灯": "street_light", "井盖": "manhole", "积水": "drainage", "下水": "drainage", "噪": "noise",
        "油烟": "fumes", "垃圾": "litter", "扬尘": "dust", "违建": "illegal_building", "停车": "parking",
        "摆摊": "street_trade", "绿化": "greenery", "水电": "utilities", "停电": "utilities", "狗": "animals",
        "路": "road_damage", "": "facilities",
    },
    "complaint": {"收费": "charges", "态度": "attitude", "施工": "construction", "": "quality"},
    "inquiry": {"费": "payment", "安全": "safety", "": "policy"},
    "suggestion": {"费": "price", "安全": "safety", "": "city"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A call as it is told: what belongs into each field."""

    form: str
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    id: Id
    form: Form
    said: dict[str, str]  # field: what was typed into it, or the code that was picked


@dataclass(frozen=True, slots=True)
class Figures:
    calls: int
    mouse: int
    extra_keys_p50: float
    extra_keys_max: int
    stall_p99_ms: float
    stall_max_ms: float
    open_p99_ms: float
    save_p99_ms: float
    lost: int

    @property
    def ok(self) -> bool:
        in_hand = not self.mouse and self.extra_keys_p50 <= MOST_KEYS and self.stall_p99_ms <= MOST_MS
        return in_hand and not self.lost


def told(rows: Iterator[dict[str, str]]) -> Iterator[Told]:
    dice = random.Random(6)  # noqa: S311 – invented numbers
    for row in rows:
        title, text = row["title"].strip(), row["detail"].strip()
        form = next((form for word, form in _FORMS.items() if word in title), "city_case")
        matter = next(code for word, code in _MATTERS[form].items() if word in title)
        yield Told(
            form,
            {
                "name": f"网友{row['caller_code']}",
                "phone": f"13{dice.randrange(10**9):09d}",
                "address": f"{row['area_codes'] or 'A市'} {title}",
                "category": matter,
                "request": f"{title}\n{text}",
                "demand": title,
                "solved": "solved" if form == "inquiry" else "unsolved",
                "answer": row["reply"].strip() if form == "inquiry" else "",
            },
        )


class Mouse(QObject):
    """Counts what a hand on the mouse would do."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
        return False


@dataclass
class Typist:
    place: Any  # the workplace
    hands: Hands
    extra: list[int] = field(default_factory=list)  # keys, by call
    typing: list[float] = field(default_factory=list)  # ms, of each key
    opening: list[float] = field(default_factory=list)
    saving: list[float] = field(default_factory=list)
    slower: float = 1.0  # than the machine the limits were set on

    def take_down(self, call: Told) -> Kept:
        """Open a form, type the call into it and save."""
        self.slower = Watch(self.place).slower
        self.extra.append(0)
        self._key(KEY.Key_F2)
        self._key(Qt.Key(ord(self.place._desk.calls.forms.get(call.form).keys)), into=self.opening)
        page, said = self.place.tabs.current(), {}
        assert isinstance(page, CallPage), page
        while missing := self._missing(page):
            if self.extra[-1] > _LOST:
                raise click.ClickException(f"{page.view.place()[0]}: {missing}")
            asked = page.form.field(page.view.place()[0])
            value = call.answers.get(asked.name, "")
            if value:
                said[asked.name] = value
                self._say(page, asked, value)
            if self._missing(page):
                held = CONTROL if asked.kind is Kind.LONG_TEXT else NONE
                self._key(KEY.Key_Down if held else KEY.Key_Return, held)
            self._pause()
        self._key(KEY.Key_Return, CONTROL, into=self.saving)
        if page.call is not None:  # a case lives on in its tab
            self._key(KEY.Key_W, CONTROL, into=self.saving)
        return Kept(page.record, page.form, said)

    def _missing(self, page: CallPage) -> list[Problem]:
        return check(page.form, page.view.answers(), Stage.SAVE)

    def _say(self, page: CallPage, asked: Field, value: str) -> None:
        if asked.kind is not Kind.CHOICE:
            self._text(value)
        elif isinstance(editor := page.view._rows[asked.name].editor, ChoiceEditor):
            self._letters(editor, asked.codes.index(value))
        else:
            self._key(Qt.Key(ord(str(asked.codes.index(value) + 1))))

    def _letters(self, editor: ChoiceEditor, place: int) -> None:
        """Type initials until the one that is meant is marked."""
        for letter in pinyin.initials(editor._labels[place]).split()[0]:
            self._key(Qt.Key(ord(letter.upper())), text=letter)
            if editor._offered and editor._offered[editor._offers.row()] == place:
                return

    # -- keys --

    def _text(self, text: str) -> None:
        for line, part in enumerate(text.splitlines()):
            if line:
                self._act(lambda: QTest.keyClick(self.hands.focus(), KEY.Key_Return), self.typing)
            for is_plain, signs in groupby(part, str.isascii):
                words = "".join(signs)
                step = 1 if is_plain else _WORD
                for at in range(0, len(words), step):
                    self._act(lambda word=words[at : at + step]: self.hands.type(word), self.typing)

    def _key(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = NONE,
        *,
        text: str = "",
        into: list[float] | None = None,
    ) -> None:
        self.extra[-1] += 1
        hit = QTest.keyClicks if text else QTest.keyClick
        self._act(lambda: hit(self.hands.focus(), text or key, held), self.typing if into is None else into)

    def _act(self, act: Callable[[], object], into: list[float]) -> None:
        begun = thread_time()
        act()
        QCoreApplication.processEvents()
        into.append((thread_time() - begun) * 1e3 / self.slower)

    def _pause(self) -> None:
        """Wait a moment; the longest the window works in it counts as a key."""
        end, turns = perf_counter() + _PAUSE, [0.0]
        wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while perf_counter() < end:
            begun = thread_time()
            QCoreApplication.processEvents(wait, 20)
            turns.append((thread_time() - begun) * 1e3 / self.slower)
        self.typing.append(max(turns))


def is_lost(store: Store, kept: Kept) -> bool:
    """Tell whether the file has not this call, or other words in any field."""
    found = store.get(Call, kept.id)
    return found is None or any(found.answers.get(n) != _stored(n, text) for n, text in kept.said.items())


def _stored(name: str, text: str) -> str:
    return f"+86{text}" if name == "phone" else "\n".join(text.splitlines()).strip()


def run(file: Path, n: int, past: int, folder: Path) -> Figures:
    csv.field_size_limit(1 << 24)
    with workplace(folder, past) as (place, hands), file.open(encoding="utf-8-sig", newline="") as source:
        mouse, typist = Mouse(), Typist(place, hands)
        QApplication.instance().installEventFilter(mouse)
        kept = [typist.take_down(call) for call in islice(told(csv.DictReader(source)), n)]
        store = place._desk.calls._store
        return Figures(
            calls=len(kept),
            mouse=mouse.count,
            extra_keys_p50=statistics.median(typist.extra),
            extra_keys_max=max(typist.extra),
            stall_p99_ms=round(percentile(typist.typing, 0.99), 1),
            stall_max_ms=round(max(typist.typing), 1),
            open_p99_ms=round(percentile(typist.opening, 0.99), 1),
            save_p99_ms=round(percentile(typist.saving, 0.99), 1),
            lost=sum(is_lost(store, each) for each in kept),
        )


@click.command(help=__doc__)
@click.option("--calls", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--n", default=50, show_default=True, help="how many")
@click.option("--past", default=CALLS, show_default=True, help="calls the seat has already")
@click.option("--json", "as_json", is_flag=True)
def main(file: Path, n: int, past: int, as_json: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="zuoxi-typist-") as folder:
        figures = run(file, n, past, Path(folder))
    if as_json:
        click.echo(json.dumps(asdict(figures)))
    else:
        click.echo("\n".join(f"{name:15} {value}" for name, value in asdict(figures).items()))
    sys.exit(0 if figures.ok else 1)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
