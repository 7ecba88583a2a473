"""The recovery key of the centre: made here once, kept offline by a person."""

from pathlib import Path

import click

from app.central import people
from app.central.commands import shell
from app.store import recovery

SAID = (
    "恢复密钥已写入 {out}。各席位下次连上中心库时，把自己的钥匙也封给它。",
    "拿到这个文件和席位的硬盘，就能打开席位的数据：请转存到不联网的地方（两份，分开放），再从这台电脑删掉。",
)


@click.command("recovery-key")
@shell.with_dsn
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="私钥写到哪里（新文件）"
)
@shell.with_yes
@shell.with_json
def recovery_key(dsn: str, out: Path, yes: bool, as_json: bool) -> None:
    """造一把恢复密钥：谁的密码都打不开席位时，用它打开。

    中心库只留公钥；私钥只在 --out 的文件里，请放进保险柜，不要留在电脑上。
    """
    with shell.opened(dsn) as connection:
        before, centre = people.recovery_key(connection), people.centre(connection)
    if before:
        shell.ask("已有一把恢复密钥。换成新的以后，席位下次连上时旧的就打不开它们了。", yes)
    public = make(dsn, out, centre)
    shell.tell(
        as_json,
        {"out": str(out), "public": public, "replaced": bool(before)},
        *(line.format(out=out) for line in SAID),
        "席位重装过系统、密钥库丢了、或没有人登录得了时：在席位上运行 zuoxi recover --key 文件。",
    )


def make(dsn: str, out: Path, centre: str) -> str:
    """Write the private half to *out*, tell central the public one, and return that; raises Refused."""
    try:
        public = recovery.make(out, centre)
    except FileExistsError:
        raise shell.Refused(f"{out} 已经存在，没有覆盖。请换一个文件名。") from None
    except OSError as wrong:
        raise shell.Refused(f"写不了 {out}：{wrong.strerror}") from None
    try:
        with shell.opened(dsn) as connection:
            people.set_recovery_key(connection, public)
    except BaseException:
        out.unlink()  # central knows nothing of it
        raise
    return public
