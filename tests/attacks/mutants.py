"""The lock with one thing broken each, to see that the attacks bite: ZUOXI_MUTANT names it, for the attacks
and for the programs they start."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app import program
from app.store import engine, slots
from app.ui import curtain
from app.ui.front import Front
from app.ui.lock import LockPage
from app.ui.window import Window


@dataclass(frozen=True)
class Mutant:
    """``red`` names the attack that must fail on it."""

    red: str
    apply: Callable[[], None]


def _overlay() -> None:
    swap = Window.show_page

    def cover(self, page):
        if isinstance(page, LockPage):
            page.setParent(self)
            page.setGeometry(self.rect())
            page.show()
        else:
            swap(self, page)

    Window.show_page = cover
    program._bury = lambda workplace: None


def _shortcuts_heard() -> None:
    curtain.Curtain._is_of_page = lambda self, part: True


def _marked_text_kept() -> None:
    curtain._forget_copied = lambda: QGuiApplication.clipboard().clear()


def _facts_not_bound() -> None:
    slots._Slot.bound = lambda self, db: slots.said("slot", db, self.agent)


def _statements_logged() -> None:
    connect = engine.dbapi2.connect

    def told(*words, **more):
        raw = connect(*words, **more)
        raw.set_trace_callback(logging.getLogger("app.store").info)
        return raw

    engine.dbapi2.connect = told


def _customer_on_the_page() -> None:
    lock = Front.lock

    def tell(self, *words):
        title = self.window.centralWidget().tabs.current().title
        lock(self, *words)
        self.window.centralWidget().inside.addWidget(QLabel(title))

    Front.lock = tell


_HERE, _X11, _APART = "test_lock.py::test_", "test_x11.py::test_", "test_mutants.py::test_"
MUTANTS = {
    "overlay": Mutant(_HERE + "13_neither_titles_nor_a_screen_reader_nor_the_log_tell_a_name", _overlay),
    "shortcuts heard": Mutant(
        _HERE + "11_a_shortcut_of_the_whole_program_is_eaten_while_locked", _shortcuts_heard
    ),
    "customer on the page": Mutant(
        _HERE + "34_after_one_customer_and_after_another_it_looks_the_same_to_the_dot", _customer_on_the_page
    ),
    "marked text kept": Mutant(
        _X11 + "14_both_clipboards_are_emptied_of_ours_and_keep_what_is_anothers", _marked_text_kept
    ),
    "facts of a slot not bound": Mutant(
        _APART + "21_a_slot_whose_facts_are_edited_opens_nothing", _facts_not_bound
    ),
    "statements logged": Mutant(_APART + "28_neither_log_nor_output_tell_the_key", _statements_logged),
}


def apply(name: str) -> None:
    if name:
        MUTANTS[name].apply()
