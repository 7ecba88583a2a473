"""`zuoxi` with a word behind it: the commands that need no window, or make one of their own."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from app.desk.accounts import Accounts


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """坐席工作台。不带参数时打开窗口。"""


@main.command()
@click.option("--headless", is_flag=True, help="不开窗口，自动走完整个流程，最后一行是 JSON 结果")
@click.option("--calls", type=click.Path(path_type=Path), help="要录入的来电（CSV）；默认用自带的虚构样例")
@click.option("--out", type=click.Path(path_type=Path), default=Path("zuoxi-demo-out"), show_default=True)
@click.option("--seed", default=1, show_default=True, help="文件里没有的姓名和号码由它产生")
def demo(headless: bool, calls: Path | None, out: Path, seed: int) -> None:
    """虚构的中心：本机临时数据库、三名座席员、两个席位，关掉就没有了。"""
    try:
        from app.demo.run import run
    except ImportError as error:
        raise click.ClickException(f"演示还缺一个部件（{error.name}）。请安装 zuoxi[demo]。") from error
    sys.exit(run(headless=headless, calls=calls, out=out, seed=seed))


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--form", required=True, help="记在哪种表单上，例如 city_case")
@click.option("--map", "table", type=click.Path(path_type=Path), help="对照表（YAML）；不给就按表头猜")
@click.option("--encoding", default="", help="文件的编码；不给就自己看（UTF-8、UTF-16、GB18030、Big5）")
@click.option("--agent-no", default="", help="工号；不给就问。密码总是当面问")
@click.option("--dry-run", "dry", is_flag=True, help="只检查，不写入；没有通过的行照样列出来")
def import_(file: Path, form: str, table: Path | None, encoding: str, agent_no: str, dry: bool) -> None:
    """把 CSV 或 XLSX 里的旧记录导入本席；没有通过检查的行另存为 FILE.refused.csv。"""
    from app import places
    from app.asking import ask_central
    from app.desk import clock
    from app.desk.accounts import Accounts
    from app.forms.load import load
    from app.importing import Job, run
    from app.store.keyring import OsSecrets

    folder, forms = places.data(), load(places.forms())
    lease = timedelta(hours=forms.limits.lease_hours)
    job = Job(file, form, table, encoding, agent_no, dry)
    sys.exit(
        run(job, folder, forms, lambda: Accounts(folder, OsSecrets(), clock.now, ask_central, lease=lease))
    )


@main.command()
@click.argument("form", type=click.Path(path_type=Path))
@click.option("--lang", default="zh_CN", show_default=True, help="语言：zh_CN、zh_TW、en")
def preview(form: Path, lang: str) -> None:
    """打开一个窗口，看 FORM（表单的文件夹、文件或名称）填起来是什么样；改了文件，窗口马上跟着变。

    slips/ 下的是派工单模板：看打印出来是什么样。

    写错的地方说明文件和行，窗口留着上一个好的。什么也不保存。
    """
    from app import places
    from app.desk import clock
    from app.ui.application import Application
    from app.ui.formwindow import FormWindow, home_of
    from app.ui.slipwindow import SlipWindow, template_of

    home, template = home_of(form, places.forms()), template_of(form, places.forms())
    if home is None and template is None:
        raise click.ClickException(
            f"{form} 不是表单。请给表单的文件夹（例如 forms/inquiry）或名称，"
            "或派工单模板（例如 slips/standard）。"
        )
    application = Application(sys.argv[:1], language=lang)
    window = SlipWindow(template, lang, clock.now) if template else FormWindow(home or form, lang)
    window.show()
    sys.exit(application.exec())


@main.command()
@click.option("--from", "number", default="", help="来电号码；对方不显示号码时留空")
@click.option("--to", "line", default="", help="打进来的线路或分机")
@click.option(
    "--id", "ref", default="", help="电话系统给这次来电的编号；之后的事件凭它对上，重复告知也只算一次"
)
@click.option(
    "--event",
    default="ring",
    show_default=True,
    help="ring 振铃、answer 接听、end 挂断、missed 未接、message 留言",
)
@click.option("--at", default="", help="什么时候（ISO 8601），不写就是现在；没有时区的按本机时间")
def call(number: str, line: str, ref: str, event: str, at: str) -> None:
    """由电话系统运行：告诉开着的坐席工作台有来电。退出码：0 已记下，1 没有记下，2 参数不对。"""
    from app import places
    from app.desk.clock import now
    from app.forms.telephony import RingRefused, told_of
    from app.ui import wording
    from app.ui.single import TAKEN, Single

    said = {"event": event, "number": number, "line": line, "ref": ref, "at": at}
    try:
        told_of(said, now())
        answer = Single(places.data()).ask(said)
    except RingRefused as why:
        answer = why.code
    if answer != TAKEN:
        code = answer or "nobody"
        click.echo(wording.telephony(code), err=True)
        sys.exit(1 if code in ("nobody", "silent", "shut", "disk") else 2)


@main.command()
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="写到哪里；默认是本机的规则文件")
def directory(sheet: Path, to: Path | None) -> None:
    """检查表格里的通讯录（XLSX、CSV），写成 rules/directory.yaml；有一行不对就什么都不写。

    列名：名称、号码、事项、区域、街道、时间、备注。时间例如：工作日 08:30-17:30、每天 18:00-08:00。
    """
    from app import places
    from app.desk.listed import from_sheet
    from app.desk.sheets import SheetRefused
    from app.forms.load import load
    from app.store.files import write_whole
    from app.ui import flaws, imported

    forms = load(places.forms())
    try:
        text, broken = from_sheet(sheet, forms)
        if broken:
            raise click.ClickException("\n".join(flaws.why(each) for each in broken))
        write_whole(to or places.forms() / "rules" / "directory.yaml", text)
    except SheetRefused as why:
        raise click.ClickException(imported.refused(why, forms.newest()[0], "zh_CN")) from None
    except OSError as why:
        raise click.ClickException(f"没有写成：{why.strerror}") from None
    click.echo("通讯录已写好。")


@main.command("recovery-key")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="私钥写到哪里（新文件）"
)
@click.option("--agent-no", default="", help="工号；不给就问。密码总是当面问")
def recovery_key(out: Path, agent_no: str) -> None:
    """给单独使用的席位造一把恢复密钥，写进 --out 的文件。

    忘了密码、重装了系统时，只有它能打开本席的数据。请放进保险柜，不要留在这台电脑上。
    加入了中心的席位用中心的那一把：请管理员运行 zuoxi-admin recovery-key。
    """
    from app.desk.keys import keep_recovery
    from app.store import recovery

    with _accounts() as accounts:
        seat = accounts.seat
        if seat is not None and not seat.is_alone:
            raise click.ClickException("本席属于中心：恢复密钥由管理员用 zuoxi-admin recovery-key 做。")
        opened = accounts.sign_in(agent_no or click.prompt("工号"), click.prompt("密码", hide_input=True))
        with closing(opened.store):
            try:
                public = recovery.make(out, opened.seat.centre)
            except OSError as wrong:
                raise click.ClickException(f"写不了 {out}：{wrong.strerror}。没有任何改动。") from wrong
            keep_recovery(opened.store, public)
            accounts.reseal(opened)
    click.echo(f"恢复密钥已写入 {out}。请转存到不联网的地方（两份，分开放），再从这台电脑删掉。")


@main.command()
@click.option("--key", required=True, type=click.Path(path_type=Path, dir_okay=False), help="恢复密钥的文件")
@click.option("--agent-no", default="", help="谁来登录；不给就问。密码总是当面问")
@click.option(
    "--enrolment", type=click.Path(path_type=Path), help="新的入网文件：席位的密码也丢了时，请管理员给一份"
)
def recover(key: Path, agent_no: str, enrolment: Path | None) -> None:
    """重装过系统、密钥库丢了、或没有人登录得了：用恢复密钥打开本席，让一个人能登录。

    别人在本席的密码作废：连上中心时，他们照常登录一次就好。
    """
    from app.store import recovery

    with _accounts() as accounts:
        private = recovery.read(key)
        login = _login_password(enrolment) if enrolment else ""
        agent_no = agent_no or click.prompt("工号")
        password = click.prompt(
            "密码（连得上中心时是中心的，否则是从现在起用的）",
            hide_input=True,
            confirmation_prompt="再输入一次",
        )
        opened = accounts.recover(private, agent_no, password, login)
        opened.store.close()
    click.echo(f"本席打开了，数据都在。{opened.agent.agent_no} {opened.agent.name} 现在可以登录。")


def _login_password(enrolment: Path) -> str:
    try:
        return str(json.loads(enrolment.read_text("utf-8"))["password"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise click.ClickException(f"读不出入网文件 {enrolment}。没有任何改动。") from error


@contextmanager
def _accounts() -> Iterator["Accounts"]:
    """Say in words what is refused; a window that has the seat open is to be closed first."""
    from app import places
    from app.asking import ask_central
    from app.desk import clock
    from app.desk.accounts import AccountRefused, Accounts
    from app.desk.seat import SeatFileBroken
    from app.forms.load import load
    from app.store.engine import StoreRefused
    from app.store.keyring import KeyringRefused, OsSecrets
    from app.store.slots import SlotRefused
    from app.ui import wording
    from app.ui.single import Single

    folder = places.data()
    single = Single(folder)
    if not single.claim():
        raise click.ClickException("坐席工作台正开着。请先关掉它的窗口，再运行一次。")
    try:
        lease = timedelta(hours=load(places.forms()).limits.lease_hours)
        yield Accounts(folder, OsSecrets(), clock.now, ask_central, lease=lease)
    except (AccountRefused, KeyringRefused, SeatFileBroken, SlotRefused, StoreRefused) as why:
        left = wording.seconds(getattr(why, "wait", 0))
        raise click.ClickException(wording.refusal(why.code, left=left)) from why
    finally:
        single.release()
