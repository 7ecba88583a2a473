"""Which column feeds which field: a row for each, with what stands in where the column is empty."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.maps import CHANNELS, ImportMap, Rule
from app.forms.spec import NOT_GIVEN_LIST, Choice, Field, Form, say
from app.ui import imported
from app.ui.form.choice import ChoiceEditor
from app.ui.form.row import MARK
from app.ui.kit.style import mark

_OWN = ("time", "key", "channel", "closed", "closed_at")
_WITHHELD = "not given: "  # before the code of a reason, among the constants
_TOGETHER = " + "


class Feeding(QWidget):
    """One row's editors; lies in no layout of its own, the grid places its parts."""

    edited = Signal()

    def __init__(
        self, name: str, label: str, columns: Mapping[str, str], constants: Mapping[str, str], *, typed: bool
    ) -> None:
        """*constants* and *columns* by code; *typed*: any other text is a constant too."""
        super().__init__()
        self.name, self._typed = name, typed
        self.column = _choice(columns)
        self.otherwise = _choice(constants)
        self._columns, self._constants = columns, constants
        self.column.describe(self.tr("{}：表里的列").format(label), "")
        self.otherwise.describe(self.tr("{}：空着时用").format(label), "")
        for editor in (self.column, self.otherwise):
            editor.edited.connect(self._edited)
            editor.done.connect(editor.focusNextChild)
        if not typed and not constants:
            self.otherwise.hide()
        self._base = Rule()

    def show_rule(self, rule: Rule) -> None:
        self._base = rule
        self.column.put(_TOGETHER.join(rule.columns))
        self.otherwise.put(f"{_WITHHELD}{rule.not_given}" if rule.not_given else rule.otherwise)

    def rule(self) -> Rule:
        """Return what is chosen; how several columns are joined, and what values mean, stays as it was."""
        code, other = str(self.column.value()), str(self.otherwise.value())
        reason = other.removeprefix(_WITHHELD) if other.startswith(_WITHHELD) else ""
        constant = other if not reason and (self._typed or other in self._constants) else ""
        if code != _TOGETHER.join(self._base.columns):
            columns = (code,) if code in self._columns else ()
            return Rule(columns, otherwise=constant, not_given=reason)
        return replace(self._base, otherwise=constant, not_given=reason)

    def _edited(self) -> None:
        code, other = str(self.column.value()), str(self.otherwise.value())
        self.column.show_wrong(bool(code.strip()) and code not in self._columns)
        self.otherwise.show_wrong(bool(other.strip()) and not self._typed and other not in self._constants)
        self.edited.emit()


class MapEditor(QWidget):
    edited = Signal()

    def __init__(self, forms: Forms, lang: str) -> None:
        super().__init__()
        self._forms, self._lang = forms, lang
        self._told = ImportMap("")
        self.rows: dict[str, Feeding] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 112)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def show_map(self, told: ImportMap, columns: Iterable[str]) -> None:
        """Show *told* for a table with these columns; what it names and the table has not got is left out."""
        self._clear()
        self._told = told
        form = self._forms.get(told.form)
        known = tuple(columns)
        self._add_heads()
        rules = told.rules()
        for name in (*_OWN, *(f.name for f in form.fields)):
            rule = Rule(told.key) if name == "key" else rules.get(name, Rule())
            if set(rule.columns) - set(known):
                rule = replace(rule, columns=())
            self._add(name, form, known, rule)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def value(self) -> ImportMap:
        rules = {name: row.rule() for name, row in self.rows.items()}
        key = rules.pop("key").columns
        own = {name: rules.pop(name) for name in _OWN if name != "key"}
        fields = {n: r for n, r in rules.items() if r.columns or r.otherwise or r.not_given}
        if not own["channel"].columns and not own["channel"].otherwise:
            own["channel"] = ImportMap("").channel
        return replace(
            self._told,
            key=key,
            fields=fields,
            time=own["time"],
            channel=own["channel"],
            closed=own["closed"],
            closed_at=own["closed_at"],
        )

    def go_to(self, name: str) -> None:
        self.rows[name].column.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def come_after(self, hand: QWidget) -> None:
        """Let Tab go from *hand* through the rows: they were made later than what stands below them."""
        for row in self.rows.values():
            for editor in (row.column, row.otherwise):
                QWidget.setTabOrder(hand, editor.hand)
                hand = editor.hand

    def _add_heads(self) -> None:
        heads = (self.tr("字段"), self.tr("表里的列"), self.tr("空着或认不出时用"))
        for place, text in enumerate(heads):
            label = QLabel(text)
            mark(label, tone="muted", type="small")
            right = Qt.AlignmentFlag.AlignRight if not place else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, 0, place, right)

    def _add(self, name: str, form: Form, columns: tuple[str, ...], rule: Rule) -> None:
        field = form.field(name) if name in form.names else None
        label = imported.feeds(name, form, self._lang)
        told = {each: each for each in columns}
        if len(rule.columns) > 1:
            told = {_TOGETHER.join(rule.columns): _TOGETHER.join(rule.columns), **told}
        typed = field is not None and not field.choices and field.kind not in (Kind.YES_NO, Kind.READ_BACK)
        row = Feeding(name, label, told, self._constants(name, field), typed=typed or name == "time")
        row.show_rule(rule)
        row.edited.connect(self.edited)
        self.rows[name] = row
        asked = name == "time" or (field is not None and field.required is not None)
        line = self._grid.rowCount()
        self._grid.addWidget(_named(label, asked=asked), line, 0)
        self._grid.addWidget(row.column, line, 1)
        self._grid.addWidget(row.otherwise, line, 2)
        row.setParent(self)
        row.hide()

    def _constants(self, name: str, field: Field | None) -> dict[str, str]:
        """Return what may stand in for an empty column: code and label."""
        lists = self._forms.lists
        if name == "channel":
            return self._labels(lists.get(CHANNELS, ()))
        if name == "closed" or (field and field.kind in (Kind.YES_NO, Kind.READ_BACK)):
            found = self._labels(lists.get("yes_no", ()))
        else:
            found = self._labels(field.choices) if field else {}
        if field and field.not_given:
            reasons = [each for each in lists.get(NOT_GIVEN_LIST, ()) if each.code in field.reasons]
            words = self.tr("未提供：{}")
            found |= {_WITHHELD + code: words.format(said) for code, said in self._labels(reasons).items()}
        return found

    def _labels(self, choices: Iterable[Choice]) -> dict[str, str]:
        return {choice.code: say(choice.label, self._lang) for choice in choices}

    def _clear(self) -> None:
        self.rows = {}
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in self.findChildren(Feeding):
            row.deleteLater()
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)


def _named(label: str, *, asked: bool) -> QWidget:
    """Return *label* with the mark of what must be there."""
    named, text, star = QWidget(), QLabel(label), QLabel("*" if asked else "")
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    mark(star, tone="danger")
    star.setFixedWidth(MARK)
    row = QHBoxLayout(named)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(text, 1)
    row.addWidget(star)
    return named


def _choice(options: Mapping[str, str]) -> ChoiceEditor:
    choices = tuple(Choice(code, {}) for code in options)
    return ChoiceEditor(Field("x", Kind.CHOICE, {}, choices=choices), list(options.values()))
