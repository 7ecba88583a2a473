"""What the parts of a matter's page work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSettings

from app.desk.accesses import Accesses
from app.desk.cases import Cases
from app.desk.matter import Matter
from app.forms.load import Forms
from app.records.ids import Id
from app.ui.kit.paging import Run


@dataclass(frozen=True, slots=True)
class MatterDesk:
    """``read`` takes what is read beside the window, ``heavy`` what may last: files and pictures.
    ``composing``: what an input method has not handed over yet, where the focus is. ``me``: agent number and
    name."""

    matter: Matter
    cases: Cases
    forms: Forms
    accesses: Accesses
    people: Callable[[Id], str]
    centre: str
    me: str
    read: Run
    heavy: Run
    settings: QSettings
    now: Callable[[], datetime]
    composing: Callable[[], str]
    lang: str
