"""Forms, lists and rules for every seat: shown as what changes, then given out."""

from pathlib import Path

import click

from app.central import definitions, schema
from app.central.commands import shell
from app.forms.load import FormBroken


@click.command("publish")
@shell.with_dsn
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", "dry", is_flag=True, help="只检查、只看改了什么，不发布")
@shell.with_yes
@shell.with_json
def publish(dsn: str, paths: tuple[Path, ...], dry: bool, yes: bool, as_json: bool) -> None:
    """检查并发布 PATHS 里的表单、列表、规则：文件，或整个 forms 文件夹。席位下一次同步就用，不必重新启动。

    表单发布过的版本不能再改，也不能再发布更低的：要改就另存为下一个版本。已经打开的表单照它开始时的版本填完。
    """
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        plan = definitions.plan(definitions.known(connection), definitions.found(paths))
    if plan.broken:
        raise shell.Refused("\n".join(["没有发布：", *map(_flaw, plan.broken)]))
    told = {"published": [] if dry else [change.path for change in plan.changes]}
    said = told | {"changes": {change.path: change.diff for change in plan.changes}}
    if not plan.changes:
        return shell.tell(as_json, said, "席位已经有这些了，没有要发布的。")
    for change in plan.changes if not as_json else ():
        click.echo(change.diff)
        if change.lost:
            click.echo(f"注意：去掉了 {'、'.join(change.lost)}，用过它的旧记录只显示这个代码。", err=True)
    if dry:
        return shell.tell(as_json, said, f"只检查了，没有发布：{len(plan.changes)} 个文件有改动。")
    shell.ask(f"发布 {len(plan.changes)} 个文件给所有席位。", yes)
    with shell.opened(dsn) as connection:
        for change in plan.changes:
            definitions.publish(connection, change)
    return shell.tell(as_json, said, f"已发布 {'、'.join(told['published'])}。")


def _flaw(broken: FormBroken) -> str:
    place = f"{broken.file} 第 {broken.line} 行" if broken.line else broken.file
    field = f"，字段 {broken.field}" if broken.field else ""
    return f"  {place}{field}：{broken.code} {broken.detail}".rstrip()
