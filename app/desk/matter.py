"""What is known of a matter beside its records: its timeline, notes, ties, complaint, attachments, caller."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.attachments import Attachments
from app.desk.calls import Calls
from app.desk.complaints import Complaints
from app.desk.files import Files
from app.desk.notes import Notes
from app.desk.ties import Ties
from app.desk.timeline import Timeline
from app.records.accounts import Agent
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Matter:
    notes: Notes
    timeline: Timeline
    ties: Ties
    complaints: Complaints
    attachments: Attachments
    files: Files


def matter_of(store: Store, calls: Calls, agent: Agent, now: Callable[[], datetime]) -> Matter:
    complaints, forms = calls.complaints, calls.forms
    return Matter(
        complaints.notes,
        Timeline(store, complaints.notes),
        Ties(store, forms, complaints.notes, agent, now),
        complaints,
        Attachments(store, agent, now, forms.attachable),
        Files(store, complaints.notes),
    )
