"""zuoxi-admin: make and look after the central database."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from app.central import people, schema, state
from app.records.accounts import Role

_SENTENCES = {
    "too_old": (
        f"这台 PostgreSQL 是 {{detail}} 版，太旧。请用 {schema.OLDEST} 到 {schema.NEWEST} 版。没有任何改动。"
    ),
    "not_made": "这个数据库里还没有中心库。请先运行 zuoxi-admin init。",
    "bad_no": "工号只能由 1 到 20 个英文字母和数字组成。",
    "bad_code": "席位代码只能由 1 到 8 个英文字母和数字组成，例如 A03。",
    "bad_name": f"姓名应有 1 到 {people.LONGEST_NAME} 个字，不能全是空格。没有任何改动。",
    "blank_password": "密码不能全是空格。没有任何改动。",
    "short_password": "密码太短：至少 12 个字符，或 4 个词。",
    "exists": "这个工号或席位已经有了，什么都没有改动。",
}


_SCHEMES = ("postgresql", "postgres")
_PORTS = range(1, 65536)


class Refused(click.ClickException):
    """Nothing was changed, and trying again will not help."""

    exit_code = 1


class Away(click.ClickException):
    """The server did not answer."""

    exit_code = 3


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    """Turn what can be expected to go wrong into a sentence and an exit code."""
    try:
        yield
    except (schema.CentralUnfit, people.PersonRefused) as refused:
        detail = getattr(refused, "detail", "")
        raise Refused(_SENTENCES[refused.code].format(detail=detail)) from None
    except OperationalError as away:
        raise Away(f"连不上中心库，什么都没有改动：{away.orig}") from None
    except DBAPIError as wrong:
        raise Refused(f"中心库没有答应，什么都没有改动：{wrong.orig}") from None


@contextlib.contextmanager
def _open(dsn: str) -> Iterator[Connection]:
    """One transaction on a central that is there and fit."""
    with _refusals():
        engine = schema.engine(dsn)
        try:
            with engine.begin() as connection:
                schema.check_made(connection)
                yield connection
        finally:
            engine.dispose()


def _check_port(_context: click.Context, _option: click.Parameter, port: int | None) -> int | None:
    if port is not None and port not in _PORTS:
        raise click.UsageError("--port 应在 1 到 65535 之间。没有任何改动。")
    return port


def _check_dsn(_context: click.Context, _option: click.Parameter, dsn: str) -> str:
    try:
        url = make_url(dsn)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        url = None
    if url is None or url.drivername not in _SCHEMES or (url.port is not None and url.port not in _PORTS):
        raise click.UsageError("--dsn 应写成 postgresql://用户:密码@主机:端口/数据库。没有任何改动。")
    return dsn


_dsn = click.option(
    "--dsn",
    required=True,
    callback=_check_dsn,
    envvar="ZUOXI_DSN",
    help="管理连接：postgresql://用户:密码@主机:端口/数据库（或环境变量 ZUOXI_DSN）",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """坐席工作台中心库的管理工具。"""


@main.command()
@_dsn
@click.option("--centre", required=True, help="中心名称，印在派工单上")
@click.option("--rename", is_flag=True, help="中心库已有别的名称时，改成 --centre 的名称")
def init(dsn: str, centre: str, rename: bool) -> None:
    """建立或升级中心库；可以重复运行，已有的中心名称不变。"""
    centre = centre.strip()
    if not people.is_name(centre):
        raise Refused(f"中心名称应有 1 到 {people.LONGEST_NAME} 个字，不能全是空格。没有任何改动。")
    with _refusals():
        engine = schema.engine(dsn)
        try:
            hardened = schema.init(engine, centre, rename=rename)
            with engine.connect() as connection:
                name = people.centre(connection)
        finally:
            engine.dispose()
    click.echo(f"中心库已就绪：{name}")
    if name != centre:
        click.echo(f"名称没有改成「{centre}」。要改名，请加 --rename 再运行一次。", err=True)
    if not hardened:
        click.echo("注意：这个账号不是超级用户，系统函数没有收回。请用超级用户再运行一次 init。", err=True)


@main.command("add-agent")
@_dsn
@click.argument("no")
@click.argument("name")
@click.option("--role", type=click.Choice([str(r) for r in Role]), default=str(Role.AGENT), show_default=True)
@click.option("--password-stdin", is_flag=True, help="从标准输入读密码，不提问")
def add_agent(dsn: str, no: str, name: str, role: str, password_stdin: bool) -> None:
    """添加座席员：工号 NO，姓名 NAME。"""
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("初始密码", hide_input=True, confirmation_prompt="再输入一次")
    with _open(dsn) as connection:
        people.add_agent(connection, no, name, Role(role), password)
    click.echo(f"已添加座席员 {no} {name}（{role}）。")


@main.command("add-seat")
@_dsn
@click.argument("code")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="入网文件写到哪里"
)
@click.option("--host", default="", help="席位看到的中心库地址，默认与 --dsn 相同")
@click.option(
    "--port", type=int, default=None, callback=_check_port, help="席位看到的端口，默认与 --dsn 相同"
)
def add_seat(dsn: str, code: str, out: Path, host: str, port: int | None) -> None:
    """添加席位 CODE，并写出它的入网文件。"""
    try:
        handle = os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise Refused(f"{out} 已经存在，没有覆盖。请换一个文件名。") from None
    except OSError as wrong:
        raise Refused(f"写不了 {out}：{wrong.strerror}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file, _open(dsn) as connection:
            enrolment = people.add_seat(connection, code, host, port or 0)
            json.dump(enrolment, file, ensure_ascii=False, indent=2)
            file.flush()
    except BaseException:
        out.unlink()  # half written, and the seat was not made
        raise
    click.echo(f"已添加席位 {enrolment['seat']}。入网文件：{out}")
    click.echo("文件里有席位的密码：请当面交给席位，入网后删除。")


@main.command()
@_dsn
def status(dsn: str) -> None:
    """看一眼中心库：版本、席位、座席员、冲突和被退回的记录。"""
    with _open(dsn) as connection:
        found = state.look(connection)
    tested = "" if found.server <= schema.NEWEST else "（未经测试的新版本）"
    click.echo(f"{found.centre}　PostgreSQL {found.server}{tested}　结构 {found.revision}")
    click.echo(
        f"座席员 {found.agents}　记录 {found.records}　待处理冲突 {found.conflicts}　被退回 {found.rejected}"
    )
    for seat in found.seats:
        seen = f"{seat.seen_at:%Y-%m-%d %H:%M}" if seat.seen_at else "从未连接"
        stopped = "" if seat.active else "　已停用"
        click.echo(f"席位 {seat.code}　收到 {seat.last_n} 条　最近 {seen}{stopped}")
