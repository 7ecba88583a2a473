"""Agents: let in, kept out, a new password."""

import sys

import click

from app.central import people
from app.central.commands import shell
from app.records.accounts import Role

_stdin = click.option("--password-stdin", is_flag=True, help="从标准输入读密码，不提问")


def _read_password(from_stdin: bool, prompt: str) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    told: str = click.prompt(prompt, hide_input=True, confirmation_prompt="再输入一次", err=True)
    return told


@click.command("add-agent")
@shell.with_dsn
@click.argument("no")
@click.argument("name")
@click.option("--role", type=click.Choice([str(r) for r in Role]), default=str(Role.AGENT), show_default=True)
@_stdin
def add_agent(dsn: str, no: str, name: str, role: str, password_stdin: bool) -> None:
    """添加座席员：工号 NO，姓名 NAME。"""
    password = _read_password(password_stdin, "初始密码")
    with shell.opened(dsn) as connection:
        people.add_agent(connection, no, name, Role(role), password)
    click.echo(f"已添加座席员 {no} {name}（{role}）。")


@click.command("disable-agent")
@shell.with_dsn
@click.argument("no")
@click.option("--undo", is_flag=True, help="重新启用")
@shell.with_yes
@shell.with_json
def disable_agent(dsn: str, no: str, undo: bool, yes: bool, as_json: bool) -> None:
    """停用座席员 NO：不能再登录，各席位换掉他们的钥匙；写过的记录都在。"""
    with shell.opened(dsn) as connection:
        found = people.agent(connection, no)
    if found.active == undo:
        state = "启用" if undo else "停用"
        ended, cut = (0, "") if undo else shell.end_connections(dsn, found.login)
        said = {"agent_no": found.no, "name": found.name, "active": undo, "changed": False, "ended": ended}
        return shell.tell(as_json, said, f"座席员 {found.no} {found.name} 本来就是{state}的。{cut}")
    if not undo:
        shell.ask(f"停用座席员 {found.no} {found.name}（{found.role}）：不能再登录，连接断开。", yes)
    with shell.opened(dsn) as connection:
        people.set_agent_active(connection, found, undo)
    ended, cut = (0, "") if undo else shell.end_connections(dsn, found.login)
    who = f"座席员 {found.no} {found.name}"
    out = (
        f"已停用{who}。{cut}",
        "各席位下次连上中心库时，只把钥匙封给在职的人，再下次打开时换一把。",
        "没连上的席位，离线登录最多还能用 72 小时。",
    )
    back = (f"已重新启用{who}。", "各席位下次连上中心库时，会把钥匙也封给他们。")
    return shell.tell(
        as_json,
        {"agent_no": found.no, "name": found.name, "active": undo, "changed": True, "ended": ended},
        *(back if undo else out),
    )


@click.command("reset-password")
@shell.with_dsn
@click.argument("no")
@_stdin
@shell.with_yes
@shell.with_json
def reset_password(dsn: str, no: str, password_stdin: bool, yes: bool, as_json: bool) -> None:
    """给忘了密码的座席员 NO 换新密码，连同一把新钥匙。"""
    if password_stdin and not yes:
        raise click.UsageError("--password-stdin 要和 --yes 一起用。没有任何改动。")
    with shell.opened(dsn) as connection:
        found = people.agent(connection, no)
    shell.ask(f"给座席员 {found.no} {found.name} 换新密码和新钥匙：旧密码不能再用。", yes)
    password = _read_password(password_stdin, "新密码")
    with shell.opened(dsn) as connection:
        people.reset_password(connection, found, password)
    shell.tell(
        as_json,
        {"agent_no": found.no, "name": found.name, "new_key": True},
        f"座席员 {found.no} {found.name} 的密码已换；他第一次用它登录时，要换成自己的。",
        "每个席位下次连上中心库时，会把钥匙封给新的一把；在那之前，这个席位要由别人打开一次。",
    )


@click.command("add-auditor")
@shell.with_dsn
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.IntRange(0, 9999),
    multiple=True,
    default=(people.EVERYONE,),
    show_default=True,
    help="看得见的数据范围，可以写几次",
)
@shell.with_json
def add_auditor(dsn: str, name: str, scopes: tuple[int, ...], as_json: bool) -> None:
    """给审计员 NAME（字母和数字）一个只读报表的账号；密码只显示这一次。"""
    with shell.opened(dsn) as connection:
        password = people.add_auditor(connection, name, scopes)
    login = f"audit_{name.lower()}"
    shell.tell(
        as_json,
        {"login": login, "password": password},
        f"已添加审计员 {login}。密码：{password}",
        "密码只显示这一次。用 psql 等工具读 report 里的 calls、cases、orders、agents、doubtful。",
    )
