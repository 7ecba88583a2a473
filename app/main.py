"""The agent's program from its start: the door is painted first, all that is heavy comes after."""

import gc
import sys

from app import places
from app.desk import clock
from app.ui.application import Application
from app.ui.front import Front
from app.ui.single import Single

_TURN = 0.0002  # seconds a thread may keep the interpreter while the window's waits for it


def main() -> int:
    """Run the agent's program until its window is closed."""
    folder = places.data()
    application = Application(sys.argv)
    single = Single(folder, application)
    if not single.claim():
        print("坐席工作台已在运行，已把它的窗口叫到前面。")
        return 0
    front = Front(application, folder, clock.now)
    front.window.show()
    application.processEvents()
    # Half a second of imports; what is typed meanwhile waits in the queue.
    from app import logs
    from app.program import Program
    from app.store.keyring import OsSecrets
    from app.ui.session.here import here
    from app.ui.session.memory import keep_out_of_dumps, wipe_what_is_freed

    keep_out_of_dumps()
    wipe_what_is_freed()
    logs.start(folder / "logs")
    program = Program(application, front, folder, OsSecrets(), here())
    favour_the_window()
    single.raised.connect(front.come_to_the_front)
    single.handed.connect(program.take)
    single.hear = program.hear
    code = application.exec()
    program.close()
    return code


def favour_the_window() -> None:
    """Keep what the interpreter does by itself from being felt at the keyboard."""
    sys.setswitchinterval(_TURN)
    gc.freeze()  # a full collection walked all that was imported: 46 ms instead of 2
    gc.enable()
