"""One field on the screen: label, mark, editor or "not given", and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QToolButton, QToolTip, QWidget

from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Stage, say
from app.forms.values import is_not_given, reason
from app.ui.form.editor import REDO, UNDO, Editor
from app.ui.form.options import OneEditor
from app.ui.form.undo import Undo
from app.ui.form.withheld import KEY, Withheld, reason_menu
from app.ui.kit.labels import Trouble
from app.ui.kit.style import as_tip, mark
from app.ui.problems import stage as stage_words

HEIGHT, MARK = 30, 14


class FieldRow(QWidget):
    edited = Signal(str)  # all four carry the field's name
    came = Signal(str)
    went = Signal(str)
    done = Signal(str)

    def __init__(
        self,
        field: Field,
        lang: str,
        editor: Editor,
        reasons: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field, self.editor, self.label = field, editor, say(field.label, lang)
        self._lang = lang
        self._reasons = [r for r in reasons if r.code in field.reasons] or list(reasons)
        self._withheld: Any = None  # the answer while it is "not given"
        self._frozen = False
        self._trouble = Trouble(self)
        self._trouble.hide()
        self._menu: QMenu | None = None
        self._chip: Withheld | None = None
        self.text, self.star = QLabel(self.label), QLabel()
        self.button = self._make_button() if field.not_given and reasons else None
        self._lay_out()
        self._undo = Undo()
        editor.edited.connect(self._edited)
        editor.done.connect(lambda: self.done.emit(self.field.name))
        editor.came.connect(lambda: self.came.emit(self.field.name))
        editor.went.connect(self._went)
        self.show_mark(field.required is not None)

    # -- made once --

    def _lay_out(self) -> None:
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text.setMinimumHeight(HEIGHT)
        self.text.setToolTip(say(self.field.help, self._lang))
        self.star.setFixedSize(MARK - self.editor.inset, HEIGHT)
        self.star.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setToolTip(say(self.field.help, self._lang))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(self.field.kind is Kind.MULTI_CHOICE)
        self.setSizePolicy(policy)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(0)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        if self.field.kind is Kind.READ_BACK:  # says itself what is asked
            self.text.clear()
            self.editor.box.setSpacing(0)
            self.editor.box.insertWidget(1, self.star)
        else:
            self.grid.addWidget(self.star, 0, 1, top)
        self.grid.addWidget(self.text, 0, 0, top)
        self.grid.addWidget(self.editor, 0, 2, top)
        self.grid.addWidget(self._trouble, 1, 2, 1, 2)
        if self.button and isinstance(self.editor, OneEditor):
            self.editor.box.insertWidget(1, self.button)
        elif self.button:
            self.grid.addWidget(self.button, 0, 3, top)

    def _make_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("未提供"))
        button.setToolTip(self.tr("客户没有提供，选原因  {}").format(KEY))
        button.setAccessibleName(self.tr("{}：客户没有提供").format(self.label))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedHeight(HEIGHT)
        mark(button, flat=True, quiet=True)
        button.clicked.connect(self.ask_reason)
        return button

    def label_width(self, metrics: QFontMetrics) -> int:
        """Return how wide the label would like to be."""
        return metrics.horizontalAdvance(self.text.text())

    def set_label_width(self, width: int) -> None:
        self.text.setFixedWidth(width)
        if self.field.kind is Kind.READ_BACK:
            self.grid.setColumnMinimumWidth(1, MARK - self.editor.inset)

    # -- the answer --

    def value(self, composing: str = "") -> Any:
        return self._withheld if self._withheld is not None else self.editor.value(composing)

    def put(self, value: Any) -> None:
        before = self.value()
        self._show(value)
        if (now := self.value()) != before:
            self._undo.start(now)

    def _show(self, value: Any) -> None:
        withheld = is_not_given(value)
        self.editor.put(None if withheld else value)
        self._withhold(value if withheld else None)

    def _edited(self) -> None:
        value = self.value()
        told = (
            self.field.kind is not Kind.CHOICE
            or not value
            or is_not_given(value)
            or value in self.field.codes
        )
        self._undo.note(value, typing=self.editor.undoes() and self._withheld is None, told=told)
        self.edited.emit(self.field.name)

    def _went(self) -> None:
        self._undo.pause()
        self.went.emit(self.field.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z, where the editor itself has nothing to undo: the answer before."""
        if self._frozen or not (event.matches(UNDO) or event.matches(REDO)):
            super().keyPressEvent(event)
            return
        for value in self._undo.turn(back=event.matches(UNDO)):
            self._show(value)
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit(self.field.name)

    def freeze(self, frozen: bool) -> None:
        self._frozen = frozen
        self.editor.freeze(frozen)
        if self._chip:
            self._chip.freeze(frozen)
        if self.button:
            self.button.setVisible(not frozen and self._withheld is None)
        self._show_star()

    def is_open(self) -> bool:
        """True where something can be answered now."""
        return not self._frozen

    # -- not given --

    def ask_reason(self) -> None:
        """Offer the reasons, below the editor; where the field has to be answered, say that there."""
        if self._frozen:
            return
        if self.button is None:
            text = self.tr("“{}”没有“未提供”可选。").format(self.label)
            QToolTip.showText(self.place.mapToGlobal(QPoint(0, HEIGHT)), as_tip(text), self)
            return
        if self._menu is None:
            self._menu = reason_menu(self._reasons, self._lang, self._give_reason, self)
        self._menu.popup(self.place.mapToGlobal(QPoint(0, HEIGHT)))

    @property
    def place(self) -> QWidget:
        """What takes the focus now: the editor or the chip."""
        return self._chip if self._chip and self._withheld is not None else self.editor.hand

    def _give_reason(self, code: str) -> None:
        self._withhold({"not_given": code})
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _take_back(self) -> None:
        self.editor.show()
        self.editor.hand.setFocus(Qt.FocusReason.OtherFocusReason)
        self._withhold(None)
        self._edited()

    def _withhold(self, value: Any) -> None:
        self._withheld = value
        if value is not None:
            chip = self._chip = self._chip or self._make_chip()
            code = reason(value)
            words = next((say(r.label, self._lang) for r in self._reasons if r.code == code), code)
            chip.show_reason(self.label, words)
            chip.show()
        elif self._chip:
            self._chip.hide()
        self.editor.setVisible(value is None)
        if self.button:
            self.button.setVisible(value is None and not self._frozen)

    def _make_chip(self) -> Withheld:
        chip = Withheld(self)
        self.grid.addWidget(chip, 0, 2)
        QWidget.setTabOrder(self.editor.hand, chip)
        chip.setFixedHeight(max(HEIGHT, min(HEIGHT + 4, self.editor.sizeHint().height())))
        chip.freeze(self._frozen)
        chip.taken_back.connect(self._take_back)
        chip.came.connect(lambda: self.came.emit(self.field.name))
        chip.went.connect(lambda: self.went.emit(self.field.name))
        chip.done.connect(lambda: self.done.emit(self.field.name))
        return chip

    # -- what is asked and what is wrong --

    def show_mark(self, needed: bool) -> None:
        stage = self.field.required or Stage.SAVE
        self._words = stage_words(stage) if needed else ""
        mark(self.star, tone="danger" if stage is Stage.SAVE else "muted")
        self._show_star()
        self._describe(self.problem())

    def _show_star(self) -> None:
        words = "" if self._frozen else self._words
        self.star.setText("*" if words else "")
        self.star.setToolTip(words)

    def show_problem(self, text: str) -> None:
        """Say what is wrong below the editor; "" takes it away."""
        if self._trouble.text() != text:
            self._trouble.setText(text)
            self._trouble.setVisible(bool(text))
        self.editor.show_wrong(bool(text))
        self._describe(text)

    def problem(self) -> str:
        return self._trouble.text()

    def _describe(self, problem: str) -> None:
        help_ = say(self.field.help, self._lang)
        self.editor.describe(self.label, " ".join(filter(None, (self._words, problem, help_))))
