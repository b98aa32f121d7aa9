"""What is said on the dashboard outside a session, unasked: one line at a time, quietly, and gone when put away. Pure.

In this order: how the morning after a session is, what a relief did, a position kept as long as the person's own
limit, how the day was.
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
"""The key of the evening's prompt."""

EVENING_WORDS = "How was the day?  v notes it in one form"

HOURS_FROM = 120
"""From so many minutes on, whole hours are told."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One line; `key` names it when it is put away, and a digit answers its `question`, if it has one."""

    key: str
    words: str
    question: PendingQuestion | None = None


def due(diary: DiaryDays, settings: Settings, now: datetime, dismissed: Collection[str]) -> Prompt | None:
    """What is to be said now, if anything; `dismissed` holds the keys of what is not wanted today."""
    return next((prompt for prompt in _due(diary, settings, now) if prompt.key not in dismissed), None)


def _due(diary: DiaryDays, settings: Settings, now: datetime) -> Iterator[Prompt]:
    prompts = (
        _morning(diary) if settings.prompt_morning else None,
        _relief(diary, settings.relief_minutes, now),
        _position(diary, limits(settings), now),
        _evening(diary, settings, now) if settings.prompt_evening else None,
    )
    return (prompt for prompt in prompts if prompt is not None)


def _morning(diary: DiaryDays) -> Prompt | None:
    question = morning_question(diary.entries, diary.today)
    return None if question is None else Prompt(question.entry, question.words, question)


def _relief(diary: DiaryDays, wait: int, now: datetime) -> Prompt | None:
    """The newest relief of today that is long enough ago; one before it had no time of its own."""
    reliefs = [
        entry
        for entry in diary.entries
        if wait and isinstance(entry.body, Relief) and entry.day == diary.today
        if now - entry.at >= timedelta(minutes=wait)
    ]
    if not reliefs or not isinstance(body := reliefs[-1].body, Relief) or body.after is not None:
        return None
    ago = _length(minutes_since(reliefs[-1], now))
    words = f"Pain after {one_line(body.means, 30)}, {ago} ago?  0 to 10, or nothing"
    return Prompt(reliefs[-1].id, words, ReliefQuestion(reliefs[-1], words))


def limits(settings: Settings) -> Mapping[Posture, int]:
    """The person's own limits, in minutes, of the positions that have one."""
    minutes = {posture: getattr(settings, f"limit_{posture}") for posture in Posture}
    return {posture: limit for posture, limit in minutes.items() if limit}


def _position(diary: DiaryDays, own: Mapping[Posture, int], now: datetime) -> Prompt | None:
    found = limit_reached(stretches(diary.entries), own, now) if own else None
    if found is None:
        return None
    stretch, minutes = found
    limit = own[stretch.posture]
    past = "" if int(minutes) == limit else f" is {limit}"
    words = (
        f"{stretch.posture.capitalize()} for {_length(int(minutes))}: your own limit{past}. o notes another."
    )
    return Prompt(stretch.entry.id, words)


def _evening(diary: DiaryDays, settings: Settings, now: datetime) -> Prompt | None:
    """From the evening on until the day ends, while its pain on average or what was done is neither noted nor skipped.

    Who never noted anything is not asked.
    """
    began = bool(diary.rows) and now.replace(tzinfo=None) >= _evening_of(diary, settings)
    return None if not began or _told(diary) else Prompt(EVENING, EVENING_WORDS)


def _evening_of(diary: DiaryDays, settings: Settings) -> datetime:
    """The local time at which the evening of today begins; one before the day's end lies after midnight."""
    begins = time.fromisoformat(settings.evening_from)
    late = begins < time.fromisoformat(settings.day_ends)
    return datetime.combine(diary.today + timedelta(days=int(late)), begins)


def _told(diary: DiaryDays) -> bool:
    """Whether both the day's pain on average and what was done are known, or left out on purpose."""
    row = diary.row
    if row is None:
        return False
    noted = any(isinstance(entry.body, Activity) and entry.day == diary.today for entry in diary.entries)
    pain = row.average is not None or Skipped.PAIN in row.skipped
    return pain and (noted or Skipped.ACTIVITY in row.skipped)


def _length(minutes: int) -> str:
    return f"{minutes} min" if minutes < HOURS_FROM else f"{minutes // 60} h"
