"""What central sends, made here: pages of calls of other seats."""

import json
from collections.abc import Iterator

from app.records.ids import Id, new_id
from app.records.ops import Cursor, Image, Page
from tests.bench import seat

PAGE = 200


def pages(count: int) -> Iterator[Page]:
    """Yield *count* calls this seat has not seen, 200 a page, as central would."""
    for start in range(0, count, PAGE):
        images = tuple(_image(n) for n in range(start, min(count, start + PAGE)))
        yield Page(images, more=start + PAGE < count)


def _image(n: int) -> Image:
    at = "2026-03-02T08:00:00.000000+00:00"
    body = {
        "number": f"LB01-{n:05d}-K", "channel": "phone", "form": "gas_repair", "form_version": 1,
        "started_at": at, "saved_at": at, "first_taker": "agent-b", "handler": "agent-b",
        "a.name": "王小明", "a.phone": f"+86{seat.phone_of(n)}", "a.category": "stove",
        "a.address": f"滨江区春晓路{n % 900 + 1}号{n % 30 + 1}幢", "a.solved": "unsolved",
        "a.request": "灶具打不着火，换过电池，旋钮按下去有声音但是没有火。",
    }  # fmt: skip
    return Image(
        "call", Id(new_id()), 1, json.dumps(body, ensure_ascii=False), Cursor(1_000 + n, 1), settled=True
    )
