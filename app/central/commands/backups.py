"""Backups: tried before they are needed, and what follows when one was."""

import contextlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy import make_url

from app.central import backup, lineage, schema
from app.central.commands import shell
from app.central.refused import AdminRefused

_SHOWN = 20  # seats named on the screen; --json names all
_PROBLEMS = {
    "empty": "里面只有表，没有数据{}",
    "gap": "席位的记录不连续：{}",
    "chain": "记录或它的哈希被改过：{}",
    "op": "记录换成了别的操作：{}",
    "erased": "操作的内容没有了，却不在任何一次抹去里：{}",
    "head": "席位的末尾和记录对不上：{}",
    "no_seat": "记录的席位不在：{}",
    "epoch": "纪元不同，是恢复以前的备份，或别的中心的：{}",
    "lost": "{} 条操作没有对应的记录",
    "tables": "少了这些表：{}",
    "ahead": "席位的操作比中心库还多：{}",
    "differs": "席位 {} 的哈希链和中心库不同",
}


@click.command("backup-check")
@shell.with_dsn
@click.argument("dump_or_dsn")
@click.option(
    "--server", default=None, callback=shell.check_dsn, help="在哪台服务器上试恢复；默认与 --dsn 相同"
)
@click.option(
    "--bin",
    "programs",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="pg_restore 和 psql 所在的文件夹",
)
@shell.with_json
def backup_check(
    dsn: str, dump_or_dsn: str, server: str | None, programs: Path | None, as_json: bool
) -> None:
    """试着恢复一份备份（文件，或已经恢复好的库的地址），看它是不是完整、比中心库旧多少。

    试恢复用一个临时的库，看完就删；中心库只读不写。
    """
    with shell.opened(dsn):
        pass  # away, or none: said before a long restore
    try:
        with (
            _copy(dsn, dump_or_dsn, server, programs) as address,
            shell.opened(dsn, frozen=True) as living,
            shell.opened(address, frozen=True) as copy,
        ):
            found = backup.compare(living, copy)
    except backup.RestoreFailed as failed:
        shell.tell(as_json, {"ok": False, "problems": [["restore", str(failed)]]}, f"恢复不了：{failed}")
        raise click.exceptions.Exit(shell.NOT_IN_ORDER) from None
    _tell(found, as_json)


@contextlib.contextmanager
def _copy(dsn: str, dump_or_dsn: str, server: str | None, programs: Path | None) -> Iterator[str]:
    with shell.refusals():
        if "://" not in dump_or_dsn:
            with backup.scratch(server or dsn, Path(dump_or_dsn), programs) as address:
                yield address
            return
        if not shell.is_address(dump_or_dsn):
            raise click.UsageError("备份的地址应写成 postgresql://用户:密码@主机:端口/数据库。")
        here, there = make_url(dsn), make_url(dump_or_dsn)
        if (here.host, here.port or 5432, here.database) == (there.host, there.port or 5432, there.database):
            raise AdminRefused("same_database")
        yield dump_or_dsn


def _tell(found: backup.Compared, as_json: bool) -> None:
    copy, behind = found.copy, sum(found.behind.values())
    ops = sum(n for n, _ in copy.seats.values())
    newest = f"{copy.newest:%Y-%m-%d %H:%M:%S}" if copy.newest else "没有"
    kinds = "　".join(f"{kind} {count}" for kind, count in copy.counts.items()) or "没有"
    shell.tell(
        as_json,
        {
            "ok": not found.problems, "problems": found.problems, "epoch": copy.epoch,
            "revision": copy.revision, "records": copy.counts, "ops": ops,
            "newest": copy.newest, "living_newest": found.newest, "behind": behind,
            "behind_by_seat": {code: n for code, n in found.behind.items() if n},
        },
        f"备份里　席位 {len(copy.seats)}　操作 {ops}　最近一条 {newest}　结构 {copy.revision}",
        f"记录　{kinds}",
        f"比现在的中心库少 {behind} 条操作。"
        + "".join(f"　席位 {code} 少 {n}" for code, n in found.behind.items() if n),
        *(f"不对：{_PROBLEMS[what].format(detail)}" for what, detail in found.problems),
        "这份备份不能用来恢复。" if found.problems else "可以恢复，是完整的。",
    )  # fmt: skip
    if found.problems:
        raise click.exceptions.Exit(shell.NOT_IN_ORDER)


@click.command("after-restore")
@shell.with_dsn
@click.option("--again", is_flag=True, help="没有看到新的恢复也做（例如用快照恢复的）")
@shell.with_yes
@shell.with_json
def after_restore(dsn: str, again: bool, yes: bool, as_json: bool) -> None:
    """从备份恢复中心库之后运行一次：换新纪元，各席位就会补送备份里没有的记录。"""
    with shell.opened(dsn) as connection:
        if not again and not lineage.is_other(connection):
            raise AdminRefused("not_restored")
    shell.ask(
        "恢复之后的一步：换新纪元，游标和版本从头算起。各席位下次连上时，把这份备份里没有的记录再送一遍，"
        "再把中心库的记录取一遍；一条不丢，也不会多。",
        yes,
    )
    with shell.opened(dsn) as connection:
        schema.bring_up(connection)  # a dump brings no rights on its database, nor what was made since
        found = lineage.after_restore(connection)
    shell.tell(
        as_json,
        asdict(found),
        f"纪元 {found.old_epoch[:8]} → {found.epoch[:8]}。记录 {found.records}　变更 {found.changes}",
        *(f"席位 {code}：这里有 {n} 条，从第 {n + 1} 条起再送" for code, n in found.seats[:_SHOWN]),
        *([f"…… 一共 {len(found.seats)} 个席位"] if len(found.seats) > _SHOWN else []),
        "让席位连上即可，不用在席位上做什么。用 zuoxi-admin status 看它们的条数涨上来。",
        f"这份备份里有 {found.erasures} 次抹去。备份之后抹去的又回来了，席位连上时会报来："
        "过些时候请运行 zuoxi-admin erase --status。",
    )
    if found.missing:
        names = "、".join(found.missing[:_SHOWN])
        click.echo(
            f"注意：这台服务器上没有这些登录账号，请用 pg_dumpall --globals-only 的备份恢复：{names}",
            err=True,
        )
