"""What was typed into a call while another seat stored something else: told once, read below its field."""

from collections.abc import Mapping
from typing import Any

from app.desk.additions import differing
from app.forms.check import shown
from app.forms.load import Forms
from app.forms.spec import Form, Problem, Stage
from app.forms.words import in_words

Answers = Mapping[str, Any]


class Beaten:
    def __init__(self, form: Form, forms: Forms, lang: str) -> None:
        self._form, self._forms, self._lang = form, forms, lang
        self._problems: dict[str, Problem] = {}
        self._untold: list[Problem] = []

    def note(self, stored: Answers, typed: Answers, before: Answers, news: Answers) -> None:
        """*stored* by now, *typed* here, *before* it what was stored; *news*: what is shown from now on."""
        for name in differing(self._form, stored, typed):
            own = name in news and typed[name] != before.get(name)
            if own and name in shown(self._form, typed):
                said = in_words(self._form.field(name), typed[name], self._lang, self._forms.lists)
                self._problems[name] = Problem(name, "beaten", Stage.SAVE, {"typed": said})
                self._untold.append(self._problems[name])

    def problems(self) -> list[Problem]:
        return list(self._problems.values())

    def untold(self) -> list[Problem]:
        """Return what nobody has been told yet; asked again, nothing."""
        found, self._untold = self._untold, []
        return found
