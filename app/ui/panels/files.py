"""A customer's file in a tab: name, numbers, addresses, set right here; and what they were before."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from app.desk.files import Files, Told, meant
from app.desk.jottings import Jottings
from app.forms import phone
from app.forms.kinds import Kind
from app.forms.spec import Field, Problem
from app.records.customers import Customer
from app.records.ids import Id
from app.records.notes import Note
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.question import Asking, Given, Question, words
from app.ui.record import RecordPage
from app.ui.veil import Veil

_CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class FileDesk:
    files: Files
    people: Callable[[Id], str]
    jottings: Jottings
    now: Callable[[], datetime]
    lang: str
    veil: Veil


class FilePage(RecordPage):
    """Numbers are masked, also where they are set right: a line left as it is stands for its number."""

    def __init__(self, desk: FileDesk, bridge: Bridge, customer: Id) -> None:
        super().__init__(bridge, frozenset({"customer", "merger", "note"}), customer)
        self._desk, self.customer, self.title = desk, customer, self.tr("客户档案")
        self.edit_button = self.foot.add_button(
            self.tr("更正"), "Ctrl+Enter", self.correct, icon="file-pen", primary=True
        )
        self.asking = Asking(desk.jottings, desk.lang, desk.now, self)
        self.jotter = self.asking.jotter
        self.asking.told.connect(self.told)
        self.asking.turned.connect(self.refresh)
        self.refresh()
        self.correct()

    def leave(self) -> None:
        self.jotter.keep()

    def _person(self) -> Customer | None:
        return self._desk.files.person(self.customer) if self.customer else None

    # -- what is shown --

    def refresh(self) -> None:
        person = self._person()
        self.veiled = self._desk.veil(self.customer, self.record)
        idle = self.asking.question is None
        self.edit_button.setVisible(idle and person is not None and not self.veiled)
        if person is None:
            self.head.show_line(self.tr("这份档案还没有传到本席，同步后再打开。"), [], [])
            return
        shown = not self.veiled
        name = person.name or self.tr("未留姓名")
        chips = [] if shown else [(self.tr("未核对身份"), "warn")]
        self.head.show_line(self.title, [name] if shown else [], chips)
        rows = [
            (self.tr("姓名"), name),
            (self.tr("电话"), "\n".join(map(phone.mask, person.phones))),
            (self.tr("地址"), "\n".join(map(phone.hidden, person.addresses))),
            (self.tr("建档时间"), wording.day_and_time(person.created_at)),
            (self.tr("最近来电"), wording.day_and_time(person.seen_at)),
        ]
        self.show_section(self.tr("档案"), rows if shown else [])
        told = self._desk.files.history(person.id) if shown else []
        self.show_section(self.tr("更正过的"), map(self._said, told))

    def _said(self, note: Note) -> tuple[str, str]:
        was = json.loads(note.text) if note.text else {}
        said = [self._desk.people(note.by)]
        if (name := was.get("name")) is not None:
            said.append(self.tr("姓名原来是“{}”").format(name))
        if phones := was.get("phones"):
            said.append(self.tr("去掉了号码 {}").format(self.tr("、").join(map(phone.mask, phones))))
        if addresses := was.get("addresses"):
            said.append(self.tr("去掉了地址 {}").format(self.tr("；").join(map(phone.hidden, addresses))))
        return wording.day_and_time(note.at), "  ·  ".join(said)

    # -- setting right --

    def correct(self) -> None:
        """Ask for all of it, as it stands."""
        person = self._person()
        if person is None or self.veiled or self.asking.question is not None:
            return
        each_line = words(self.tr("一行一个"))
        fields = (
            Field("name", Kind.PERSON, words(self.tr("姓名"))),
            Field("phones", Kind.LONG_TEXT, words(self.tr("电话")), each_line),
            Field("addresses", Kind.LONG_TEXT, words(self.tr("地址")), each_line),
        )
        values = {
            "name": person.name,
            "phones": "\n".join(map(phone.mask, person.phones)),
            "addresses": "\n".join(map(phone.hidden, person.addresses)),
        }
        act = partial(self._correct, person)
        done = self.tr("存下更正")
        self.asking.ask(Question(_CORRECT, self.tr("更正档案"), fields, act, values=values, done=done))

    def _correct(self, before: Customer, given: Given) -> list[Problem]:
        """*before*: as it was shown, which the lines that were left alone stand for."""
        told = Told(
            str(given.get("name") or "").strip(),
            meant(given.get("phones") or "", before.phones, phone.mask),
            meant(given.get("addresses") or "", before.addresses, phone.hidden),
        )
        if problems := self._desk.files.correct(before.id, told):
            return problems
        as_it_was = Told(before.name, before.phones, before.addresses)
        if told != as_it_was:
            undo = partial(self._desk.files.correct, before.id, as_it_was)
            self.undoable.emit(self.tr("档案已更正，原来的留在“更正过的”里。"), undo)
        return []
