"""Looking at central: once, or all the time."""

import contextlib
import threading
from dataclasses import asdict

import click
from sqlalchemy import Engine

from app.central import erasure, schema, state
from app.central import watch as dog
from app.central.commands import shell

_CLOCK_OFF = 60  # seconds that are worth a word
_RESTORED = "这个库是从备份恢复的，还没有告诉席位。请运行 zuoxi-admin after-restore。"


@click.command()
@shell.with_dsn
@shell.with_json
def status(dsn: str, as_json: bool) -> None:
    """看一眼中心库：版本、席位、座席员、冲突和被退回的记录。"""
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        found, claims = state.look(connection), len(erasure.claims(connection))
    tested = "" if found.server <= schema.NEWEST else "（未经测试的新版本）"
    age = "" if found.oldest_conflict is None else f"（最久 {shell.duration(found.oldest_conflict)}）"
    queue = "不知道" if found.notify_queue is None else f"{found.notify_queue:.0%}"
    shell.tell(
        as_json,
        asdict(found),
        f"{found.centre}　PostgreSQL {found.server}{tested}　结构 {found.revision}　纪元 {found.epoch[:8]}",
        f"座席员 {found.agents}　记录 {found.records}　收到操作 {found.ops}"
        f"　待处理冲突 {found.conflicts}{age}　被退回 {found.rejected}",
        f"下发滞后 {found.feed_lag:.0f} 秒　通知队列 {queue}",
        *(_seat(seat) for seat in found.seats),
    )
    if found.restored:
        click.echo(f"注意：{_RESTORED}", err=True)
    if claims:
        click.echo(f"注意：有 {claims} 次抹去只有席位知道。请运行 zuoxi-admin erase --status。", err=True)


def _seat(seat: state.SeatState) -> str:
    seen = f"{seat.seen_at:%Y-%m-%d %H:%M}" if seat.seen_at else "从未连接"
    stopped = "" if seat.active else "　已停用"
    off = seat.clock_off or 0
    clock = f"　时钟{'慢' if off > 0 else '快'} {shell.duration(abs(off))}" if abs(off) >= _CLOCK_OFF else ""
    doubtful = f"　时间存疑 {seat.doubtful} 条" if seat.doubtful else ""
    return f"席位 {seat.code}　收到 {seat.last_n} 条　最近 {seen}{clock}{doubtful}{stopped}"


@click.command()
@shell.with_dsn
@click.option("--once", is_flag=True, help="只看一次；有不对的地方时退出码是 4")
@click.option("--every", type=click.FloatRange(min=0.1), default=5.0, show_default=True, help="几秒看一次")
@click.option(
    "--limit", type=click.FloatRange(min=1), default=20.0, show_default=True, help="一次事务最多开几秒"
)
@shell.with_json
def watch(dsn: str, once: bool, every: float, limit: float, as_json: bool) -> None:
    """看守中心库：断开占着事务不放的席位，滞后和队列不对时说出来。按 Ctrl+C 结束。"""
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        dog.check_rights(connection)
    engine = schema.engine(dsn)
    try:
        if once:
            with shell.refusals():
                found = _look(engine, limit, as_json)
            if found.ended or found.alerts:
                raise click.exceptions.Exit(shell.NOT_IN_ORDER)
        else:
            with contextlib.suppress(KeyboardInterrupt):
                _go_on(engine, limit, every, as_json)
    finally:
        engine.dispose()


def _go_on(engine: Engine, limit: float, every: float, as_json: bool) -> None:
    """Look again and again; what lasts is told once, and a central that is away is waited for."""
    never, away, known = threading.Event(), False, frozenset[str]()
    if not as_json:
        click.echo(f"开始看守，每 {every:g} 秒看一次。按 Ctrl+C 结束。")
    while True:
        try:
            with shell.refusals():
                found = _look(engine, limit, as_json, known)
            known = frozenset(found.alerts)
            if away:
                shell.tell(as_json, {"away": False}, "又连上中心库了。")
            away = False
        except (shell.Away, shell.Refused) as error:
            if not away:
                shell.tell(as_json, {"away": True, "why": error.message}, f"{error.message}　继续等。")
            away = True
        never.wait(every)


def _look(engine: Engine, limit: float, as_json: bool, known: frozenset[str] = frozenset()) -> dog.Look:
    with engine.begin() as connection:
        found = dog.look(connection, limit)
    when = f"{found.at:%Y-%m-%d %H:%M:%S}"
    whose = f"，最久的事务是 {found.holder.login} 的（进程 {found.holder.pid}）" if found.holder else ""
    words = {
        "feed_lag": f"下发滞后 {found.feed_lag:.0f} 秒{whose}",
        "notify_queue": f"通知队列用了 {found.notify_queue:.0%}，有监听的连接不读",
        "restored": _RESTORED,
    }
    shell.tell(
        as_json,
        asdict(found),
        *(
            f"{when}　已断开 {each.login}（{each.program or each.pid}）：事务开了 {each.seconds:.0f} 秒"
            for each in found.ended
        ),
        *(f"{when}　注意：{words[alert]}" for alert in found.alerts if alert not in known),
    )
    return found
