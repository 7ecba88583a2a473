"""Why central did not take an entry, as words; it stays at the seat either way."""

from PySide6.QtCore import QCoreApplication

from app.ui.wording import QT_TRANSLATE_NOOP

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
    "complained_of": QT_TRANSLATE_NOOP(
        "Words", "被投诉人不能处理这件投诉，中心库没有收。请由主管重新交办给别人；写下的内容都在本席。"
    ),
    "not_yours": QT_TRANSLATE_NOOP(
        "Words", "这一步不是写下它的人可以做的，中心库没有收。请由该做的人重新做一次；写下的内容都在本席。"
    ),
    "said_once": QT_TRANSLATE_NOOP("Words", "记事和附件写下后不能改，中心库没有收。要改请另记一笔“更正”。"),
    "too_big": QT_TRANSLATE_NOOP("Words", "附件超过中心库的上限，没有收。请压缩后重新添加。"),
    "role": QT_TRANSLATE_NOOP(
        "Words",
        "这一步要由值班长（或更高一级）来做，中心库没有收，案件没有变。请告诉值班长；不再需要就请值班长搁置。",
    ),
    "way": QT_TRANSLATE_NOOP(
        "Words", "案件已经不在能走这一步的状态，中心库没有收，案件没有变。请打开案件看“经过”，再决定怎么办。"
    ),
    "author": QT_TRANSLATE_NOOP(
        "Words", "写下它的登录与上面的人对不上，中心库没有收。请由本人登录后再做一次。"
    ),
    "bad_patch": QT_TRANSLATE_NOOP("Words", "中心库读不懂它的内容。请核对下面各项，再发一次。"),
}
_REJECTED = QT_TRANSLATE_NOOP(
    "Words", "中心库没有接受这一条（{reason}）。内容都在本席，不会丢；请核对后再发一次，仍不行请告诉管理员。"
)


def rejection(reason: str) -> str:
    """Return why an entry was not taken; *reason* is central's code, or the database's own words."""
    return QCoreApplication.translate("Words", _REJECTIONS.get(reason, _REJECTED)).format_map(
        {"reason": reason}
    )
