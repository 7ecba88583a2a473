"""Why a seat does not open, for each code: what happened, what is safe, what to do next."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark *text* for lupdate, which looks for this name; PySide's own is no ``str`` to a type checker."""
    return text


OPENING: dict[str, str] = {
    # accounts
    "password": QT_TRANSLATE_NOOP("Words", "工号或密码不对。请核对后再输一次；本席的数据没有变。"),
    "password_here": QT_TRANSLATE_NOOP(
        "Words", "工号或密码不对。现在连不上中心，请用上次在本席登录时的密码；本席的数据没有变。"
    ),
    "must_change": QT_TRANSLATE_NOOP(
        "Words", "您的密码是管理员设的，要先换一个。请按“换人登录”，用它登录一次；数据都在。"
    ),
    "same_password": QT_TRANSLATE_NOOP("Words", "新密码和现在的一样，没有换。请换一个。"),
    "change_away": QT_TRANSLATE_NOOP("Words", "连不上中心，密码没有换，原来的照用。请在网络恢复后再换。"),
    "change_unsure": QT_TRANSLATE_NOOP(
        "Words", "中心没有回答，不知道密码换了没有。数据没有变；请先用原来的登录，不对再用新的。"
    ),
    "elsewhere": QT_TRANSLATE_NOOP(
        "Words", "您的工号正在别的席位使用，没有在这里登录。数据没有变；请先在那边退出登录，再试一次。"
    ),
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
    # the recovery key
    "recovery": QT_TRANSLATE_NOOP(
        "Words", "这把恢复密钥打不开本席：它是别的中心的，或者本席还没有听说过它。本席的数据没有变。"
    ),
    "recovery_file": QT_TRANSLATE_NOOP("Words", "这个文件不是恢复密钥，或者读不出来。本席的数据没有变。"),
    "unknown_agent": QT_TRANSLATE_NOOP(
        "Words", "本席没有这个工号，或者已经停用。数据没有变；请核对工号，或换一个在职的人。"
    ),
    # the seat's keychain
    "absent": QT_TRANSLATE_NOOP(
        "Words", "这台电脑没有可用的系统密钥库，本席打不开。数据没有变；请管理员启用系统密钥库。"
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库锁着，本席打不开。数据没有变；请先解锁系统密钥库，再登录。"
    ),
    "silent": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库没有回应，可能正在另一个窗口里等人解锁。数据没有变；请先解锁它，再登录。"
    ),
    "failed": QT_TRANSLATE_NOOP(
        "Words", "系统密钥库出错，本席打不开。数据没有变；请注销系统后再登录，仍不行请告诉管理员。"
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
}
