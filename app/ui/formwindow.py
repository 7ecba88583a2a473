"""`zuoxi preview`: a form as an agent would see it, while its definition is edited in any editor."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.forms.check import check
from app.forms.load import FormBroken, Forms, load
from app.forms.spec import LANGUAGES, NOT_GIVEN_LIST, Field, Form, Problem, Stage, say
from app.ui import flaws
from app.ui.form.foot import FootBar
from app.ui.form.view import FormView
from app.ui.kit.labels import Trouble
from app.ui.kit.style import mark
from app.ui.problems import problem

_REST_MS = 150  # an editor writes a file in several steps, or puts another in its place
_SIZE = (900, 720)


class FormWindow(QWidget):
    """The newest version of the form in *home*. Broken, it is named with its line, and the last good one
    stays. What is typed stays over every edit; nothing of it is kept anywhere."""

    def __init__(self, home: Path, lang: str) -> None:
        super().__init__()
        mark(self, ground=True)
        self.resize(*_SIZE)
        self._home, self._lang, self._stage = home, lang, Stage.SAVE
        self._forms = Forms()
        self.view: FormView | None = None
        self._watcher = QFileSystemWatcher(self)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self.what, self.trouble, self.languages = QLabel(), Trouble(self), QComboBox()
        mark(self.what, type="section")
        self.languages.addItems(LANGUAGES)
        self.languages.setCurrentText(lang)
        self.languages.setAccessibleName(self.tr("语言"))
        self.foot = FootBar()
        self.foot.add_button(self.tr("结案"), "F10", lambda: self._ask(Stage.CLOSE))
        self.foot.add_button(self.tr("派工"), "F9", lambda: self._ask(Stage.DISPATCH))
        self.foot.add_button(self.tr("保存"), "Ctrl+Enter", lambda: self._ask(Stage.SAVE), primary=True)
        self._lay_out()
        for changed in (self._watcher.fileChanged, self._watcher.directoryChanged):
            changed.connect(lambda _: self._resting.start())
        self._resting.timeout.connect(self.read)
        self.languages.currentTextChanged.connect(self._speak)
        self.foot.asked.connect(lambda name: self.view and self.view.focus_field(name))
        self.read()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.addWidget(self.what, 1)
        head.addWidget(self.languages)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addLayout(head)
        said = QHBoxLayout()
        said.setContentsMargins(14, 8, 16, 4)
        said.addWidget(self.trouble)
        self._page.addLayout(said)
        self._page.addWidget(self.foot)

    def read(self) -> None:
        """Read the definitions anew, and show what they say now."""
        self._forms = load(self._home.parent, self._forms)
        self._watch()
        broken = [each for each in self._forms.broken if self._concerns(each)]
        self.trouble.setText("\n".join(map(flaws.why, broken)))
        self.trouble.setVisible(bool(broken))
        if self._home.name in self._forms.versions:
            self._show(self._forms.get(self._home.name))

    def _concerns(self, broken: FormBroken) -> bool:
        return broken.file.partition("/")[0] in (self._home.name, "lists", "rules", "")

    def _watch(self) -> None:
        """Look at the folders too: an editor that puts another file in the old one's place ends its watch."""
        folders = [self._home, self._home.parent / "lists", self._home.parent / "rules"]
        wanted = {str(f) for f in folders} | {str(file) for f in folders for file in f.glob("*.yaml")}
        if news := wanted - {*self._watcher.files(), *self._watcher.directories()}:
            self._watcher.addPaths(sorted(news))

    def _show(self, form: Form) -> None:
        title = say(form.title, self._lang)
        self.what.setText(self.tr("{} 第 {} 版").format(title, form.version))
        self.setWindowTitle(self.tr("预览：{}").format(title))
        before = self.view
        reasons = self._forms.lists.get(NOT_GIVEN_LIST, ())
        self.view = FormView(form, self._lang, self._say, reasons, parent=self)
        self._page.insertWidget(2, self.view, 1)
        if before is not None:
            self.view.set_answers(before.answers())
            self.view.go(before.place())
            before.hide()
            before.deleteLater()
        self.view.settled.connect(self._count)
        self._count()
        self._put_before_the_foot(self.view)

    def _put_before_the_foot(self, view: FormView) -> None:
        """Let Tab come to the form, made later, before what is done with it."""
        for before, after in pairwise([*_chain(view)[-1:], *_chain(self.foot)]):
            QWidget.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.view is not None:
            self.view.setFocus()

    def _say(self, found: Problem, field: Field) -> str:
        return problem(found, field, self._lang)

    def _found(self) -> list[Problem]:
        form = self._forms.get(self._home.name)
        return check(form, self.view.answers(), self._stage) if self.view else []

    def _count(self) -> None:
        if self.view is not None:
            names = [(p.field, self.view.label(p.field)) for p in self._found()]
            self.foot.show_missing(names)

    def _ask(self, stage: Stage) -> None:
        """Show what *stage* asks for, as the refusal of an agent's key would."""
        self._stage = stage
        if self.view is not None:
            found = self._found()
            self.view.show_problems(found)
            self._count()
            if found:
                self.view.focus_field(found[0].field)

    def _speak(self, lang: str) -> None:
        self._lang = lang
        self.read()


def _chain(part: QWidget) -> list[QWidget]:
    """Return what Tab stops at in *part*: Qt puts nothing after what it passes over."""
    found, here = [], part.nextInFocusChain()
    while here is not None and here is not part:  # moved ones no longer stand behind it
        if part.isAncestorOf(here) and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(here)
        here = here.nextInFocusChain()
    return found


def home_of(given: Path, forms: Path) -> Path | None:
    """Return the folder of the form that *given* means: its folder, one of its files, or its name."""
    for path in (given, forms / given):
        home = path.resolve().parent if path.is_file() else path.resolve()
        if any(home.glob("*.yaml")) and home.name not in ("lists", "rules", "slips"):
            return home
    return None
