"""What the commands share: the connection, the question, the answer in words or JSON, the exit codes."""

import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

import click
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from app.central import people, schema
from app.central.refused import AdminRefused

_SENTENCES = {
    "too_old": (
        f"这台 PostgreSQL 是 {{detail}} 版，太旧。请用 {schema.OLDEST} 到 {schema.NEWEST} 版。没有任何改动。"
    ),
    "too_new": "中心库的结构是 {detail}，比这个程序新。请用新版本的 zuoxi-admin。没有任何改动。",
    "not_made": "这个数据库里还没有中心库。请先运行 zuoxi-admin init。",
    "behind": "中心库的结构是 {detail}，比这个程序旧。请先运行 zuoxi-admin upgrade。没有任何改动。",
    "bad_no": "工号只能由 1 到 20 个英文字母和数字组成。",
    "bad_code": "席位代码只能由 1 到 8 个英文字母和数字组成，例如 A03。",
    "bad_name": f"姓名应有 1 到 {people.LONGEST_NAME} 个字，不能全是空格。没有任何改动。",
    "blank_password": "密码不能全是空格。没有任何改动。",
    "short_password": "密码太短：至少 12 个字符，或 4 个词。",
    "exists": "这个工号或席位已经有了，什么都没有改动。",
    "unknown_agent": "没有这个工号。没有任何改动。",
    "unknown_seat": "没有这个席位。没有任何改动。",
    "disabled": "这个工号已停用。要重新启用，请运行 disable-agent 加 --undo。没有任何改动。",
    "bad_ca": "--ca 的文件读不出 PEM 格式的证书。没有任何改动。",
    "private_key": "--ca 的文件里有私钥，不能交给席位。只要 CA 的证书。没有任何改动。",
    "not_restored": (
        "没有看到新的恢复：上次之后，这个库没有从备份恢复过。没有任何改动。"
        "如果是用磁盘或虚拟机快照恢复的，请加 --again。"
    ),
    "no_dump": "{detail} 不是 pg_dump 的备份（自定义、目录、tar 或 SQL 文本）。",
    "own_database": (
        "这份备份自己会建、删或切换数据库（pg_dump -C 或 pg_dumpall），不能在这里试。请不加 -C 备份。"
    ),
    "no_program": "找不到 {detail}。请安装 PostgreSQL 的客户端程序，或用 --bin 指出它在哪个文件夹。",
    "same_database": "给的就是中心库本身，不是它的备份。",
    "not_empty": "{detail} 不是空文件夹，没有写入。请换一个。",
    "unwritable": "写不了：{detail}。没有留下半份导出。",
    "no_definition": (
        "{detail} 不是表单、列表或规则的文件（名称/版本.yaml、lists/…、rules/…，UTF-8，不超过 256 KB）。"
        "没有任何改动。"
    ),
    "altered": "这个版本已经发布过，有记录照着它问过，不能改。请另存为 {detail}，再发布。没有任何改动。",
    "lowered": "席位已经在用更新的版本，旧版本号不会再问。请另存为 {detail}，再发布。没有任何改动。",
    "nobody": "没有找到这个人的资料，或者已经抹去了。没有任何改动。",
    "several": "这个号码是几个客户的：{detail}。请用 --customer 说明是哪一个。没有任何改动。",
    "no_watch_rights": (
        "这个账号没有看守的权限。请用超级用户运行："
        "GRANT cc_watch, pg_monitor, pg_signal_backend TO 这个账号。"
    ),
}
KINDS = {
    "customer": "客户", "call": "受理记录", "case": "案件",
    "order": "工单", "slip": "派工单", "conflict": "冲突",
}  # fmt: skip
_SCHEMES = ("postgresql", "postgres")
_PORTS = range(1, 65536)
NOT_IN_ORDER = 4
F = TypeVar("F", bound=Callable[..., Any])


class Refused(click.ClickException):
    """Nothing was changed, and trying again will not help."""

    exit_code = 1


class Away(click.ClickException):
    """The server did not answer."""

    exit_code = 3


@contextlib.contextmanager
def refusals() -> Iterator[None]:
    """Turn what can be expected to go wrong into a sentence and an exit code."""
    try:
        yield
    except AdminRefused as refused:
        raise Refused(_SENTENCES[refused.code].format(detail=refused.detail)) from None
    except OperationalError as away:
        raise Away(f"连不上中心库，什么都没有改动：{away.orig}") from None
    except DBAPIError as wrong:
        raise Refused(f"中心库没有答应，什么都没有改动：{wrong.orig}") from None


@contextlib.contextmanager
def opened(dsn: str, *, frozen: bool = False) -> Iterator[Connection]:
    """One transaction on a central that is there and fit; *frozen*: read only, and all of one moment."""
    with refusals():
        engine = schema.engine(dsn)
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if frozen else {}
        try:
            with engine.execution_options(**options).begin() as connection:
                schema.check_made(connection)
                if frozen:  # while files are written, or another database is read
                    connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
                yield connection
        finally:
            engine.dispose()


def end_connections(dsn: str, login: str) -> tuple[int | None, str]:
    """End what *login* still has open, in a transaction of its own: only now is the door shut behind it.

    Return how many there were, and that in words.
    """
    with opened(dsn) as connection:
        ended = people.end_connections(connection, login)
    if ended is None:
        return None, "已有的连接没有断开：这个账号没有权限，请用超级用户再运行一次。"
    return ended, f"断开连接 {ended} 个。"


def ask(what: str, yes: bool) -> None:
    """Go on only when somebody agreed to *what*, here or by --yes."""
    if yes:
        return
    click.echo(what, err=True)
    try:
        agreed = click.confirm("继续吗？", err=True)
    except click.Abort:
        agreed = False
    if not agreed:
        raise Refused("没有继续，什么都没有改动。")


def tell(as_json: bool, found: Mapping[str, Any], *lines: str) -> None:
    """Say what was found or done: *lines* to people, one object to programs."""
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, default=_plain))
    else:
        for line in lines:
            click.echo(line)


def progress(what: str, done: int) -> None:
    """Show how far a long command is, where somebody looks on."""
    if sys.stderr.isatty():
        click.echo(f"\r{what} {done}\r", err=True, nl=False)


def duration(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 1:
        return f"{seconds:.0f} 秒"
    if minutes < 60:
        return f"{minutes} 分钟"
    return f"{minutes // 60} 小时" if minutes < 48 * 60 else f"{minutes // 1440} 天"


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else str(value)


def is_address(dsn: str) -> bool:
    try:
        url = make_url(dsn)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        return False
    return url.drivername in _SCHEMES and (url.port is None or url.port in _PORTS)


def check_port(_context: click.Context, _option: click.Parameter, port: int | None) -> int | None:
    if port is not None and port not in _PORTS:
        raise click.UsageError("--port 应在 1 到 65535 之间。没有任何改动。")
    return port


def check_dsn(_context: click.Context, option: click.Parameter, dsn: str | None) -> str | None:
    if dsn is not None and not is_address(dsn):
        raise click.UsageError(
            f"{option.opts[0]} 应写成 postgresql://用户:密码@主机:端口/数据库。没有任何改动。"
        )
    return dsn


def with_dsn(command: F) -> F:
    return click.option(
        "--dsn",
        required=True,
        callback=check_dsn,
        envvar="ZUOXI_DSN",
        help="管理连接：postgresql://用户:密码@主机:端口/数据库（或环境变量 ZUOXI_DSN）",
    )(command)


def with_json(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="结果写成一行 JSON")(command)


def with_yes(command: F) -> F:
    return click.option("--yes", is_flag=True, help="不再询问")(command)
