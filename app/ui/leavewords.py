"""A leave in words, as the agent, a lead and the strips read it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.forms.spec import Choice, say
from app.records.ids import Id
from app.records.leaves import Answer, Leave
from app.ui import wording
from app.ui.wording import QT_TRANSLATE_NOOP

_REFUSED = {"away": "line_away", "rights": "leave_rights"}


def reason(reasons: Iterable[Choice], code: str, lang: str) -> str:
    """Return the centre's word for it; a code the centre has no more stands for itself."""
    found = next((each for each in reasons if each.code == code), None)
    return say(found.label, lang) if found else code


def title(leave: Leave, why: str, now: datetime) -> str:
    """Return ``私事 · 14:00 起 20 分``, with the day where it is not today."""
    local = leave.start.astimezone()
    today = local.date() == now.astimezone().date()
    start = f"{local:%H:%M}" if today else wording.day_and_time(leave.start)
    longest = wording.lasting(leave.longest)
    return _tr(QT_TRANSLATE_NOOP("Leaves", "{why} · {start} 起 {longest}")).format(
        why=why, start=start, longest=longest
    )


def about(leave: Leave, people: Callable[[Id], str]) -> str:
    """Return who stands in, what was said with it, and with what it was refused."""
    cover = _tr(QT_TRANSLATE_NOOP("Leaves", "代岗 {}")).format(people(leave.cover)) if leave.cover else ""
    why = ""
    if leave.state is Answer.REFUSED and leave.decided_by:
        said = QT_TRANSLATE_NOOP("Leaves", "{who} 没有批准：{why}")
        why = _tr(said).format(who=people(leave.decided_by), why=leave.why)
    return " · ".join(filter(None, (why, cover, leave.note)))


def refusal(error: Exception) -> str:
    """Return why an answer did not reach central, or came too late."""
    code = str(getattr(error, "code", type(error).__name__))
    return wording.refusal(_REFUSED.get(code, code))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leaves", text)
