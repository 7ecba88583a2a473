"""Messages of an order: made with it, read out by telephone where there is no road, shown until through."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from app.desk.titles import parts, whereabouts
from app.forms import phone
from app.forms.load import Forms
from app.forms.notifying import Mail, Way
from app.forms.spec import say
from app.records.accounts import LEADS, Agent
from app.records.cases import Case
from app.records.ids import Id, new_id
from app.records.messages import SECRET, Message, MessageState
from app.records.orders import Order
from app.store.store import Store, Writer

_NAMED = re.compile(r"\{(\w+)\}")
_OPEN = (MessageState.WAITING.value, MessageState.FAILED.value)
_TROUBLED = 2  # tries that failed: whoever is urgent is not heard of in time
_MOST = 200


class Messages:
    def __init__(
        self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self._forms, self._agent, self._now, self._lang = store, forms, agent, now, lang

    def announce(self, to: Writer, order: Order, case: Case, centre: str) -> None:
        """Let all who have to hear of a new order hear: with it or not at all; nothing is sent here."""
        at, rules = self._now(), self._forms.notify
        hearers = rules.hears(order.team, at, urgent=order.urgent)
        if not hearers:
            return
        text = self._said(order, case, centre)
        for each in hearers:
            to.put(
                Message(
                    id=new_id(), order=order.id, way=each.way, to=each.to, name=each.name, text=text, at=at,
                    by=self._agent.id, seat=self._store.feed.install(),
                )
            )  # fmt: skip

    def of_order(self, order: Id) -> list[Message]:
        return self._store.find(Message, order=order, newest_first=False)

    def troubled(self) -> list[Message]:
        """Return what did not go out and nobody said otherwise, of this seat, the oldest first."""
        open_ = self._store.find(Message, state=_OPEN, newest_first=False, limit=_MOST)
        mine = self._store.feed.install()
        return [each for each in open_ if each.seat == mine and is_troubled(each)]

    def told(self, message: Message) -> None:
        """Note that it was read out by telephone."""
        now = self._store.get(Message, message.id)
        if now is not None and now.state.value in _OPEN:
            done = replace(now, state=MessageState.TOLD, done_at=self._now(), done_by=self._agent.id)
            with self._store.write() as to:
                to.put(done)

    def again(self, message: Message) -> None:
        """Have one that was given up sent by this seat, as a message of its own: the old one stays."""
        fresh = replace(
            message, id=new_id(), at=self._now(), by=self._agent.id, seat=self._store.feed.install(),
            state=MessageState.WAITING, tries=(), done_at=None, done_by=None,
        )  # fmt: skip
        with self._store.write() as to:
            to.put(fresh)

    # -- the roads --

    @property
    def may_set(self) -> bool:
        return self._agent.role in LEADS

    def ways(self) -> list[tuple[str, str, bool]]:
        """Return each way of the rules: its name, where it leads, whether its secret is typed in here."""
        ways = self._forms.notify.ways.items()
        return [
            (name, _leads_to(way), self._store.setting(SECRET.format(name)) is not None) for name, way in ways
        ]

    def keep_secret(self, way: str, secret: str) -> None:
        """Keep the password or signing key of a way in this seat's encrypted file, and nowhere else."""
        with self._store.write() as to:
            to.set(SECRET.format(way), secret)

    def _said(self, order: Order, case: Case, centre: str) -> str:
        form = self._forms.get(order.form, order.form_version)
        teams = {each.code: each.label for each in self._forms.lists.get("teams", ())}
        facts: Mapping[str, str] = {
            "centre": centre,
            "order": order.number,
            "case": case.number,
            "team": say(teams[order.team], self._lang) if order.team in teams else order.team,
            "title": parts(case.title)[0] or say(form.title, self._lang),
            "address": whereabouts(order.answers),
            "phone": phone.group(str(order.answers.get("phone") or "")),
            "due": f"{order.due_at.astimezone():%m-%d %H:%M}" if order.due_at else "",
        }
        return _NAMED.sub(lambda name: facts.get(name[1], ""), say(self._forms.notify.text, self._lang))


def is_troubled(message: Message) -> bool:
    """Tell whether a person has to see to it: to call, or because it does not get through."""
    if message.state is MessageState.FAILED:
        return True
    return message.state is MessageState.WAITING and (not message.way or len(message.tries) >= _TROUBLED)


def _leads_to(way: Way) -> str:
    return f"{way.user}@{way.host}:{way.port}" if isinstance(way, Mail) else way.url
