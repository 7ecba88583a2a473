"""Every code from below as words: what happened, what is safe, what to do next."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.ui.opening import OPENING
from app.ui.opening import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

_WORDS: dict[str, str] = {
    # roles
    "role.agent": QT_TRANSLATE_NOOP("Words", "座席员"),
    "role.lead": QT_TRANSLATE_NOOP("Words", "值班长"),
    "role.supervisor": QT_TRANSLATE_NOOP("Words", "主管"),
    "role.director": QT_TRANSLATE_NOOP("Words", "主任"),
    "role.qa": QT_TRANSLATE_NOOP("Words", "质检"),
    # states of an agent
    "agent.ready": QT_TRANSLATE_NOOP("Words", "示闲"),
    "agent.busy": QT_TRANSLATE_NOOP("Words", "示忙"),
    "agent.on_call": QT_TRANSLATE_NOOP("Words", "通话"),
    "agent.wrap_up": QT_TRANSLATE_NOOP("Words", "话后"),
    "agent.away": QT_TRANSLATE_NOOP("Words", "离席"),
    "agent.offline": QT_TRANSLATE_NOOP("Words", "签退"),
    "agent.lost": QT_TRANSLATE_NOOP("Words", "失联"),
    # how a leave that was asked for stands
    "leave.unsent": QT_TRANSLATE_NOOP("Words", "还没有送出"),
    "leave.asked": QT_TRANSLATE_NOOP("Words", "等值班长答复"),
    "leave.approved": QT_TRANSLATE_NOOP("Words", "已获准"),
    "leave.refused": QT_TRANSLATE_NOOP("Words", "没有获准"),
    "leave.withdrawn": QT_TRANSLATE_NOOP("Words", "已撤回"),
    "leave.away": QT_TRANSLATE_NOOP("Words", "正在离席"),
    "leave.used": QT_TRANSLATE_NOOP("Words", "已回席"),
    "leave.missed": QT_TRANSLATE_NOOP("Words", "过时未用"),
    # what a lead asks of a seat
    "directive.lock": QT_TRANSLATE_NOOP("Words", "{name} 锁定了本席：{why}"),
    "directive.sign_out": QT_TRANSLATE_NOOP("Words", "{name} 让本席退出登录：{why}"),
    "directive.come_back": QT_TRANSLATE_NOOP("Words", "{name} 请您回席：{why}"),
    "directive.displace": QT_TRANSLATE_NOOP(
        "Words", "{name} 在席位 {why} 登录了。草稿都在；不是您本人，请马上告诉值班长。"
    ),
    # states of a case
    "case.received": QT_TRANSLATE_NOOP("Words", "受理"),
    "case.prefiled": QT_TRANSLATE_NOOP("Words", "预立案"),
    "case.filed": QT_TRANSLATE_NOOP("Words", "立案"),
    "case.dispatched": QT_TRANSLATE_NOOP("Words", "已派工"),
    "case.handled": QT_TRANSLATE_NOOP("Words", "已处置"),
    "case.verified": QT_TRANSLATE_NOOP("Words", "已核查"),
    "case.closed": QT_TRANSLATE_NOOP("Words", "已结案"),
    "case.returned": QT_TRANSLATE_NOOP("Words", "退回"),
    "case.merged": QT_TRANSLATE_NOOP("Words", "并案"),
    "case.cancelled": QT_TRANSLATE_NOOP("Words", "作废"),
    # states of an order
    "order.open": QT_TRANSLATE_NOOP("Words", "待派"),
    "order.dispatched": QT_TRANSLATE_NOOP("Words", "已派工"),
    "order.onsite": QT_TRANSLATE_NOOP("Words", "到场"),
    "order.done": QT_TRANSLATE_NOOP("Words", "完工"),
    "order.closed": QT_TRANSLATE_NOOP("Words", "已结单"),
    "order.void": QT_TRANSLATE_NOOP("Words", "作废"),
    # groups of the work list
    "group.late": QT_TRANSLATE_NOOP("Words", "已超时"),
    "group.drafts": QT_TRANSLATE_NOOP("Words", "草稿"),
    "group.left": QT_TRANSLATE_NOOP("Words", "遗留草稿"),
    "group.mine_open": QT_TRANSLATE_NOOP("Words", "我经办"),
    "group.owed": QT_TRANSLATE_NOOP("Words", "欠项"),
    "group.attention": QT_TRANSLATE_NOOP("Words", "需要处理"),
    "group.conflicts": QT_TRANSLATE_NOOP("Words", "其他人的冲突"),
    "group.sessions": QT_TRANSLATE_NOOP("Words", "不是本人的登录"),
    "group.overlaps": QT_TRANSLATE_NOOP("Words", "一人两席"),
    "group.others_open": QT_TRANSLATE_NOOP("Words", "其他人经办"),
    # kinds of record
    "kind.agent": QT_TRANSLATE_NOOP("Words", "人员"),
    "kind.call": QT_TRANSLATE_NOOP("Words", "受理记录"),
    "kind.case": QT_TRANSLATE_NOOP("Words", "案件"),
    "kind.order": QT_TRANSLATE_NOOP("Words", "工单"),
    "kind.slip": QT_TRANSLATE_NOOP("Words", "派工单"),
    "kind.directory": QT_TRANSLATE_NOOP("Words", "通讯录"),
    "kind.customer": QT_TRANSLATE_NOOP("Words", "客户档案"),
    "kind.session": QT_TRANSLATE_NOOP("Words", "登录"),
    "kind.leave": QT_TRANSLATE_NOOP("Words", "离席申请"),
    "kind.conflict": QT_TRANSLATE_NOOP("Words", "冲突的处理"),
    "kind.takeover": QT_TRANSLATE_NOOP("Words", "草稿的接手"),
    "kind.overlap": QT_TRANSLATE_NOOP("Words", "一人两席"),
    # what was done with numbers of a list
    "access.reveal": QT_TRANSLATE_NOOP("Words", "显示号码"),
    "access.copy": QT_TRANSLATE_NOOP("Words", "复制"),
    "access.export": QT_TRANSLATE_NOOP("Words", "导出"),
    "access.print": QT_TRANSLATE_NOOP("Words", "打印"),
    # what was decided on a conflict
    "decision.kept": QT_TRANSLATE_NOOP("Words", "保留了现在用的"),
    "decision.lost": QT_TRANSLATE_NOOP("Words", "改用了没有采用的"),
    "decision.edited": QT_TRANSLATE_NOOP("Words", "改成了别的内容"),
    # how a printer stands
    "printer.ready": QT_TRANSLATE_NOOP("Words", "就绪"),
    "printer.busy": QT_TRANSLATE_NOOP("Words", "打印中"),
    "printer.offline": QT_TRANSLATE_NOOP("Words", "脱机"),
    "printer.paper": QT_TRANSLATE_NOOP("Words", "缺纸"),
    "printer.jam": QT_TRANSLATE_NOOP("Words", "卡纸"),
    "printer.cover": QT_TRANSLATE_NOOP("Words", "盖子没关"),
    "printer.ink": QT_TRANSLATE_NOOP("Words", "缺墨"),
    "printer.paused": QT_TRANSLATE_NOOP("Words", "已暂停"),
    "printer.rejecting": QT_TRANSLATE_NOOP("Words", "不收任务"),
    "printer.unknown": QT_TRANSLATE_NOOP("Words", "找不到"),
    "printer.no_server": QT_TRANSLATE_NOOP("Words", "打印服务没有运行"),
    "printer.no_spooler": QT_TRANSLATE_NOOP("Words", "没有装打印程序"),
    "printer.silent": QT_TRANSLATE_NOOP("Words", "没有回应"),
    "printer.refused": QT_TRANSLATE_NOOP("Words", "没有接受"),
    # the road to central
    "road.synced": QT_TRANSLATE_NOOP("Words", "已同步"),
    "road.pending": QT_TRANSLATE_NOOP("Words", "待发送 {n} 条"),
    "road.away": QT_TRANSLATE_NOOP("Words", "断网，已存本机"),
    "road.stuck": QT_TRANSLATE_NOOP("Words", "有记录发不出去，已存本机"),
    "road.attention": QT_TRANSLATE_NOOP("Words", "需要处理 {n} 条"),
    "road.alone": QT_TRANSLATE_NOOP("Words", "独立席位"),
    "road.refused.login": QT_TRANSLATE_NOOP("Words", "中心不认本席，已存本机"),
    "road.refused.rights": QT_TRANSLATE_NOOP("Words", "中心不许写入，已存本机"),
    "road.refused.version": QT_TRANSLATE_NOOP("Words", "程序要升级，已存本机"),
    "road.refused.plain": QT_TRANSLATE_NOOP("Words", "没有可信的加密线路，没有发送，已存本机"),
    "road.refused.history": QT_TRANSLATE_NOOP("Words", "中心的记录对不上，没有发送，已存本机"),
    "road.refused.quota": QT_TRANSLATE_NOOP("Words", "中心今天收满了本席的，已存本机"),
    "road.filling": QT_TRANSLATE_NOOP("Words", "首次同步，已取 {n} 条"),
    "road.refused": QT_TRANSLATE_NOOP("Words", "同步出错，已存本机"),
    "road.working": QT_TRANSLATE_NOOP("Words", "正在同步…"),
}

_ROAD_TIPS: dict[str, str] = {
    "synced": QT_TRANSLATE_NOOP("Words", "本机的记录都已到中心库。"),
    "pending": QT_TRANSLATE_NOOP("Words", "记录已存在本机，正排队发往中心库，不必等。"),
    "away": QT_TRANSLATE_NOOP(
        "Words", "连不上中心库。受理、派工、打印都照常，记录存在本机；网络恢复后自动发送。"
    ),
    "filling": QT_TRANSLATE_NOOP("Words", "最近 30 天的记录先到，其余在后台取；可以照常工作。"),
    "attention": QT_TRANSLATE_NOOP(
        "Words", "有记录被中心库退回或与别席冲突。两边的内容都留着，请在“需要处理”里查看。"
    ),
    "stuck": QT_TRANSLATE_NOOP(
        "Words",
        "中心库连得上，却一直没有收下最早的一条。记录都在本机，不会丢；请告诉值班长或管理员。",
    ),
    "alone": QT_TRANSLATE_NOOP("Words", "本席单独使用，没有中心库。记录存在这台电脑上，请定期备份。"),
    "refused": QT_TRANSLATE_NOOP(
        "Words", "中心库没有接受本席。记录都存在本机，不会丢；请告诉值班长或管理员。"
    ),
    "working": QT_TRANSLATE_NOOP("Words", "正在与中心库交换记录，可以继续工作。"),
}

_REFUSALS: dict[str, str] = {
    **OPENING,
    # which sessions were the agent's own
    "confirm_password": QT_TRANSLATE_NOOP("Words", "密码不对，还没有提交。您选的都还在，请再输一次密码。"),
    "confirm_away": QT_TRANSLATE_NOOP(
        "Words", "连不上中心库，还没有提交。您选的都还在，什么也没有丢；网络恢复后再提交一次。"
    ),
    # what a lead or who wants to leave asks of central
    "line_away": QT_TRANSLATE_NOOP("Words", "连不上中心库，这一步没有做成，什么也没有变。网络恢复后再试。"),
    "answered": QT_TRANSLATE_NOOP("Words", "这次申请已经答复过，或已撤回，没有再改。列表马上更新。"),
    "leave_rights": QT_TRANSLATE_NOOP(
        "Words", "没有收下：申请由别人答复，撤回由本人；离线登录要先确认。什么也没有变。"
    ),
    # another's draft
    "takeover_own": QT_TRANSLATE_NOOP(
        "Words", "这条受理记录上您自己也有没存的内容，没有接手。两边都在；请先保存或丢弃您的，再接手。"
    ),
    # printing
    "slip": QT_TRANSLATE_NOOP(
        "Words", "派工单 {number} 没有存成 PDF。工单已保存，这次不计入打印次数；请检查磁盘后再按 F8。"
    ),
    "empty_agent_no": QT_TRANSLATE_NOOP("Words", "请先输入工号。"),
    "empty_password": QT_TRANSLATE_NOOP("Words", "请输入密码。"),
    "passwords_differ": QT_TRANSLATE_NOOP(
        "Words", "两次输入的密码不一样。其他内容都还在，请把密码再输两次。"
    ),
}

_PRINTING: dict[str, str] = {
    "font": QT_TRANSLATE_NOOP(
        "Words", "派工单 {number} 没有排出来：程序的字体坏了。工单已保存，这次不计入打印次数；请告诉管理员。"
    ),
    "preview": QT_TRANSLATE_NOOP(
        "Words", "预览排不出来（代码 {reason}）。工单没有变；请再试一次，仍不行请把代码告诉管理员。"
    ),
    # The next step is the strip's button beside the sentence.
    "paused": QT_TRANSLATE_NOOP("Words", "打印机 {printer} 已暂停，派工单 {number} 没有送出。{safe}"),
    "rejecting": QT_TRANSLATE_NOOP("Words", "打印机 {printer} 不收任务，派工单 {number} 没有送出。{safe}"),
    "unknown": QT_TRANSLATE_NOOP("Words", "找不到打印机 {printer}，派工单 {number} 没有送出。{safe}"),
    "no_server": QT_TRANSLATE_NOOP("Words", "打印服务没有运行，派工单 {number} 没有送出。{safe}"),
    "no_spooler": QT_TRANSLATE_NOOP("Words", "这台电脑没有装打印程序，派工单 {number} 没有送出。{safe}"),
    "silent": QT_TRANSLATE_NOOP(
        "Words", "打印机 {printer} 没有回应，请先看派工单 {number} 出纸没有。PDF 已存好，没有计入打印次数。"
    ),
    "refused": QT_TRANSLATE_NOOP("Words", "打印机 {printer} 没有接受，派工单 {number} 没有送出。{safe}"),
}

_UNKNOWN = QT_TRANSLATE_NOOP(
    "Words", "没有成功（代码 {code}）。已存的数据没有变；请再试一次，仍不行请把代码告诉管理员。"
)
_DAYS = (
    QT_TRANSLATE_NOOP("Words", "周一"),
    QT_TRANSLATE_NOOP("Words", "周二"),
    QT_TRANSLATE_NOOP("Words", "周三"),
    QT_TRANSLATE_NOOP("Words", "周四"),
    QT_TRANSLATE_NOOP("Words", "周五"),
    QT_TRANSLATE_NOOP("Words", "周六"),
    QT_TRANSLATE_NOOP("Words", "周日"),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def refusal(code: str, **detail: str) -> str:
    return _tr(_REFUSALS.get(code, _UNKNOWN)).format_map({"code": code, **detail})


def printing(code: str, **detail: str) -> str:
    """Return why nothing was printed, and what is safe; a code without its sentence is a refusal of the
    spooler."""
    safe = _tr(QT_TRANSLATE_NOOP("Words", "PDF 已存好，没有计入打印次数。"))
    return _tr(_PRINTING.get(code, _PRINTING["refused"])).format_map({"safe": safe, **detail})


def printer(name: str, state: str) -> str:
    """Return ``派工联（就绪）``; as long as nothing is known of it, the name alone."""
    if not state:
        return name
    return _tr(QT_TRANSLATE_NOOP("Words", "{name}（{state}）")).format(
        name=name, state=word("printer", state)
    )


def word(family: str, code: str) -> str:
    """Return the word for a state, role, group or kind; an unknown code stands for itself."""
    text = _WORDS.get(f"{family}.{code}")
    return _tr(text) if text else code


def directive(action: str, name: str, why: str) -> str:
    """Return what a lead asked of this seat, and why."""
    return _tr(_WORDS[f"directive.{action}"]).format(name=name, why=why)


def guessed(count: int) -> str:
    text = QT_TRANSLATE_NOOP("Words", "上次登录以来，本席有 {n} 次密码不对。不是您输的，请告诉值班长。")
    return _tr(text).format(n=count)


def unwritten(count: int) -> str:
    """Return why the program does not close: so many drafts would be gone."""
    text = QT_TRANSLATE_NOOP(
        "Words", "{n} 份草稿还没写到磁盘：磁盘满了，所以没有关闭。请先腾出空间；再关一次，这些草稿就没有了。"
    )
    return _tr(text).format(n=count)


def road(code: str, count: int, detail: str = "") -> str:
    """Return how the road is; *count*: of what the code is about."""
    text = _WORDS.get(f"road.{code}.{detail}", _WORDS[f"road.{code}"])
    return _tr(text).format_map({"n": f"{count:,}"})


def road_tip(code: str) -> str:
    return _tr(_ROAD_TIPS[code])


# -- times: always local on the screen --


def time_of_day(at: datetime) -> str:
    return f"{at.astimezone():%H:%M:%S}"


def day_and_time(at: datetime) -> str:
    """Return ``11-21 周六 14:05``."""
    local = at.astimezone()
    return f"{local:%m-%d} {_tr(_DAYS[local.weekday()])} {local:%H:%M}"


def last(at: datetime, now: datetime) -> str:
    """Return the time of day, with the day where it is not today."""
    today = at.astimezone().date() == now.astimezone().date()
    return time_of_day(at) if today else day_and_time(at)


def ago(at: datetime, now: datetime) -> str:
    """Return how long since, in one short word for lists; older than a day, the date."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return _tr(QT_TRANSLATE_NOOP("Words", "刚刚"))
    if minutes < 60:
        return _tr(QT_TRANSLATE_NOOP("Words", "{n} 分")).format(n=minutes)
    if minutes < 24 * 60:
        return _tr(QT_TRANSLATE_NOOP("Words", "{n} 小时")).format(n=minutes // 60)
    return f"{at.astimezone():%m-%d}"


def clock(span: timedelta) -> str:
    """Return ``06:12``, ``1:06:12`` from an hour on, days from two days on; the sign does not show."""
    if abs(span) >= timedelta(hours=48):
        return lasting(abs(span))
    seconds = abs(int(span.total_seconds()))
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"


def seconds(count: int) -> str:
    return clock(timedelta(seconds=count))


def lasting(span: timedelta) -> str:
    """Return how long something lies, in its largest unit."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return _tr(QT_TRANSLATE_NOOP("Words", "{n} 分")).format(n=max(minutes, 0))
    if minutes < 48 * 60:
        return _tr(QT_TRANSLATE_NOOP("Words", "{n} 小时")).format(n=minutes // 60)
    return _tr(QT_TRANSLATE_NOOP("Words", "{n} 天")).format(n=minutes // 1440)


def left(due: datetime, now: datetime) -> str:
    """Return how long until *due*, or how long it is late."""
    span = clock(due - now)
    if due < now:
        return _tr(QT_TRANSLATE_NOOP("Words", "已超 {span}")).format(span=span)
    return _tr(QT_TRANSLATE_NOOP("Words", "还有 {span}")).format(span=span)
