"""Every screen by its name: what is done on the stage before it is drawn."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint

from app import places
from app.desk.listings import LISTS
from app.desk.suggestions import Learned
from app.forms.load import load
from app.ui import flaws, wording
from app.ui.kit.strips import Strip
from app.ui.suggesting import OfferLine
from tests.shots import (
    access,
    addresses,
    callers,
    cases,
    clocks,
    doors,
    entries,
    matter,
    orders,
    paper,
    presence,
    ringing,
    sessions,
    takeovers,
    trouble,
    visits,
)
from tests.shots.stage import LONG, PEOPLE, Stage

Show = Callable[[Stage], object]

HELP = sorted((places.resources() / "help").glob("*.md"))
FORMS = sorted(form.name for form in load(places.forms()).newest())
WIDE = "滨江区" + "春晓路江南大道御景苑" * 6


def refused_form(stage: Stage, form: str) -> None:
    page = stage.new(form, empty=True)
    page.save()


def saved(stage: Stage, form: str = "gas_repair") -> None:
    name, (number, address) = next(iter(PEOPLE.items()))
    page = stage.new(form, name=name, phone=number, address=address)
    page.save()
    if page.form.order:
        page.dispatch()


def record(stage: Stage, kind: str) -> None:
    saved(stage)
    page = stage.workplace.tabs.current()
    case = page.call.case
    id = case if kind == "case" else stage.workplace._desk.orders.of_case(case)[0].id
    stage.open(kind, id)


def phrases(stage):
    page = stage.new("gas_repair")
    page.view.focus_field("request")
    stage.workplace.phrases.pop()


def suggested(stage: Stage) -> None:
    """An offer of a category, as after some weeks of work."""
    matters = {"stove": "灶具打不着火", "water_heater": "热水器自己熄灭", "meter_fault": "燃气表不走字"}
    learned = Learned.of([(code, text) for code, text in matters.items()] * 8)
    suggestions = stage.workplace._desk.suggestions
    suggestions._learned["gas_repair"], suggestions.learn = learned, lambda: None
    page = stage.new("gas_repair", empty=True)
    page.view.set_answers({"name": "王小明", "request": "客户说洗澡时热水器自己熄灭，灶具正常。"})
    page.view.focus_field("request")
    line = page.findChild(OfferLine)
    line.look()
    stage.hands.until(line.first.isVisible, "nothing is offered")


def read_back(stage: Stage) -> None:
    name, (number, address) = next(iter(PEOPLE.items()))
    stage.new("gas_repair", name=name, phone=number, address=address, customer_no="3301021990")
    stage.workplace.readback.toggle()


def discarded(stage: Stage) -> None:
    for form in ("complaint", "gas_repair"):
        stage.new(form, name="王小明")
        stage.workplace.work.discard()
    stage.new("inquiry", name="李芳")
    stage.workplace.splitter.bring(stage.workplace.worklist)
    stage.workplace.worklist.refresh()


def keys_here(stage: Stage) -> None:
    stage.new("gas_repair").view.focus_field("category")
    stage.workplace.overview.toggle()


def long_data(stage: Stage) -> None:
    stage.new("gas_repair", name="阿依古丽·买买提·" * 6, address=WIDE, request=LONG * 12)
    for form in FORMS:
        stage.new(form, empty=True)
    stage.workplace.tabs.turn(1)


def caller(stage: Stage, text: str = "") -> None:
    stage.new("inquiry", empty=True)
    pane = stage.workplace.caller
    stage.workplace.splitter.bring(pane)
    if text:
        pane.search.setText(text)
        pane._look()
    else:
        pane.search.setText("1234")
        pane._look()
        pane._take_first()
        stage.hands.until(lambda: pane._pages.currentIndex() == 2, "nobody was found")


def bar(stage: Stage, text: str) -> None:
    stage.new("gas_repair", name="王小明")
    stage.workplace._pop_bar()
    stage.workplace.bar.query.setText(text)
    stage.hands.until(lambda: not stage.workplace.bar._is_looking(), "nothing was looked up")


def strips(stage: Stage) -> None:
    strips, translate = stage.workplace.tabs.strips, QCoreApplication.translate
    stage.new("gas_repair")
    broken = load(places.forms()).broken
    strips.put("old", Strip("", "accent"))
    for each in broken:
        strips.put(each.file, Strip(flaws.sentence(each), "warn"))
    strips.put("good", Strip(wording.road_tip("synced"), "good"))
    strips.put("warn", Strip(wording.road_tip("away"), "warn", translate("Notices", "现在再试"), print))
    strips.put("danger", Strip(wording.road_tip("attention"), "danger", translate("Notices", "查看"), print))


def toasts(stage: Stage) -> None:
    stage.new("gas_repair")
    stage.workplace.work.discard()
    stage.workplace.tell(wording.refusal("full"))
    stage.new("complaint")
    stage.workplace.work.discard()


def menu(stage: Stage, inner: int = -1) -> None:
    who = stage.workplace.top.who
    who.menu().popup(who.mapToGlobal(QPoint(0, who.height())))
    inside = [action.menu() for action in who.menu().actions() if action.menu()]
    if inner >= 0:
        corner = who.menu().mapToGlobal(who.menu().actionGeometry(inside[inner].menuAction()).topLeft())
        inside[inner].popup(corner - QPoint(inside[inner].sizeHint().width(), 0))


def listed(stage: Stage, name: str, words: str = "") -> None:
    stage.workplace.open("list", name)
    page = stage.workplace.tabs.current()
    page.filters.go_on(words)
    # Words that fit nothing: only the empty list is worth a picture.
    stage.hands.until(lambda: page._is_all and not (words and page.model.rowCount()), "the list is not read")


def viewed(stage: Stage, *, named: bool) -> None:
    """A list with a view, and another being named, or the menu of them."""
    listed(stage, "cases")
    page = stage.workplace.tabs.current()
    page.filters.checks["mine"].setChecked(True)
    page.views.ask()
    page.views.save()
    page.filters.checks["open"].setChecked(True)
    if named:
        page.views.ask()
    else:
        page.views_button.click()


def imported(stage: Stage, *, go: bool = False) -> None:
    stage.workplace.open("import", "import")
    page = stage.workplace.tabs.current()
    # A copy: what is refused is written beside the file.
    page.take(Path(shutil.copy(places.resources() / "demo" / "calls.csv", tempfile.mkdtemp())))
    stage.hands.until(lambda: page._peek is not None, "the file is not read")
    page._judge()
    if go:
        page.start(dry=True)
        stage.hands.until(lambda: page.go.isEnabled(), "the rows are not checked")


def helped(stage: Stage, file: str) -> None:
    stage.workplace.open("help", "help")
    stage.workplace.tabs.current().show_page(file)


SCREENS: dict[str, Show] = {
    **doors.SCREENS,
    **takeovers.DOORS,
    "empty": lambda stage: stage.workplace,
    **{f"form-{form}-empty": lambda stage, form=form: stage.new(form, empty=True) for form in FORMS},
    **{f"form-{form}-filled": lambda stage, form=form: stage.new(form, name="王小明") for form in FORMS},
    **{f"form-{form}-refused": lambda stage, form=form: refused_form(stage, form) for form in FORMS},
    "saved": saved,
    "long": long_data,
    "case": lambda stage: record(stage, "case"),
    "order": lambda stage: record(stage, "order"),
    "caller-found": lambda stage: caller(stage, "1234"),
    "caller-many": lambda stage: caller(stage, "王"),
    "caller": caller,
    **callers.SCREENS,
    "picker": lambda stage: stage.workplace.work.pick(),
    "phrases": phrases,
    "bar-empty": lambda stage: bar(stage, ""),
    "bar-records": lambda stage: bar(stage, "1"),
    "bar-none": lambda stage: bar(stage, "qqqq"),
    "keys": keys_here,
    "suggested": suggested,
    "read-back": read_back,
    "discarded": discarded,
    "toasts": toasts,
    "menu": menu,
    "menu-rows": lambda stage: menu(stage, 1),
    "strips": strips,
    **{f"list-{name}": lambda stage, name=name: listed(stage, name) for name in LISTS},
    **access.SCREENS,
    **addresses.SCREENS,
    **clocks.SCREENS,
    "list-none": lambda stage: listed(stage, "calls", "qqqq"),
    "views": lambda stage: viewed(stage, named=False),
    "views-name": lambda stage: viewed(stage, named=True),
    "list-menu": lambda stage: stage.workplace._pop_lists(),
    "import-empty": lambda stage: stage.workplace.open("import", "import"),
    "import-file": imported,
    "import-checked": lambda stage: imported(stage, go=True),
    **{f"help-{file.stem}": lambda stage, file=file: helped(stage, file.name) for file in HELP},
    "floor": presence.floor,
    "floor-many": lambda stage: presence.floor(stage, many=4),
    "floor-asked": lambda stage: presence.floor(stage, asked=2),
    "leave": presence.leave,
    "leave-asked": lambda stage: presence.leave(stage, filled=True),
    "floor-empty": lambda stage: presence.floor(stage, many=0),
    **presence.SCREENS,
    **paper.SCREENS,
    **trouble.SCREENS,
    **sessions.SCREENS,
    **doors.WORK,
    **entries.SCREENS,
    **takeovers.SCREENS,
    **ringing.SCREENS,
    **visits.SCREENS,
    **matter.SCREENS,
    **cases.SCREENS,
    **orders.SCREENS,
}
