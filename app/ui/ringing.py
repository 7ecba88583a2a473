"""Calls that come in, as strips: who rings, and what is open of theirs; that the telephone is long silent,
and that callbacks are due. All is read from the file: after a lock it is there again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.customers import Customers
from app.desk.titles import parts
from app.forms import phone
from app.forms.telephony import RingRefused, told_of
from app.records.customers import Customer
from app.records.rings import Ring
from app.store.engine import StoreRefused
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips
from app.ui.single import TAKEN

_LOOK_MS = 30_000
_KINDS = frozenset({"ring", "callback", "call"})


class Ringing(QObject):
    """Says nothing before the first look()."""

    log_asked = Signal(object)  # Ring
    due_asked = Signal()
    heard = Signal(object)  # Ring, as it stands after a word of the telephone system's

    def __init__(
        self,
        strips: Strips,
        calls: Calls,
        cases: Cases,
        customers: Customers,
        bridge: Bridge,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(strips)
        self._strips, self._calls, self._rings = strips, calls, calls.rings
        self._cases, self._customers, self._now = cases, customers, now
        self._shown: dict[str, Ring] = {}  # by the name of its strip
        self._due = 0  # so many when it was last said
        self._silent = timedelta()  # and for so long
        self._changes: set[str] = set()  # kinds that changed since it was shown
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        bridge.changed.connect(self._changed)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def hear(self, said: dict[str, str]) -> str:
        """Take one word of the telephone system's; return ``taken``, or the code of why not."""
        try:
            ring = self._rings.hear(told_of(said, self._now()))
        except RingRefused as why:
            return why.code
        except StoreRefused:
            return "disk"
        self.heard.emit(ring)
        return TAKEN

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds.isdisjoint(_KINDS):
            self._changes |= kinds
            self._soon.start()

    def _follow(self) -> None:
        """Show once what changed many times, as in a pull."""
        changes, self._changes = self._changes, set()
        if "call" in changes:
            self._rings.settle()
        self._show()

    def look(self) -> None:
        """Hear what waited, owe what nobody took, and show what there is."""
        for ring in self._rings.catch_up():
            self.heard.emit(ring)
        self._rings.sweep()
        self._say_silence()
        self._show()

    def _show(self) -> None:
        live = {f"ring {each.id}": each for each in self._rings.live()}
        for name in self._shown.keys() - live.keys():
            self._strips.take(name)
        for name, ring in live.items():
            if self._shown.get(name) == ring and self._strips.holds(name):
                continue
            log, close = partial(self.log_asked.emit, ring), partial(self._rings.take, ring.id, None)
            action = self.tr("受理")
            strip = Strip(self._words(ring), "accent", action, log, close, "phone-incoming", first=True)
            self._strips.put(name, strip)
        self._shown = live
        self._say_due()

    def _words(self, ring: Ring) -> str:
        number = phone.group(ring.number) or self.tr("未显示号码")
        said = [f"{self._state(ring)} {number}"]
        said.append(self._who(self._customers.by_phone(ring.number) if ring.number else None))
        if ring.number and (owed := len(self._calls.callbacks.of_number(ring.number))):
            said.append(self.tr("欠回电 {}").format(owed))
        if ring.line:
            said.append(self.tr("线路 {}").format(ring.line))
        return " · ".join(filter(None, (*said, wording.last(ring.at, self._now()))))

    def _state(self, ring: Ring) -> str:
        if ring.ended_at:
            return self.tr("已挂断，还没有登记")
        return self.tr("通话中") if ring.answered_at else self.tr("来电")

    def _who(self, caller: Customer | None) -> str:
        """Return who it is, as far as anybody knows, and what is open of theirs."""
        if caller is None:
            return self.tr("没有记录")
        name, cases = caller.name or self.tr("未留姓名"), self._cases.open_of_customer(caller.id)
        if not cases:
            return name
        lying = wording.lasting(self._now() - cases[0].opened_at)
        about, _ = parts(cases[0].title)
        words = self.tr("{} · 未结 {}：{}，滞留 {}")
        return words.format(name, len(cases), phone.hidden(about), lying)

    def _say_due(self) -> None:
        due = len(self._calls.callbacks.due())
        if not due:
            self._strips.take("callbacks")
        elif due > self._due or self._strips.holds("callbacks"):
            text = self.tr("有 {} 个回电到时了。").format(due)
            self._strips.put("callbacks", Strip(text, "warn", self.tr("去回电"), self.due_asked.emit))
        self._due = due

    def _say_silence(self) -> None:
        """Closed, it is said again once it has lasted half as long again."""
        silent = self._rings.silent()
        if not silent:
            self._strips.take("silent")
            self._silent = timedelta()
        elif silent > self._silent * 1.5 or self._strips.holds("silent"):
            text = self.tr("电话已 {} 没有响。请检查话机放好没有、线路通不通（CALL-1）。")
            self._strips.put("silent", Strip(text.format(wording.lasting(silent)), "warn"))
            self._silent = silent
