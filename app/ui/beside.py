"""What stands over a form beside its fields: what was typed on another form of this call, and in an emergency
what is to be said first and when everything happened."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk.identities import IDENTITY
from app.forms.aside import RAISED, Aside, aside
from app.forms.load import Forms
from app.forms.spec import Form, Stage, say
from app.forms.words import in_words
from app.ui import wording
from app.ui.form.view import FormView
from app.ui.kit.buttons import KeyButton
from app.ui.kit.icons import IconLabel
from app.ui.kit.style import figures, mark

KEY = "F12"
_LONGEST = 400  # signs of what is kept aside: more of it stands in the tip
Answers = Mapping[str, Any]


class Beside(QWidget):
    """Nothing to be seen, as long as there is nothing of the kind."""

    def __init__(self, form: Form, forms: Forms, lang: str, view: FormView) -> None:
        super().__init__()
        self._form, self._forms, self._lang = form, forms, lang
        self.card = EmergencyCard(form, view)
        self.left = QLabel()
        self.left.setTextFormat(Qt.TextFormat.PlainText)
        self.left.setWordWrap(True)
        self.left.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(self.left, tone="muted", type="small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 8, 16, 0)
        inside.setSpacing(8)
        inside.addWidget(self.card)
        inside.addWidget(self.left)

    def show_answers(self, answers: Answers, script: str, times: Mapping[str, datetime]) -> None:
        """*script*: said as long as nothing is kept; *times*: what happened when, in order."""
        kept = "\n".join([*self._verified(answers), *map(self._said, aside(answers))])
        self.left.setText(kept if len(kept) <= _LONGEST else f"{kept[:_LONGEST]}…")
        self.left.setToolTip(kept if len(kept) > _LONGEST else "")
        self.left.setVisible(bool(kept))
        raised = moment(answers.get(RAISED))
        if raised:
            self.card.show_times(script, {**times, self.tr("转紧急"): raised})
        self.card.setVisible(raised is not None and self._form.emergency)
        self.setVisible(bool(kept) or not self.card.isHidden())

    def _verified(self, answers: Answers) -> list[str]:
        told = answers.get(IDENTITY)
        if not isinstance(told, dict) or (at := moment(told.get("at"))) is None:
            return []
        return [self.tr("身份已核对  {}").format(wording.time_of_day(at))]

    def _said(self, kept: Aside) -> str:
        form = self._forms.get(kept.form, kept.version)
        said = [
            f"{say(f.label, self._lang)}  {in_words(f, kept.answers[f.name], self._lang, self._forms.lists)}"
            for f in form.fields
            if f.name in kept.answers
        ]
        text = self.tr("原先按“{}”填的，都留着：{}")
        return text.format(say(form.title, self._lang), self.tr("；").join(said))


class EmergencyCard(QFrame):
    """Address and number first: the other fields come to sight by F12, or where one of them is wrong."""

    def __init__(self, form: Form, view: FormView) -> None:
        super().__init__()
        self._form, self._view = form, view
        mark(self, strip=True, tone="danger")
        self._sign = IconLabel("circle-alert", tone="danger")
        self.script, self.times = QLabel(), QLabel()
        self.script.setWordWrap(True)
        self.script.setTextFormat(Qt.TextFormat.PlainText)
        mark(self.script, type="section")
        mark(self.times, tone="muted")
        self.times.setFont(figures(self.times.font()))
        self.whole = KeyButton(self.tr("全部栏目"), KEY, owned=True)
        self.whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.whole.clicked.connect(self.toggle)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.script)
        words.addWidget(self.times)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignTop)

    def show_times(self, script: str, times: Mapping[str, datetime]) -> None:
        in_order = sorted(times.items(), key=lambda told: told[1])
        self.times.setText("  ·  ".join(f"{what} {at.astimezone():%H:%M:%S}" for what, at in in_order))
        self.script.setText(script)
        self.script.setVisible(bool(script))
        self.whole.setVisible(bool(script))
        for part in (self, self._sign):
            mark(part, tone="danger" if script else "accent")
        if self._view.is_narrow and not script:  # it is kept: what it owes comes to sight
            self._view.narrow(None)
        self.setAccessibleName(f"{script} {self.times.text()}".strip())

    def toggle(self) -> None:
        """Show the address and the number alone, or all fields again."""
        self._view.narrow(None if self._view.is_narrow else urgent_fields(self._form))


def urgent_fields(form: Form) -> frozenset[str]:
    """Return what an emergency cannot be saved without."""
    return frozenset(field.name for field in form.fields if field.required is Stage.SAVE)


def moment(text: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None


def spoken(script: str, facts: Mapping[str, str]) -> str:
    """Return *script* as it is said: {centre} and {agent_no} are the *facts*."""
    for name, told in facts.items():
        script = script.replace(f"{{{name}}}", told)
    return script
