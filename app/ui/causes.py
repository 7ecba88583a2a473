"""What locked the seat, in words, where it was not the agent's own key."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.ui import wording
from app.ui.wording import QT_TRANSLATE_NOOP

KEY, TRAY, DISMISSED, DISPLACED = "key", "tray", "dismissed", "displaced"
OWN = frozenset({KEY, TRAY})  # by the agent's own hand
_CAUSES: dict[str, str] = {
    KEY: "",
    "system_idle": QT_TRANSLATE_NOOP("Causes", "系统空闲 {span}，自动锁定"),
    "idle": QT_TRANSLATE_NOOP("Causes", "程序里 {span}没有输入，自动锁定"),
    "os_lock": QT_TRANSLATE_NOOP("Causes", "操作系统锁屏，本席一起锁定"),
    "sleep": QT_TRANSLATE_NOOP("Causes", "电脑睡眠，本席一起锁定"),
    "gap": QT_TRANSLATE_NOOP("Causes", "电脑睡眠或停顿过，自动锁定"),
    "hang": QT_TRANSLATE_NOOP("Causes", "窗口没有回应，自动锁定"),
    TRAY: QT_TRANSLATE_NOOP("Causes", "从托盘图标锁定"),
    DISMISSED: QT_TRANSLATE_NOOP("Causes", "您的工号已停用，本席已锁定"),
    DISPLACED: QT_TRANSLATE_NOOP("Causes", "您的工号在别的席位登录了，本席已锁定"),
    "lead": QT_TRANSLATE_NOOP("Causes", "值班长锁定了本席"),
}


def cause(why: str, after: int = 0) -> str:
    """Return what locked the seat; *after*: how many seconds it waited for somebody."""
    text = _CAUSES.get(why, why)
    return _tr(text).format_map({"span": _span(after)}) if text else ""


def open_still() -> str:
    """Say that the operating system did not lock with the seat."""
    return _tr(
        QT_TRANSLATE_NOOP(
            "Causes",
            "本席已锁定，数据已收好；但操作系统没有一起锁上。请您用系统的按键锁屏，并告诉值班长。",
        )
    )


def hung(at: datetime) -> str:
    """Say that the program ended itself, and what became of what was typed."""
    told = _tr(
        QT_TRANSLATE_NOOP("Causes", "{at} 窗口没有回应，程序已自行结束。输入过的都在草稿里，请登录后接着做。")
    )
    return told.format(at=wording.day_and_time(at))


def _span(seconds: int) -> str:
    if seconds % 60:
        return _tr(QT_TRANSLATE_NOOP("Causes", "{n} 秒")).format(n=seconds)
    return _tr(QT_TRANSLATE_NOOP("Causes", "{n} 分钟")).format(n=seconds // 60)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Causes", text)
