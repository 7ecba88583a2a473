"""Short calls: a wrong number, the opening hours, somebody who hung up; kept by two keys, and checked like
every other call."""

from dataclasses import replace

from app.desk.calls import Calls, Saved
from app.forms.shorts import Short
from app.forms.spec import say
from app.forms.values import is_given, is_not_given
from app.records.drafts import Draft

_KNOWN_BEFORE = frozenset({"phone"})  # by the telephone, before anybody has asked


class ShortCalls:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def all(self) -> tuple[Short, ...]:
        return self._calls.forms.shorts

    def label(self, code: str, lang: str) -> str:
        return say(self._of(code).label, lang)

    def takes(self, draft: Draft) -> bool:
        """Tell whether *draft* may become a short call: nobody has asked anything there yet."""
        told = {n for n, v in draft.answers.items() if v is not False and (is_given(v) or is_not_given(v))}
        return draft.owner is None and told <= _KNOWN_BEFORE and self._calls.get(draft.id) is None

    def keep(self, code: str, draft: Draft | None = None) -> tuple[Draft, Saved]:
        """Keep the short call, of *draft* where one was begun; what is missing leaves it a draft."""
        short = self._of(code)
        begun = self._calls.switch(draft, short.form) if draft else self._calls.new(short.form)
        filled = replace(begun, answers={**short.answers, **begun.answers})
        self._calls.keep(filled)
        return filled, self._calls.save(filled)

    def _of(self, code: str) -> Short:
        return next(short for short in self.all() if short.code == code)
