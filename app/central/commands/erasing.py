"""A person asks to be forgotten: what is erased, and which seats have done it too."""

from dataclasses import asdict
from typing import Any

import click

from app.central import erasure, schema
from app.central.commands import shell

_SEATS = {
    "told": "已抹去", "waiting": "还没有报来", "never_seen": "从没连过", "revoked": "已吊销，抹不到",
}  # fmt: skip


@click.command()
@shell.with_dsn
@click.option("--customer", default="", help="客户的编号")
@click.option("--phone", default="", help="客户的电话号码，要写全")
@click.option("--basis", default="", help="依据，例如申请的编号和日期；请不要写客户的姓名和电话")
@click.option("--status", "look", is_flag=True, help="列出做过的抹去，和还没有报来的席位")
@click.option("--again", is_flag=True, help="从备份恢复之后，把席位报来的抹去再做一遍")
@shell.with_yes
@shell.with_json
def erase(
    dsn: str, customer: str, phone: str, basis: str, look: bool, again: bool, yes: bool, as_json: bool
) -> None:
    """抹去一个人的资料：中心库和各席位里只留法律要求留的（日期、类别、经办、状态）。"""
    if sum(map(bool, (customer.strip(), phone.strip(), look, again))) != 1:
        raise click.UsageError("--customer、--phone、--status、--again 要写一个，只写一个。没有任何改动。")
    if look:
        _look(dsn, as_json)
    elif again:
        _again(dsn, yes, as_json)
    elif not basis.strip():
        raise click.UsageError("--basis 不能空：写下是依据什么抹去的。没有任何改动。")
    else:
        _erase(dsn, {"customer": customer, "number": phone}, basis.strip(), yes=yes, as_json=as_json)


def _erase(dsn: str, whose: dict[str, str], basis: str, *, yes: bool, as_json: bool) -> None:
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        found = erasure.person(connection, **whose)
    told = [
        f"客户：{name or '—'}　{'、'.join(numbers) or '—'}　{'、'.join(addresses) or '—'}"
        for name, numbers, addresses in found.customers
    ] or ["没有登记过的客户，只有留了这个号码的受理记录。"]
    shell.ask("\n".join((*told, f"要抹去：{_counted(found.counts)}。抹去之后找不回来。")), yes)
    with shell.opened(dsn) as connection:
        done = erasure.erase(connection, found.records, basis)
    shell.tell(
        as_json,
        asdict(done),
        f"已抹去：{_counted(done.records)}。编号 {done.id}",
        "每条记录留下日期、类别、经办和状态；操作日志留下哈希，zuoxi-admin verify 照常核对。",
        *_seats(done),
        "席位连上后自己抹去并报来，用 zuoxi-admin erase --status 看。更早的备份和导出里还有，请按期限销毁。",
    )


def _look(dsn: str, as_json: bool) -> None:
    with shell.opened(dsn, frozen=True) as connection:
        schema.check_current(connection)
        done, claimed = erasure.standing(connection), erasure.claims(connection)
    lines = [] if done else ["没有做过抹去。"]
    for one in done:
        late = f"　其中事后送来的 {one.late} 条" if one.late else ""
        lines += [f"{one.at:%Y-%m-%d %H:%M}　{one.id}　{one.by}　依据：{one.basis}"]
        lines += [f"　{_counted(one.records)}{late}", *(f"　{line}" for line in _seats(one))]
    shell.tell(
        as_json,
        {"erasures": [asdict(one) for one in done], "claims": [_said(claim) for claim in claimed]},
        *lines,
        *(_claim(claim) for claim in claimed),
        *(["中心库恢复到了抹去之前。请运行 zuoxi-admin erase --again。"] if claimed else []),
    )
    if claimed:
        raise click.exceptions.Exit(shell.NOT_IN_ORDER)


def _again(dsn: str, yes: bool, as_json: bool) -> None:
    with shell.opened(dsn) as connection:
        schema.check_current(connection)
        claimed = erasure.claims(connection)
    if not claimed:
        return shell.tell(as_json, {"erasures": []}, "没有席位报来这里没有的抹去，没有任何改动。")
    shell.ask("\n".join((*map(_claim, claimed), "要再抹去一遍。抹去之后找不回来。")), yes)
    with shell.opened(dsn) as connection:
        done = [
            erasure.erase(connection, c.records, f"恢复之后再做；席位 {'、'.join(c.seats)} 报来", c.id)
            for c in claimed
        ]
    return shell.tell(
        as_json,
        {"erasures": [asdict(one) for one in done]},
        *(f"已抹去：{_counted(one.records)}。编号 {one.id}" for one in done),
    )


def _counted(records: dict[str, int]) -> str:
    return "　".join(f"{shell.KINDS.get(kind, kind)} {n} 条" for kind, n in records.items()) or "没有记录"


def _seats(one: erasure.Standing) -> list[str]:
    by_state: dict[str, tuple[str, ...]] = {state: getattr(one, state) for state in _SEATS}
    return [f"席位{_SEATS[state]}：{'、'.join(codes)}" for state, codes in by_state.items() if codes]


def _claim(claim: erasure.Claim) -> str:
    count = len(claim.records)
    return f"席位 {'、'.join(claim.seats)} 报来一次这里没有的抹去　{claim.id}　{count} 条记录"


def _said(claim: erasure.Claim) -> dict[str, Any]:
    return {"id": claim.id, "seats": claim.seats, "at": claim.at, "records": len(claim.records)}
