"""What central holds: proved unchanged, or written out."""

from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from app.central import audit
from app.central import export as out
from app.central.commands import shell

_WRONG = {
    "gap": "这一条不在了",
    "chain": "内容或哈希被改过",
    "op": "内容是另一条操作的",
    "erased": "内容没有了，却不在任何一次抹去里",
    "head": "席位记着的末尾和这里对不上",
    "no_seat": "没有这个席位",
}


@click.command()
@shell.with_dsn
@shell.with_json
def verify(dsn: str, as_json: bool) -> None:
    """重算每个席位的哈希链，指出第一条不对的；退出码 4 是有不对的。"""
    with shell.opened(dsn, frozen=True) as connection:
        found = audit.verify(connection, partial(shell.progress, "已核对"))
    shell.tell(
        as_json,
        {"ok": not found.breaks, **asdict(found)},
        f"核对了 {found.seats} 个席位，{found.entries} 条操作，其中已抹去 {found.erased} 条。",
        *(f"不对：席位 {b.seat}　第 {b.n} 条　{b.op or '—'}　{_WRONG[b.what]}" for b in found.breaks),
        "有不对的地方。" if found.breaks else "哈希链完整，没有改动。",
    )
    if found.breaks:
        raise click.exceptions.Exit(shell.NOT_IN_ORDER)


@click.command()
@shell.with_dsn
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="记录的格式",
)
@shell.with_json
def export(dsn: str, folder: Path, form: str, as_json: bool) -> None:
    """把全部记录（每种一个文件）和操作日志写进空文件夹 FOLDER，附清单：条数和 sha256。"""
    with shell.opened(dsn, frozen=True) as connection:
        manifest = out.export(connection, folder, as_csv=form == "csv", shown=shell.progress)
    files = manifest["files"]
    shell.tell(
        as_json,
        {"folder": str(folder), **manifest},
        *(f"{name}　{file['rows']} 条" for name, file in files.items()),
        f"已写进 {folder}：{sum(file['rows'] for file in files.values())} 条，清单是 {out.MANIFEST}。"
        "里面有客户的资料，请收好。",
    )
