"""Reminders on the dashboard outside a session: one quiet line at a time, gone when hidden. Pure.

In this order: the morning after a session, what a relief did, a position held as long as the person's own limit, the
evening entry.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from journal.observations import Activity, Posture, Relief, Skipped
from journal.positions import limit_reached, stretches
from tui.session.ratings import PendingQuestion, ReliefQuestion, minutes_since, morning_question
from tui.settings.settings import Settings
from tui.text.clean import one_line
from tui.today.snapshot import DiaryDays

EVENING = "evening"
"""The name of the evening reminder."""

HOURS_FROM = 120
"""Minutes from which whole hours are shown."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder line; `key` names it when it is hidden, and a digit answers its `question`, if it has one."""

    key: str
    words: str
    question: PendingQuestion | None = None


def find_reminder(
    diary: DiaryDays, settings: Settings, now: datetime, dismissed: Collection[str]
) -> Reminder | None:
    """The reminder to show now, if any; `dismissed` holds the keys of those hidden today."""
    return next(
        (reminder for reminder in _reminders(diary, settings, now) if reminder.key not in dismissed), None
    )


def _reminders(diary: DiaryDays, settings: Settings, now: datetime) -> Iterator[Reminder]:
    reminders = (
        _morning(diary) if settings.prompt_morning else None,
        _relief(diary, settings.relief_minutes, now),
        _position(diary, settings, now),
        _evening(diary, settings, now) if settings.prompt_evening else None,
    )
    return (reminder for reminder in reminders if reminder is not None)


def _morning(diary: DiaryDays) -> Reminder | None:
    question = morning_question(diary.entries, diary.today)
    return None if question is None else Reminder(question.entry, question.words, question)


def _relief(diary: DiaryDays, wait: int, now: datetime) -> Reminder | None:
    """Ask about today's newest relief that is long enough ago, unless it has a rating after it."""
    reliefs = [
        entry
        for entry in diary.entries
        if wait and isinstance(entry.body, Relief) and entry.day == diary.today
        if now - entry.at >= timedelta(minutes=wait)
    ]
    if not reliefs or not isinstance(body := reliefs[-1].body, Relief) or body.after is not None:
        return None
    ago = _length(minutes_since(reliefs[-1], now))
    words = f"Pain after {one_line(body.means, 30)}, {ago} ago? 0 to 10, or skip"
    return Reminder(reliefs[-1].id, words, ReliefQuestion(reliefs[-1], words))


def limits(settings: Settings) -> Mapping[Posture, int]:
    """The person's own limits in minutes, by position."""
    minutes = {posture: getattr(settings, f"limit_{posture}") for posture in Posture}
    return {posture: limit for posture, limit in minutes.items() if limit}


def _position(diary: DiaryDays, settings: Settings, now: datetime) -> Reminder | None:
    minutes_by_posture = limits(settings)
    reached = limit_reached(stretches(diary.entries), minutes_by_posture, now) if minutes_by_posture else None
    if reached is None:
        return None
    stretch, minutes = reached
    limit = minutes_by_posture[stretch.posture]
    past = "" if int(minutes) == limit else f" is {limit}"
    words = f"{stretch.posture.capitalize()} for {_length(int(minutes))}: your limit{past}. {settings.keys.hint('position', 'log a new one')}"
    return Reminder(stretch.entry.id, words)


def _evening(diary: DiaryDays, settings: Settings, now: datetime) -> Reminder | None:
    """Ask for the evening entry until the day ends, while average pain or activity is neither logged nor skipped.

    A person without any entry is not asked.
    """
    began = bool(diary.rows) and now.replace(tzinfo=None) >= _evening_of(diary, settings)
    if not began or _is_complete(diary):
        return None
    return Reminder(EVENING, f"How was the day? {settings.keys.hint('evening', 'log it in one form')}")


def _evening_of(diary: DiaryDays, settings: Settings) -> datetime:
    """The local time at which today's evening begins; a time before the day's end is after midnight."""
    begins = time.fromisoformat(settings.evening_from)
    late = begins < time.fromisoformat(settings.day_ends)
    return datetime.combine(diary.today + timedelta(days=int(late)), begins)


def _is_complete(diary: DiaryDays) -> bool:
    """Whether average pain and activity of the day are both logged or skipped."""
    row = diary.row
    if row is None:
        return False
    has_activity = any(
        isinstance(entry.body, Activity) and entry.day == diary.today for entry in diary.entries
    )
    pain = row.average is not None or Skipped.PAIN in row.skipped
    return pain and (has_activity or Skipped.ACTIVITY in row.skipped)


def _length(minutes: int) -> str:
    return f"{minutes} min" if minutes < HOURS_FROM else f"{minutes // 60} h"
