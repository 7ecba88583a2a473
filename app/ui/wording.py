"""Every code from below as words: what happened, what is safe, what to do next."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark *text* for lupdate, which looks for this name; PySide's own is no ``str`` to a type checker."""
    return text


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
    "group.drafts": QT_TRANSLATE_NOOP("Words", "草稿"),
    "group.mine_open": QT_TRANSLATE_NOOP("Words", "我经办"),
    "group.owed": QT_TRANSLATE_NOOP("Words", "欠项"),
    "group.attention": QT_TRANSLATE_NOOP("Words", "需要处理"),
    "group.conflicts": QT_TRANSLATE_NOOP("Words", "其他人的冲突"),
    "group.sessions": QT_TRANSLATE_NOOP("Words", "不是本人的登录"),
    "group.others_open": QT_TRANSLATE_NOOP("Words", "其他人经办"),
    # kinds of record
    "kind.agent": QT_TRANSLATE_NOOP("Words", "人员"),
    "kind.call": QT_TRANSLATE_NOOP("Words", "受理记录"),
    "kind.case": QT_TRANSLATE_NOOP("Words", "案件"),
    "kind.order": QT_TRANSLATE_NOOP("Words", "工单"),
    "kind.slip": QT_TRANSLATE_NOOP("Words", "派工单"),
    "kind.customer": QT_TRANSLATE_NOOP("Words", "客户档案"),
    "kind.session": QT_TRANSLATE_NOOP("Words", "登录"),
    "kind.conflict": QT_TRANSLATE_NOOP("Words", "冲突的处理"),
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
    # accounts
    "password": QT_TRANSLATE_NOOP("Words", "工号或密码不对。请核对后再输一次；本席的数据没有变。"),
    "wait": QT_TRANSLATE_NOOP("Words", "工号或密码输错多次：{left} 后可以再输。本席的数据没有变。"),
    "short_password": QT_TRANSLATE_NOOP(
        "Words", "密码太短：至少 12 个字符，或 4 个词。其他内容都还在，请换一个密码。"
    ),
    "not_joined": QT_TRANSLATE_NOOP("Words", "本席还没有加入中心，也没有单独建立。请先完成首次启动。"),
    "not_sealed": QT_TRANSLATE_NOOP(
        "Words", "您的工号还不能打开本席。请让已在本席登录过的同事或值班长先登录一次，之后您就可以登录。"
    ),
    "enrolment": QT_TRANSLATE_NOOP(
        "Words", "入网文件打不开，或内容不完整。本席没有任何改变；请核对路径，或向管理员再要一份。"
    ),
    "away": QT_TRANSLATE_NOOP(
        "Words", "连不上中心。第一次加入必须连网；本席没有任何改变，请检查网络后再试。"
    ),
    "refused": QT_TRANSLATE_NOOP("Words", "工号或密码不对。请核对后再输一次；本席的数据没有变。"),
    "device": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库里没有本席的密钥，本席打不开。数据没有变；请告诉管理员，不要重装程序。"
    ),
    "key": QT_TRANSLATE_NOOP(
        "Words", "您的密钥与本席登记的不符，打不开。数据没有变；请连上中心后再登录，或告诉管理员。"
    ),
    "rights": QT_TRANSLATE_NOOP(
        "Words", "中心没有给您在这里工作的权限。本席的数据没有变；请告诉值班长或管理员。"
    ),
    "version": QT_TRANSLATE_NOOP(
        "Words", "程序与中心的版本不合，登录不了。本席的数据没有变；请升级程序，或告诉管理员。"
    ),
    "plain": QT_TRANSLATE_NOOP(
        "Words",
        "与中心之间没有验证过的加密线路，密码和记录都没有发送。数据没有变；请向管理员要一份新的入网文件。",
    ),
    "history": QT_TRANSLATE_NOOP(
        "Words", "中心库里本席的记录与本席发过的对不上，没有再发送。数据没有变；请马上告诉管理员。"
    ),
    "quota": QT_TRANSLATE_NOOP(
        "Words", "本席今天送到中心库的太多，中心库明天再收。数据都在本席；请告诉管理员。"
    ),
    "lease": QT_TRANSLATE_NOOP(
        "Words", "离线太久，本席要先连上中心才能登录。已存的数据都在；请检查网络，或请值班长协助。"
    ),
    # which sessions were the agent's own
    "confirm_password": QT_TRANSLATE_NOOP("Words", "密码不对，还没有提交。您选的都还在，请再输一次密码。"),
    "confirm_away": QT_TRANSLATE_NOOP(
        "Words", "连不上中心库，还没有提交。您选的都还在，什么也没有丢；网络恢复后再提交一次。"
    ),
    # the seat's keychain
    "absent": QT_TRANSLATE_NOOP(
        "Words", "这台电脑没有可用的系统密钥库，本席打不开。数据没有变；请管理员启用系统密钥库。"
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库锁着，本席打不开。数据没有变；请先解锁系统密钥库，再登录。"
    ),
    "failed": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库没有回应，本席打不开。数据没有变；请稍后再试，仍不行请告诉管理员。"
    ),
    "unsafe": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库不安全（明文保存），本席不使用它。数据没有变；请管理员更换密钥库。"
    ),
    # the seat's own files
    "seat_file": QT_TRANSLATE_NOOP(
        "Words", "本席的说明文件（seat.json）读不出来，不知道这是哪个席位。数据没有变；请告诉管理员。"
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Words", "本席的数据文件损坏，打不开。文件没有被改动；请不要删除它，并立即告诉管理员。"
    ),
    "wrong_key": QT_TRANSLATE_NOOP(
        "Words", "本席的密钥与数据文件不符。文件没有被改动；请告诉管理员，用备份或恢复密钥打开。"
    ),
    "not_encrypted": QT_TRANSLATE_NOOP(
        "Words", "本席的数据文件没有加密，程序拒绝打开它。文件没有被改动；请告诉管理员。"
    ),
    "missing": QT_TRANSLATE_NOOP("Words", "找不到本席的数据文件。没有新建文件；请告诉管理员，用备份恢复。"),
    "exists": QT_TRANSLATE_NOOP("Words", "这里已经有本席的数据文件，没有覆盖它。请直接登录，或告诉管理员。"),
    "older": QT_TRANSLATE_NOOP(
        "Words", "本席的数据文件版本太旧，没有打开。文件没有被改动；请重新启动程序完成升级。"
    ),
    "busy": QT_TRANSLATE_NOOP(
        "Words", "本席的数据正被另一个程序占用。已存的数据没有变；请关掉另一个窗口，再试一次。"
    ),
    "locked_meanwhile": QT_TRANSLATE_NOOP(
        "Words", "核对密码的时候本席又锁定了，没有打开。什么也没有丢；请再输一次密码。"
    ),
    "closed": QT_TRANSLATE_NOOP("Words", "本席已退出登录。已存的数据都在；请重新登录。"),
    "newer": QT_TRANSLATE_NOOP(
        "Words", "本席的数据由更新的程序写成，这个版本不能打开。数据没有变；请升级程序。"
    ),
    "unwritable": QT_TRANSLATE_NOOP(
        "Words", "本席的数据文件夹写不进去。已存的数据没有变；请检查文件夹权限或磁盘，再试一次。"
    ),
    "full": QT_TRANSLATE_NOOP("Words", "磁盘满了，新内容存不进去。已存的数据都在；请先腾出空间，再试一次。"),
    "unkept": QT_TRANSLATE_NOOP(
        "Words",
        "磁盘存不进去，刚输入的还没有保存，所以没有退出。请先腾出空间；再退出一次，将丢弃没存进去的部分。",
    ),
    "first_online": QT_TRANSLATE_NOOP(
        "Words", "连不上中心。您还没有在本席登录过，第一次要连网；请检查网络，或请登录过的同事先登录。"
    ),
    "joined": QT_TRANSLATE_NOOP("Words", "本席已经建立过了。数据都在；请关闭程序再打开，用工号登录。"),
    "no_program": QT_TRANSLATE_NOOP(
        "Words", "工作台打不开（已记入日志）。数据都在，没有变；请再登录一次，仍不行请告诉管理员。"
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

# Why central did not take an entry; it stays at the seat either way.
_REJECTIONS: dict[str, str] = {
    "too_long": QT_TRANSLATE_NOOP("Words", "内容太长，中心库收不下。请把长的几项删短，再发一次。"),
    "missing_keys": QT_TRANSLATE_NOOP(
        "Words", "中心库没有这条记录的开头，所以接不上后面的改动。请先处理同一条记录更早的退回，再发一次。"
    ),
    "session": QT_TRANSLATE_NOOP(
        "Words", "中心库不认写下它的那次登录。内容没有问题的话，直接再发一次，就以您现在的登录发出。"
    ),
    "pull_only": QT_TRANSLATE_NOOP(
        "Words", "这一类内容只能由中心库改，席位改不了。请告诉值班长搁置，或在中心改。"
    ),
    "unknown_kind": QT_TRANSLATE_NOOP(
        "Words", "中心库还不认识这一类记录。请告诉管理员升级中心库，之后再发一次。"
    ),
    "conflict": QT_TRANSLATE_NOOP(
        "Words", "别席先改了同一项，这里写的没有被采用。两边的内容都留着；您可以改好再发一次。"
    ),
    "number": QT_TRANSLATE_NOOP(
        "Words", "它的编号是别席的，中心库没有收。请告诉管理员，并照着这里的内容重新受理一次。"
    ),
    "bad_patch": QT_TRANSLATE_NOOP("Words", "中心库读不懂它的内容。请核对下面各项，再发一次。"),
}
_REJECTED = QT_TRANSLATE_NOOP(
    "Words", "中心库没有接受这一条（{reason}）。内容都在本席，不会丢；请核对后再发一次，仍不行请告诉管理员。"
)

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


def rejection(reason: str) -> str:
    """Return why an entry was not taken; *reason* is central's code, or the database's own words."""
    return _tr(_REJECTIONS.get(reason, _REJECTED)).format_map({"reason": reason})


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
