"""What every test may use, and what none may leave behind."""

import os
import shutil
import tempfile
import threading
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1].parent / "shared" / "data"
NO_DATA = "data: the folder of real records is not here"


MEMORY = Path("/dev/shm")  # noqa: S108 - what is made there has names of its own
if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 4 << 30:
    # Databases are made by the hundred, and none of these tests turns the power off: half the time.
    os.environ["TMPDIR"], tempfile.tempdir = str(MEMORY), None


_FIRST = ("ui", "attacks", "flows", "faults")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Windows first: in a process that has run for long they are made and dressed half as fast. Then what
    takes a minute a file: begun last, it would run while the other processes have nothing left to do."""
    items.sort(
        key=lambda item: next((n for n, part in enumerate(_FIRST) if part in item.path.parts), len(_FIRST))
    )


@pytest.fixture
def data():
    """The folder of real records, read where it lies."""
    if not DATA.is_dir():
        pytest.skip(NO_DATA)
    return DATA


@pytest.fixture(scope="session")
def qapp_cls():
    """Windows in tests are dressed as the program's own."""
    from app.ui.application import Application

    return Application


@pytest.fixture(autouse=True)
def _no_thread_outlives_a_test():
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    assert not left, f"still running: {left}"


@pytest.fixture(autouse=True, scope="module")
def _no_watchdog_outlives_a_module():
    """One left on duty would see a window that hangs, minutes later, and end the tests."""
    yield
    dogs = [thread for thread in threading.enumerate() if thread.name == "watchdog"]
    for thread in dogs:
        thread.join(1)  # as long as one that was sent home may take
    left = [thread for thread in dogs if thread.is_alive()]
    for thread in left:
        thread._args[0].set()
    assert not left, f"still on duty: {len(left)}"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("ZUOXI_NO_SKIPS") and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NO_DATA not in reason and not reason.removeprefix("Skipped: ").startswith("only "):
            report.outcome = "failed"
            report.longrepr = f"here nothing may be skipped: {reason}"
