"""Seats: the enrolment file, and the end of it."""

import json
import os
from pathlib import Path

import click

from app.central import people
from app.central.commands import shell


@click.command("add-seat")
@shell.with_dsn
@click.argument("code")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="入网文件写到哪里"
)
@click.option("--host", default="", help="席位看到的中心库地址，默认与 --dsn 相同")
@click.option(
    "--port", type=int, default=None, callback=shell.check_port, help="席位看到的端口，默认与 --dsn 相同"
)
@click.option(
    "--tls",
    type=click.Choice(people.TLS),
    default=None,
    help="席位怎样查验中心库；默认 verify-full，中心库在席位自己电脑上时不查验",
)
@click.option(
    "--ca",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="签发中心库证书的 CA（PEM），写进入网文件；不给就用席位系统里的",
)
@click.option("--again", is_flag=True, help="席位已有，密码丢了：换一个密码，再写一份入网文件")
def add_seat(
    dsn: str, code: str, out: Path, host: str, port: int | None, tls: str | None, ca: Path | None, again: bool
) -> None:
    """添加席位 CODE，并写出它的入网文件。"""
    try:
        handle = os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise shell.Refused(f"{out} 已经存在，没有覆盖。请换一个文件名。") from None
    except OSError as wrong:
        raise shell.Refused(f"写不了 {out}：{wrong.strerror}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file, shell.opened(dsn) as connection:
            trusted = people.read_ca(ca) if ca else ""
            told = (host, port or 0)
            if again:
                found = people.seat(connection, code)
                enrolment = people.renew_seat(connection, found, *told, tls=tls or "", ca=trusted)
            else:
                enrolment = people.add_seat(connection, code, *told, tls=tls or "", ca=trusted)
            json.dump(enrolment, file, ensure_ascii=False, indent=2)
            file.flush()
    except BaseException:
        out.unlink()  # half written, and the seat was not made
        raise
    done = "已换席位密码" if again else "已添加席位"
    click.echo(f"{done} {enrolment['seat']}。入网文件：{out}")
    click.echo("文件里有席位的密码：请当面交给席位，入网后删除。")
    if enrolment["tls"] == "verify-ca":
        click.echo("注意：verify-ca 不查验主机名，同一个 CA 签过证书的别的机器可以冒充中心库。", err=True)


@click.command("revoke-seat")
@shell.with_dsn
@click.argument("code")
@click.option("--undo", is_flag=True, help="重新放行：席位里没送出的记录会送上来")
@shell.with_yes
@shell.with_json
def revoke_seat(dsn: str, code: str, undo: bool, yes: bool, as_json: bool) -> None:
    """吊销席位 CODE：连接断开，不能再连；它送上来的都在，没送出的留在席位里。"""
    with shell.opened(dsn) as connection:
        found = people.seat(connection, code)
    codes = "、".join(found.codes)
    if found.active == undo:
        state = "放行" if undo else "吊销"
        ended, cut = (0, "") if undo else shell.end_connections(dsn, found.login)
        said = {"seats": found.codes, "active": undo, "changed": False, "received": found.received}
        return shell.tell(as_json, said | {"ended": ended}, f"席位 {codes} 本来就是{state}的。{cut}")
    if not undo:
        shell.ask(f"吊销席位 {codes}（收到过 {found.received} 条）：连接断开，不能再连。", yes)
    with shell.opened(dsn) as connection:
        people.set_seat_active(connection, found, undo)
    ended, cut = (0, "") if undo else shell.end_connections(dsn, found.login)
    with shell.opened(dsn) as connection:
        found = people.seat(connection, code)  # what came in until the door was shut counts too
    after = f"{cut}没送出的记录留在席位里，没有丢；要收上来，用 --undo 重新放行。"
    return shell.tell(
        as_json,
        {"seats": found.codes, "active": undo, "changed": True, "received": found.received, "ended": ended},
        f"已{'重新放行' if undo else '吊销'}席位 {codes}。中心库收到过它的 {found.received} 条。",
        "下次连上时，它会把没送出的记录送上来。" if undo else after,
    )


@click.command("set-scopes")
@shell.with_dsn
@click.argument("code")
@click.argument("scopes", nargs=-1, required=True, type=click.IntRange(0, 9999))
@shell.with_yes
@shell.with_json
def set_scopes(dsn: str, code: str, scopes: tuple[int, ...], yes: bool, as_json: bool) -> None:
    """改席位 CODE 的数据范围（0 到 9999 的数字）：新建的记录归第一个范围，列出的范围都看得见；0 人人看得见。

    下次连上时，席位收到新看得见的记录；看不见了的，送出以后从席位里去掉，中心库里都在。
    """
    wanted = tuple(dict.fromkeys((*scopes, people.EVERYONE)))
    with shell.opened(dsn) as connection:
        found = people.seat(connection, code)
    codes, told = "、".join(found.codes), "、".join(map(str, wanted))
    said = {"seats": found.codes, "scopes": wanted, "before": found.scopes}
    if found.scopes == wanted:
        return shell.tell(as_json, said | {"changed": False}, f"席位 {codes} 的数据范围本来就是 {told}。")
    before = "、".join(map(str, found.scopes))
    shell.ask(f"席位 {codes} 的数据范围从 {before} 改为 {told}：看不见了的记录会从席位里去掉。", yes)
    with shell.opened(dsn) as connection:
        people.set_scopes(connection, found, wanted)
    after = "席位下次连上时照办。它以前建的记录留在原来的范围。"
    return shell.tell(
        as_json, said | {"changed": True}, f"席位 {codes} 的数据范围已从 {before} 改为 {told}。", after
    )
