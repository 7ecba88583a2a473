"""Whether the centre numbers in one run, and where numbers of it are missing."""

from dataclasses import asdict

import click

from app.central import schema, series
from app.central.commands import shell

_KINDS = {prefix: shell.KINDS[kind] for prefix, kind in series.KINDS.items()}
_prefix = click.argument("prefix", type=click.Choice(tuple(_KINDS), case_sensitive=False))


@click.command("set-series")
@shell.with_dsn
@_prefix
@click.argument("size", type=click.IntRange(0, 100_000))
@shell.with_yes
@shell.with_json
def set_series(dsn: str, prefix: str, size: int, yes: bool, as_json: bool) -> None:
    """让全中心的一种编号连着排：席位每次领 SIZE 个号备用，断网照样用。0 是各席位用自己的席位代码编号。

    PREFIX：L 受理记录，A 案件，G 工单，P 派工单。SIZE 取一个席位三天用得完的数。
    """
    what = _KINDS[prefix]
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        before = series.size(connection, prefix)
    said = {"prefix": prefix, "size": size, "before": before}
    told = f"每次领 {size} 个号" if size else "按席位代码编号"
    if size == before:
        return shell.tell(as_json, said | {"changed": False}, f"{what}本来就{told}。")
    shell.ask(f"{what}改为{told}：席位下次连上时照办。", yes)
    with shell.opened(dsn) as connection:
        series.set_size(connection, prefix, size)
    after = "已领的号用完之前断网也连着排，用完了就按席位代码编号。" if size else "已领没用的号就空着。"
    return shell.tell(as_json, said | {"changed": True}, f"{what}已改为{told}。{after}")


@click.command("numbers")
@shell.with_dsn
@_prefix
@shell.with_json
def numbers(dsn: str, prefix: str, as_json: bool) -> None:
    """列出一种编号领出的各段：哪个席位、何时、用了多少、哪些空着。"""
    with shell.opened(dsn, frozen=True) as connection:
        schema.check_current(connection)
        found, size = series.blocks(connection, prefix), series.size(connection, prefix)
    lines = [_block(each) for each in found] or [f"{_KINDS[prefix]}没有领过号。"]
    told = {"prefix": prefix, "size": size, "blocks": [asdict(each) for each in found]}
    shell.tell(as_json, told, *lines)


def _block(block: series.Leased) -> str:
    run = f"第 {block.run + 1} 轮　" if block.run else ""
    spans = "、".join(f"{lo}–{hi}" if hi > lo else f"{lo}" for lo, hi in block.unused)
    return (
        f"{run}{block.lo}–{block.hi}　席位 {block.seat}　{block.at:%Y-%m-%d %H:%M} 领"
        f"　用了 {block.used} 个{f'　空着 {spans}' if spans else ''}"
    )
