"""`zuoxi` with a word behind it: the commands that need no window, or make one of their own."""

import sys
from datetime import timedelta
from pathlib import Path

import click


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
    from app.desk import clock
    from app.desk.accounts import Accounts
    from app.forms.load import load
    from app.importing import Job, run
    from app.sitting import ask_central
    from app.store.keyring import OsSecrets

    folder, forms = places.data(), load(places.forms())
    lease = timedelta(hours=forms.limits.lease_hours)
    job = Job(file, form, table, encoding, agent_no, dry)
    sys.exit(
        run(job, folder, forms, lambda: Accounts(folder, OsSecrets(), clock.now, ask_central, lease=lease))
    )
