"""An address while it is typed, and whom to call."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.form.address import AddressEditor
from tests.shots.stage import Stage


def typed(stage: Stage, text: str, form: str = "gas_repair") -> None:
    page = stage.new(form, name="王小明")
    addresses = stage.workplace._desk.addresses
    stage.hands.until(lambda: addresses._loaded, "the country was not read")
    page.view.put_answers({"address": None})
    page.view.focus_field("address")
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.view.focusWidget(), event)
    editor = page.view.findChild(AddressEditor)
    stage.hands.until(lambda: bool(editor.note.text()) or editor.line.open, "nothing was known of it")


def offered(stage: Stage) -> None:
    typed(stage, "城")


def known(stage: Stage) -> None:
    typed(stage, "杭州市下城区城东镇东关路甲12号3幢2单元502室")
    stage.workplace.tabs.current().view.focus_field("request")


def directory(stage: Stage) -> None:
    stage.new("gas_leak", name="王小明")
    stage.workplace.directory.pop("管道")


def nobody(stage: Stage) -> None:
    stage.new("gas_leak", name="王小明")
    stage.workplace.directory.pop("月亮")


SCREENS = {
    "address-offered": offered,
    "address-known": known,
    "directory": lambda stage: stage.workplace.directory.pop(),
    "directory-found": directory,
    "directory-nobody": nobody,
}
