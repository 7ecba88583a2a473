"""How far a job in the background came."""

import enum


class Progress(enum.Enum):
    ON = "on"  # a piece is done; there may be another
    WAITS = "waits"  # what is left cannot be done yet
    DONE = "done"
