"""Photos and sounds on the road: a piece at a time, on a line of their own: no record waits for one."""

from dataclasses import dataclass

from app.records.progress import Progress
from app.store.blobs import Place
from app.store.store import Store
from app.sync.postgres import PostgresCentral


@dataclass(frozen=True, slots=True)
class PieceRoad:
    """Used by one thread at a time. Every method raises CentralTrouble and is safe to repeat."""

    central: PostgresCentral

    def put(self, place: Place, piece: bytes) -> int | None:
        """Return how many pieces, from the first, central has now; None where it knows of no such bytes."""
        rows = self.central.rows("SELECT api.put_piece_v1(%s, %s, %b)", (*place, piece))
        have: int | None = rows[0][0]
        return have

    def get(self, place: Place) -> bytes | None:
        """Return the piece, or None as long as central has not all of them."""
        rows = self.central.rows("SELECT api.get_piece_v1(%s, %s)", tuple(place))
        piece: bytes | None = rows[0][0]
        return piece

    def close(self) -> None:
        self.central.close()


def move_piece(store: Store, road: PieceRoad) -> Progress:
    """Send the next piece, or else fetch the next; what cannot move yet is passed over."""
    blobs, waits, after = store.blobs, False, ""
    while place := blobs.to_send(after):
        have = road.put(place, blobs.piece(place))
        if have is not None:
            blobs.sent(place.sha, have)
            return Progress.ON
        waits, after = True, place.sha
    after = ""
    while place := blobs.to_fetch(after):
        piece = road.get(place)
        if piece is not None:
            blobs.came(place, piece)
            return Progress.ON
        waits, after = True, place.sha
    return Progress.WAITS if waits else Progress.DONE
