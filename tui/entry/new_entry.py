"""A value that a form produces and the journal writes."""

from dataclasses import dataclass

from journal.record import Body, Draft
from tui.system.clock import Clock, today
from tui.text.parse import DayMoment


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something the person notes: what it is, the moment it is about (None: now), and the entry it revises, if any.

    `zone` is the person's zone at that moment; None means the zone they are in now.
    """

    body: Body
    about: DayMoment | None = None
    entry: str | None = None
    zone: str | None = None

    def draft(self, clock: Clock) -> Draft:
        """The draft of a journal record, with everything that was left open taken from `clock`."""
        about = self.about or DayMoment(today(clock), clock.now())
        return Draft(self.body, about.day, about.at, self.zone or clock.zone_name, entry=self.entry)
