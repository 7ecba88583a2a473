"""Making central, and bringing it up to date."""

from pathlib import Path

import click

from app.central import people, schema
from app.central.commands import recovery, shell


def _say_hardened(hardened: bool) -> None:
    if not hardened:
        click.echo("注意：这个账号不是超级用户，系统函数没有收回。请用超级用户再运行一次 upgrade。", err=True)


@click.command()
@shell.with_dsn
@click.option("--centre", required=True, help="中心名称，印在派工单上")
@click.option("--rename", is_flag=True, help="中心库已有别的名称时，改成 --centre 的名称")
@click.option(
    "--recovery-key",
    "out",
    default=Path("recovery.json"),
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="还没有恢复密钥时造一把，私钥写到这里（新文件）",
)
@click.option("--no-recovery-key", "without", is_flag=True, help="先不造恢复密钥，以后用 recovery-key 造")
def init(dsn: str, centre: str, rename: bool, out: Path, without: bool) -> None:
    """建立中心库，造第一把恢复密钥；可以重复运行，已有的名称和密钥不变。"""
    centre = centre.strip()
    if not people.is_name(centre):
        raise shell.Refused(f"中心名称应有 1 到 {people.LONGEST_NAME} 个字，不能全是空格。没有任何改动。")
    with shell.refusals():
        engine = schema.engine(dsn)
        try:
            hardened = schema.init(engine, centre, rename=rename)
            with engine.connect() as connection:
                name, key = people.centre(connection), people.recovery_key(connection)
        finally:
            engine.dispose()
    click.echo(f"中心库已就绪：{name}")
    if name != centre:
        click.echo(f"名称没有改成「{centre}」。要改名，请加 --rename 再运行一次。", err=True)
    _say_hardened(hardened)
    if not (key or without):
        recovery.make(dsn, out, name)
        for line in recovery.SAID:
            click.echo(line.format(out=out))


@click.command()
@shell.with_dsn
@shell.with_json
def upgrade(dsn: str, as_json: bool) -> None:
    """把中心库升级到这个程序的结构；旧版本的席位照常把记录送完。"""
    with shell.opened(dsn) as connection:
        before = schema.revision(connection)
        hardened = schema.bring_up(connection)
        after = schema.revision(connection)
    same = f"结构已是最新（{after}），没有任何改动。"
    shell.tell(
        as_json,
        {"from": before, "to": after, "hardened": hardened},
        same if before == after else f"已升级：结构 {before} → {after}。席位可以先后升级，不用同时。",
    )
    _say_hardened(hardened)
