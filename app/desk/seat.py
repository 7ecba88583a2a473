"""Which seat this is: the seat's own small file, known without any key."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from app.records.seat import Seat
from app.store.files import write_whole

NAME = "seat.json"
DATABASE = "seat.db"
CA = "central-ca.pem"  # who vouches for central, as the enrolment brought it
BEGUN = "setting-up"  # stands in the folder while a first start is under way


class SeatFileBroken(Exception):
    """The file tells no seat, or is gone while the seat's database is there."""

    code = "seat_file"


def known(folder: Path) -> Seat | None:
    """Return the seat as it was set up, or None before the first start; raises SeatFileBroken."""
    try:
        return trusting(folder, Seat(**json.loads((folder / NAME).read_text("utf-8"))))
    except FileNotFoundError as error:
        if (folder / DATABASE).exists() and not (folder / BEGUN).exists():
            raise SeatFileBroken from error  # a first start would make a new seat over the old one
        return None
    except (OSError, ValueError, TypeError) as error:
        raise SeatFileBroken from error


def trusting(folder: Path, seat: Seat, pem: str = "") -> Seat:
    """Return *seat* with the certificate in *folder*; a *pem* is put there first. Raises OSError."""
    path = folder / CA
    if pem:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, pem)
    return replace(seat, ca=str(path) if path.exists() else "")


def keep(folder: Path, seat: Seat) -> None:
    """Write the file whole and end the first start; raises OSError."""
    write_whole(folder / NAME, json.dumps(asdict(replace(seat, ca="")), ensure_ascii=False))
    (folder / BEGUN).unlink(missing_ok=True)


def begin(folder: Path) -> None:
    """Begin a first start; what an earlier one left half done is removed. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / BEGUN).touch()
    for left in (*folder.glob(f"{DATABASE}*"), folder / "slots.json"):
        left.unlink(missing_ok=True)
