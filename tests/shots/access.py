"""The screens of who may see and take what: a number shown whole, a right one has not, a list on paper."""

from dataclasses import replace

from PySide6.QtCore import QPoint

from app.forms.rights import Right, Rights
from app.records.accounts import Role
from tests.shots.stage import Stage


def _list(stage: Stage, name: str = "calls"):
    stage.workplace.open("list", name)
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page._is_all and page.model.at(0) is not None, "the list is not read")
    page.table.setFocus()
    page.table.choose(0)
    return page


def revealed(stage: Stage) -> None:
    page = _list(stage)
    page.taking.reveal()
    stage.hands.until(lambda: page.taking._whole is not None, "the number stays masked")


def row_menu(stage: Stage) -> None:
    desk = stage.workplace._desk
    nobody = dict.fromkeys((Right.EXPORT, Right.PRINT), (Role.SUPERVISOR,))
    desk.accesses.rights = replace(Rights(), given={**Rights().given, **nobody})
    page = _list(stage)
    page.table.menu_asked.emit(page.table.viewport().mapToGlobal(QPoint(220, 60)))


def preview(stage: Stage) -> None:
    page = _list(stage)
    desk = stage.workplace._desk
    desk.accesses.rights = Rights(given={**Rights().given, Right.WHOLE: ()})
    page.taking.print_list()
    prints = stage.workplace.paperwork.lists
    stage.hands.until(lambda: prints.window is not None, "the list is not set")
    shown = prints.window
    stage.hands.until(lambda: not shown.view._sheet.pixmap().isNull(), "no page was drawn")
    shown.move(stage.window.rect().center() - shown.rect().center())


def audit(stage: Stage) -> None:
    page = _list(stage)
    for act in (page.taking.reveal, page.taking.copy_number, page.taking.copy):
        before = stage.workplace._desk.lists._store.outbox.last_n()
        act()
        stage.hands.until(lambda n=before: stage.workplace._desk.lists._store.outbox.last_n() > n, "not kept")
    page.filters.go_on("王小明")
    stage.hands.until(lambda: page._is_all, "the list is not narrowed")
    page.table.selectAll()
    page.taking.copy()
    _list(stage, "accesses")


SCREENS = {
    "list-revealed": revealed,
    "list-row-menu": row_menu,
    "list-preview": preview,
    "list-accesses": audit,
}
