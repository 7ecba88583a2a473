"""The operating system this program runs on."""

import sys

from app.ui.session.port import System


def here() -> System:
    if sys.platform == "win32":
        from app.ui.session.windows import WindowsSystem

        return WindowsSystem()
    if sys.platform == "darwin":
        from app.ui.session.macos import MacSystem

        return MacSystem()
    if sys.platform.startswith("linux"):
        from app.ui.session.linux import LinuxSystem

        return LinuxSystem()
    return System()
