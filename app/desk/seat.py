"""Which seat this is: the seat's own small file, known without any key."""

import json
from dataclasses import asdict
from pathlib import Path

from app.records.seat import Seat
from app.store.files import write_whole

NAME = "seat.json"


class SeatFileBroken(Exception):
    """The file is there and tells no seat."""

    code = "seat_file"


def known(folder: Path) -> Seat | None:
    """Return the seat as it was set up, or None before the first start; raises SeatFileBroken."""
    try:
        return Seat(**json.loads((folder / NAME).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise SeatFileBroken from error


def keep(folder: Path, seat: Seat) -> None:
    """Write the file whole; raises OSError."""
    write_whole(folder / NAME, json.dumps(asdict(seat), ensure_ascii=False))
