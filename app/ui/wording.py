"""Every code from below as words: what happened, what is safe, what to do next."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.ui.codes import CODES
from app.ui.opening import OPENING
from app.ui.opening import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

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

# What `zuoxi call` answers; unknown: of no call, order: against what was told before.
_TELEPHONY: dict[str, str] = {
    "nobody": QT_TRANSLATE_NOOP(
        "Words", "坐席工作台没有开着，或是另一个用户开的。这次来电没有记下，请由电话系统另行登记。"
    ),
    "silent": QT_TRANSLATE_NOOP(
        "Words", "坐席工作台没有回应，不知道记下没有。请带着同一个 --id 再告知一次，不会重复。"
    ),
    "shut": QT_TRANSLATE_NOOP(
        "Words",
        "坐席工作台开着，启动后还没有人登录过，数据是锁着的。这次来电没有记下，请由电话系统另行登记。",
    ),
    "disk": QT_TRANSLATE_NOOP(
        "Words", "这次来电没有存成（代码 disk），之前的都还在。请检查磁盘，再带着同一个 --id 告知一次。"
    ),
    "number": QT_TRANSLATE_NOOP(
        "Words", "--from 不是电话号码，没有记下。请写全号码，例如 13800001234 或 0571-88886666。"
    ),
    "line": QT_TRANSLATE_NOOP("Words", "--to 最长 32 个字，不能有控制字符。没有记下。"),
    "ref": QT_TRANSLATE_NOOP("Words", "--id 最长 128 个字，不能有控制字符。没有记下。"),
    "event": QT_TRANSLATE_NOOP("Words", "--event 只能是 ring、answer、end、missed 或 message。没有记下。"),
    "at": QT_TRANSLATE_NOOP(
        "Words", "--at 不是 31 天以内的时间，没有记下。请照 2026-11-21T09:31:05+08:00 这样写。"
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Words", "本席没有这次来电，没有记下。请先告知 ring，或核对 --id 和 --from。"
    ),
    "order": QT_TRANSLATE_NOOP(
        "Words", "与这次来电已经告知的时间或结果相反，没有记下；先告知的不变。请核对 --event 和 --at。"
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
    "silent": QT_TRANSLATE_NOOP("Words", "打印机 {printer} 没有回应，派工单 {number} 没有送出。{safe}"),
    "refused": QT_TRANSLATE_NOOP("Words", "打印机 {printer} 没有接受，派工单 {number} 没有送出。{safe}"),
}

_ATTACHMENTS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP(
        "Words", "“{name}”打不开，没有添加。请确认它是一个文件，并且没有被别的程序占用。"
    ),
    "empty": QT_TRANSLATE_NOOP("Words", "“{name}”是空文件，没有添加。"),
    "too_big": QT_TRANSLATE_NOOP("Words", "“{name}”超过 {most}，没有添加。请先压缩，或截取一部分再添加。"),
    "strange": QT_TRANSLATE_NOOP(
        "Words",
        "“{name}”不是照片也不是录音，没有添加。照片要 JPEG 或 PNG，录音要 WAV、MP3、M4A、AMR、OGG 或 FLAC。",
    ),
    "broken": QT_TRANSLATE_NOOP("Words", "“{name}”是损坏的图片，没有添加。请换一张，或重新截图。"),
    "sounds": QT_TRANSLATE_NOOP("Words", "本中心不收录音，“{name}”没有添加。"),
    "there": QT_TRANSLATE_NOOP("Words", "“{name}”已经在附件里了，没有再添加一份。"),
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


def attachment(code: str, **detail: str) -> str:
    """Return why a file was not attached."""
    return _tr(_ATTACHMENTS.get(code, _UNKNOWN)).format_map({"code": code, **detail})


def printing(code: str, **detail: str) -> str:
    """Return why nothing was printed, and what is safe; a code without its sentence is a refusal of the
    spooler."""
    safe = _tr(QT_TRANSLATE_NOOP("Words", "PDF 已存好，没有计入打印次数。"))
    return _tr(_PRINTING.get(code, _PRINTING["refused"])).format_map({"safe": safe, **detail})


def why(reason: str) -> str:
    """Return why a piece of printing stands as it does: a reason of its own, or how its printer stands."""
    return word("why" if f"why.{reason}" in CODES else "printer", reason)


def tray(printer: str, tray: str) -> str:
    """Return the printer, with the tray where one was chosen."""
    return _tr(QT_TRANSLATE_NOOP("Words", "{printer}，纸盘 {tray}")).format_map(locals()) if tray else printer


def printer(name: str, state: str) -> str:
    """Return ``派工联（就绪）``; as long as nothing is known of it, the name alone."""
    if not state:
        return name
    return _tr(QT_TRANSLATE_NOOP("Words", "{name}（{state}）")).format(
        name=name, state=word("printer", state)
    )


def word(family: str, code: str) -> str:
    """Return the word for a state, role, group or kind; an unknown code stands for itself."""
    text = CODES.get(f"{family}.{code}")
    return _tr(text) if text else code


def moved(verb: str, number: str) -> str:
    """Return what became of the case with this number."""
    return word("moved", verb).format(number=number)


def directive(action: str, name: str, why: str) -> str:
    """Return what a lead asked of this seat, and why."""
    return _tr(CODES[f"directive.{action}"]).format(name=name, why=why)


def guessed(count: int) -> str:
    text = QT_TRANSLATE_NOOP("Words", "上次登录以来，本席有 {n} 次密码不对。不是您输的，请告诉值班长。")
    return _tr(text).format(n=count)


def telephony(code: str) -> str:
    """Return why a word of the telephone system's was not kept; ``nobody``: no program runs."""
    return _tr(_TELEPHONY.get(code, _UNKNOWN)).format(code=code)


def ring_unseen() -> str:
    """Say at a door that somebody has called, and nothing of who."""
    return _tr(QT_TRANSLATE_NOOP("Words", "有新来电。登录后可以看到，没有接到的会记为欠回电。"))


def unwritten(count: int) -> str:
    """Return why the program does not close: so many drafts would be gone."""
    text = QT_TRANSLATE_NOOP(
        "Words", "{n} 份草稿还没写到磁盘：磁盘满了，所以没有关闭。请先腾出空间；再关一次，这些草稿就没有了。"
    )
    return _tr(text).format(n=count)


def road(code: str, count: int, detail: str = "") -> str:
    """Return how the road is; *count*: of what the code is about."""
    text = CODES.get(f"road.{code}.{detail}", CODES[f"road.{code}"])
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
