"""What the answers are based on and what is missing, in words: for the screen and the command line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from journal.days import DayRow
from journal.medium.answer import Lag, Medium, Verdict
from journal.medium.progress import AnswerProgress
from journal.medium.rows import WINDOW_DAYS, Exposure
from journal.medium.words import WHEN, kind_of
from tui.text.measures import count_days

SOURCES: Mapping[str, str] = {
    "typed": "as you logged them",
    "session": "from your sessions only",
    "import:table": "as imported",
}
"""Where an activity comes from."""

WHOSE = {lag: f"Pain {when}" for lag, when in WHEN.items()}


def source_words(source: str) -> str:
    """Where an activity comes from: `as you noted it`."""
    return SOURCES.get(source, f"by {source}")


def exposure_words(exposure: Exposure) -> str:
    """What is looked at: `steps, as you noted it`."""
    return f"{kind_of(exposure.measure).name}, {source_words(exposure.source)}"


def window_words(last: date) -> str:
    """The days that an answer speaks of: `120 days, 29 Jul to 25 Nov 2026`."""
    first = last - timedelta(days=WINDOW_DAYS - 1)
    year = f" {first.year}" if first.year != last.year else ""
    return f"{WINDOW_DAYS} days, {first.day} {first:%b}{year} to {last.day} {last:%b} {last.year}"


def shared_reason_for_no_answer(medium: Medium) -> str:
    """What keeps both curves from an answer; empty where one has one, or each lacks something else."""
    reasons = {curve.reason for curve in medium.curves.values()}
    lacks = all(curve.verdict is Verdict.NOT_ENOUGH for curve in medium.curves.values())
    return f"{_capital(reasons.pop())}." if lacks and len(reasons) == 1 else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def answers(medium: Medium, first: Lag) -> Iterator[tuple[str, list[str]]]:
    """Both answers, the one that is drawn first, each as a heading and its words."""
    for lag in sorted(Lag, key=lambda lag: lag is not first):
        yield WHOSE[lag], [medium.curves[lag].words]


def missing_data_lines(toward: AnswerProgress, exposure: Exposure) -> Iterator[str]:
    """How far it is, what is missing, and about how long it takes; a bar of the days comes first while any is missing."""
    what = kind_of(exposure.measure).name
    if toward.still:
        yield f"{'▰' * toward.counted}{'▱' * toward.still}"
    if toward.alike:
        yield f"Your days are much alike in {what} so far; quieter and busier ones would help."
    if toward.still and (weeks := toward.weeks) is not None:
        yield f"At the pace of the last four weeks: about {'a week' if weeks == 1 else f'{weeks} weeks'} to go."
    yield from _holes(toward, what)


def _holes(toward: AnswerProgress, what: str) -> Iterator[str]:
    """Days that would count if one more thing were known of them."""
    if without := toward.with_pain - toward.both:
        yield f"{count_days(without)} with pain {'is' if without == 1 else 'are'} without {what}."
    if without := toward.active - toward.both:
        yield f"{count_days(without)} with {what} {'is' if without == 1 else 'are'} without pain."
    if toward.broken:
        yield f"{count_days(toward.broken)} with both do not count: {what} of the day before {_is(what)} missing."


def _is(what: str) -> str:
    return "are" if what.endswith("s") else "is"


def detectable_effect_lines(toward: AnswerProgress) -> Iterator[str]:
    """From how many days on something would be seen, by the person's own ups and downs."""
    days, points = toward.bend_days, toward.bend_points
    if days is None or points is None:
        return
    if days <= WINDOW_DAYS:
        yield (
            f"With ups and downs like yours, about {days} days would reveal a 1-point difference 4 times in 5; "
            f"{toward.counted} count now."
        )
    else:
        yield (
            "Your pain goes up and down a lot by itself, so a 1-point difference may stay hidden; one of about "
            f"{points:.1f} points would show 4 times in 5."
        )


def data_source_lines(rows: Sequence[DayRow], exposure: Exposure, others: Mapping[str, int]) -> Iterator[str]:
    """What activity and pain are made of, and a warning where the source changed."""
    yield f"Activity: {exposure_words(exposure)}."
    averages = sum(row.average is not None for row in rows)
    ratings = sum(row.average is None and row.now is not None for row in rows)
    yield f"Pain: the day's average ({count_days(averages)}), else the mean of its ratings ({ratings})."
    yield from other_source_lines(exposure, others)


def other_source_lines(exposure: Exposure, others: Mapping[str, int]) -> Iterator[str]:
    """A warning for each other source of the same measure: its days are left out."""
    for source, count in others.items():
        yield (
            f"{count_days(count)} with {kind_of(exposure.measure).name} {source_words(source)} "
            f"{'is' if count == 1 else 'are'} not counted: two sources do not count alike."
        )
