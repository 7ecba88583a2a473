"""zuoxi-admin: make and look after the central database."""

import click

from app.central.commands import (
    agents,
    backups,
    erasing,
    looking,
    making,
    numbers,
    proof,
    publishing,
    recovery,
    seats,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """坐席工作台中心库的管理工具。

    退出码：0 办好了，1 没有答应，2 写法不对，3 连不上中心库，4 有不对的地方。
    """


for command in (
    making.init,
    making.upgrade,
    agents.add_agent,
    agents.disable_agent,
    agents.reset_password,
    agents.add_auditor,
    seats.add_seat,
    seats.revoke_seat,
    seats.set_scopes,
    recovery.recovery_key,
    publishing.publish,
    numbers.set_series,
    numbers.numbers,
    looking.status,
    looking.watch,
    backups.backup_check,
    backups.after_restore,
    erasing.erase,
    proof.verify,
    proof.export,
):
    main.add_command(command)
