"""The doors: sign-in, first start, another password, what they say, and what the lock page says of itself."""

from app.desk import clock
from app.ui import causes, wording
from app.ui.login import FirstStartPage, SignInPage
from app.ui.newpassword import NewPasswordPage
from app.ui.panels.password import PasswordPage
from tests.shots import presence
from tests.shots.stage import Stage

CENTRE = "临江燃气客服中心"


def sign_in(stage: Stage, refused: str = "", wait: int = 0) -> SignInPage:
    page = SignInPage(clock.now, CENTRE, "A01", "1001")
    stage.window.show_page(page)
    page.agent_no.setText("1001")
    page.password.setFocus()
    if refused:
        page.refuse(refused, wait)
    return page


def caps(stage: Stage) -> None:
    page = sign_in(stage)
    page.password.setText("A")
    page.sentence.hint_caps(True)


def key_changes(stage: Stage) -> None:
    stage.front._door = sign_in(stage)
    stage.front._door.busy(True)
    stage.front.say_key_changes()


def first_start(stage: Stage, *, alone: bool = False, refused: str = "") -> None:
    page = FirstStartPage(clock.now)
    stage.window.show_page(page)
    (page.alone if alone else page.join).setChecked(True)
    page.join.setFocus()
    if refused:
        page.refuse(refused)


def new_password(stage: Stage, refused: str = "") -> None:
    page = NewPasswordPage(clock.now, CENTRE, "A01")
    stage.window.show_page(page)
    page.password.setFocus()
    if refused:
        page.refuse(refused)


def locked_says(stage: Stage, words: str) -> None:
    presence.locked(stage)
    stage.page.sentence.say(words)  # type: ignore[attr-defined]


def password(stage: Stage, refused: str = "") -> None:
    stage.workplace.open("password", "password")
    page = stage.workplace.tabs.current()
    assert isinstance(page, PasswordPage)
    if refused:
        page._say(refused, page.new)


SCREENS = {
    "door-sign-in": sign_in,
    "door-refused": lambda stage: sign_in(stage, "not_sealed"),
    "door-busy": lambda stage: sign_in(stage).busy(True),
    "door-caps": caps,
    "door-wait": lambda stage: sign_in(stage, "password", 300),
    "door-recover": lambda stage: sign_in(stage, "device"),
    "door-key-changes": key_changes,
    "door-new-password": new_password,
    "door-new-password-refused": lambda stage: new_password(stage, "short_password"),
    "locked": presence.locked,
    "locked-by-itself": lambda stage: presence.locked(stage, source="system_idle"),
    "locked-refused": lambda stage: presence.locked(stage, "locked_meanwhile"),
    "locked-said": lambda stage: presence.locked(stage, reason="meal", minutes=12),
    "locked-over": lambda stage: presence.locked(stage, reason="rest", minutes=25),
    "locked-note": presence.noted,
    "locked-leave": presence.on_leave,
    "locked-full": lambda stage: locked_says(stage, wording.unwritten(2)),
    "locked-open-still": lambda stage: locked_says(stage, causes.open_still()),
    "first-join": first_start,
    "first-alone": lambda stage: first_start(stage, alone=True),
    "first-refused": lambda stage: first_start(stage, refused="enrolment"),
}
WORK = {
    "password": password,
    "password-refused": lambda stage: password(stage, "passwords_differ"),
}
