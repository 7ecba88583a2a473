"""`zuoxi import`: a file into the seat from the terminal, or into the window that has the seat open."""

import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from app.desk.accounts import AccountRefused, Accounts, Opened
from app.desk.clock import now
from app.desk.imports import ALONE, Import, Imports, Words
from app.desk.judge import ImportRefused
from app.desk.refused import RefusedUnwritable
from app.desk.seat import SeatFileBroken
from app.desk.sheets import Sheet, SheetRefused
from app.forms.guess import guess
from app.forms.load import FormBroken, Forms
from app.forms.maps import ImportMap, feeds_nothing, read_map
from app.store.engine import StoreRefused
from app.store.keyring import KeyringRefused
from app.store.slots import SlotRefused
from app.ui import imported, wording
from app.ui.single import Single

LANG = "zh_CN"
ALL_IN, SOME_REFUSED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Job:
    file: Path
    form: str
    map: Path | None = None
    encoding: str = ""
    agent_no: str = ""
    dry: bool = False

    def told(self) -> dict[str, str]:
        """Return what the window is told of it."""
        table = str(self.map.resolve()) if self.map else ""
        return {"file": str(self.file.resolve()), "form": self.form, "map": table, "encoding": self.encoding}


class Unusable(Exception):
    """Ends the command with a sentence."""


def run(job: Job, folder: Path, forms: Forms, accounts: Callable[[], Accounts]) -> int:
    """Return the exit code: 0 all is in (or the window has it), 1 some rows were refused, 2 nothing could
    be done, 130 interrupted."""
    try:
        if job.form not in forms.versions:
            names = "、".join(form.name for form in (*forms.newest(), *forms.rolls()))
            raise Unusable(f"没有“{job.form}”这种表单。可以选：{names}")
        if Single(folder).hand(job.told()):
            click.echo("坐席工作台正开着，已把文件交给它的窗口，请在窗口里确认后导入。")
            return ALL_IN
        told = _map(job, forms)
        sheet = _sheet(job, forms, told)
        with closing(sheet):
            told = told or _guessed(sheet, forms, job.form)
            return _import(job, sheet, told, forms, accounts())
    except Unusable as why:
        click.echo(str(why), err=True)
        return UNUSABLE


def _map(job: Job, forms: Forms) -> ImportMap | None:
    if job.map is None:
        return None
    told = read_map(job.map, forms, job.form)
    if isinstance(told, FormBroken):
        raise Unusable(imported.broken_map(told))
    return told


def _sheet(job: Job, forms: Forms, told: ImportMap | None) -> Sheet:
    try:
        return Sheet(job.file, job.encoding or (told.encoding if told else ""))
    except SheetRefused as why:
        raise Unusable(imported.refused(why, forms.get(job.form), LANG)) from why


def _guessed(sheet: Sheet, forms: Forms, name: str) -> ImportMap:
    """Return a map guessed from the headers, and say which column was taken for what."""
    form = forms.get(name)
    told = guess(form, sheet.table())
    click.echo("没有给对照表，按表头猜：", err=True)
    for feeds, rule in told.rules().items():
        if rule.columns:
            click.echo(f"  {imported.feeds(feeds, form, LANG)} ← {'、'.join(rule.columns)}", err=True)
    if missing := feeds_nothing(told, form):
        words = "、".join(imported.feeds(each, form, LANG) for each in missing)
        click.echo(f"  没有对应的列：{words}", err=True)
    return told


def _import(job: Job, sheet: Sheet, told: ImportMap, forms: Forms, accounts: Accounts) -> int:
    form = forms.get(told.form)
    opened = _sign_in(accounts, job.agent_no)
    with closing(opened.store):
        imports = Imports(opened.store, forms, opened.agent, now, LANG)
        words = Words(lambda p, f, m: imported.problem(p, f, m, LANG), imported.heads(), Path.home())
        try:
            begun = imports.start(sheet, told, words, dry=job.dry)
            with closing(begun), _interrupts() as interrupted:
                _steps(begun, interrupted, f"{sheet.path.name} {sheet.encoding}".strip())
        except (ImportRefused, RefusedUnwritable, SheetRefused, StoreRefused) as why:
            raise Unusable(imported.refused(why, form, LANG)) from why
    tally = begun.tally
    click.echo(imported.outcome(tally, dry=job.dry, stopped=not tally.done))
    if tally.refused_file:
        click.echo(f"没有导入的行和原因：{tally.refused_file}")
    if not tally.done:
        return INTERRUPTED
    return SOME_REFUSED if tally.refused else ALL_IN


def _sign_in(accounts: Accounts, agent_no: str) -> Opened:
    agent_no = agent_no or click.prompt("工号")
    password = click.prompt("密码", hide_input=True)
    try:
        return accounts.sign_in(agent_no, password)
    except (AccountRefused, KeyringRefused, SeatFileBroken, SlotRefused, StoreRefused) as why:
        left = wording.seconds(getattr(why, "wait", 0))
        raise Unusable(wording.refusal(why.code, left=left)) from why


def _steps(begun: Import, interrupted: Callable[[], bool], label: str) -> None:
    with click.progressbar(length=1000, label=label) as bar:
        while not begun.tally.done and not interrupted():
            before = begun.tally.part
            bar.update(int(begun.step(ALONE).part * 1000) - int(before * 1000))


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Let Ctrl+C end the work after the batch that is under way."""
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
