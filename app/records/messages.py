"""A message: that an order was made, to whoever has to hear of it (ORD-1)."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id

SECRET = "way {}"  # noqa: S105 - the name of the setting that holds the password of a way


class MessageState(enum.StrEnum):
    WAITING = "waiting"
    SENT = "sent"  # the other side took it
    FAILED = "failed"  # and it is not tried again
    TOLD = "told"  # by telephone, as somebody says
    DROPPED = "dropped"  # the order was void before it went


@dataclass(frozen=True, slots=True)
class Message:
    """``way``: the name the centre's rules give the road it takes; "" is the telephone, for a person to call.
    ``to``: where to on that road; ``name``: who that is. Sent by the install ``seat`` alone, so that nobody
    hears it twice. ``tries`` holds one ``{"id", "at", "error"}`` per attempt that failed."""

    kind: ClassVar[str] = "message"

    id: Id
    order: Id
    way: str
    to: str
    name: str
    text: str
    at: datetime
    by: Id
    seat: str
    state: MessageState = MessageState.WAITING
    tries: tuple[dict[str, Any], ...] = ()
    done_at: datetime | None = None
    done_by: Id | None = None
