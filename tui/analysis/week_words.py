"""Pacing in words: the week planned ahead, how far it is, and what the days show of doing much and then little.

Nobody is behind, nothing is left to do, and doing less is never praised.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from journal.medium.rows import WINDOW_DAYS
from journal.medium.words import kind_of, level, spans
from journal.pacing.big_days import BIG, QUIET, BigDays, Bout, Followed, LastDays
from journal.pacing.week import NEEDED, PLANNED, Lack, NoPlan, WeekPlan, Why, monday_of
from journal.trends import WEEK
from tui.analysis.medium_words import exposure_words, other_source_lines, source_words
from tui.analysis.week import Pacing, Reading
from tui.text.clean import format_number
from tui.text.measures import count_days

SAME = "the same on good and bad days"

NOT_ADVICE = "Fixed until Sunday. A guide from your own days, not advice."

ONLY_COUNTED = "These are only counts; chance can look like this."

REASONS: Mapping[Why, str] = {
    Why.USUAL: "This is your usual week of the last four.",
    Why.UP: "This is your usual week of the last four and up to a tenth more, toward days with {}: so far those had "
    "the least pain.",
    Why.DOWN: "This is your usual week of the last four and up to a tenth less, toward days with {}: so far those had "
    "the least pain.",
    Why.SLOWER: "This is a little less than your usual week, which has grown: the plan follows slowly.",
}

UNPLANNED: Mapping[str, str] = {
    "sitting_minutes": "There is no weekly plan for sitting; steps or active minutes can have one.",
    "load": "Load is a rating and cannot be added up to a week; steps or active minutes can have a plan.",
}

NO_BOUTS = "None logged yet. The activity form has a field for your longest active and sitting time."

BOUT_NAMES = {"longest_active_minutes": "active", "longest_sitting_minutes": "sitting"}


def heading(today: date) -> str:
    """The week that is shown: `Week of Monday 16 November`."""
    monday = monday_of(today)
    return f"Week of Monday {monday.day} {monday:%B}"


def plan_words(pacing: Pacing) -> Iterator[str]:
    """The plan and where it comes from, a paragraph each; or why there is none, and how far it is to one."""
    plan, what = pacing.plan, kind_of(pacing.measure).name
    if isinstance(plan, WeekPlan):
        share = f"about {format_number(plan.share)} a day"
        yield f"This week, planned ahead: {format_number(plan.total)} {what}, {share}, {SAME}."
        yield f"{reason_words(plan)} {NOT_ADVICE}"
    elif pacing.empty:
        yield _empty(what)
    else:
        yield no_plan_words(plan)
        if plan.why is Lack.TOO_FEW:
            yield _toward(pacing.toward_next)
        if plan.measure in PLANNED and pacing.progress.known:
            yield f"Week so far: {format_number(pacing.progress.done)} {what}; {_known(pacing)}."
    yield from _made_of(pacing)


def _made_of(pacing: Pacing) -> Iterator[str]:
    """What is added up, where anything is, and a warning for each other source of it."""
    if pacing.measure in PLANNED and not pacing.empty:
        yield f"By {exposure_words(pacing.exposure)}."
        yield from other_source_lines(pacing.exposure, pacing.left_out)


def reason_words(plan: WeekPlan) -> str:
    """Where the total comes from."""
    toward = () if plan.toward is None else (plan.toward,)
    return REASONS[plan.why].format(kind_of(plan.measure).amount(spans(toward)))


def no_plan_words(plan: NoPlan) -> str:
    """Why there is no plan."""
    what, monday = kind_of(plan.measure).name, plan.monday
    if plan.why is Lack.UNPLANNED:
        return UNPLANNED.get(plan.measure, UNPLANNED["load"])
    if plan.why is Lack.NEXT_TO_NOTHING:
        return f"Your usual day has almost no {what}, so there is no week to plan from it."
    return (
        f"No plan for this week yet: {count_days(plan.known)} with {what} in the four weeks before Monday {monday.day} "
        f"{monday:%B}; a plan needs {NEEDED}."
    )


def _empty(what: str) -> str:
    return (
        f"No {what} logged yet. Log them with the activity form; after {NEEDED} days with {what} in four weeks, the next "
        "week is planned."
    )


def _toward(known: int) -> str:
    if known < NEEDED:
        return f"For a plan from next Monday: {known} of {NEEDED} days so far. Gaps do not matter."
    return f"Enough days for a plan from next Monday: {count_days(known)}."


def gauges(pacing: Pacing) -> tuple[Reading, ...]:
    """Today against its share of the plan, and the week so far against all of it; none without a plan."""
    plan, so_far = pacing.plan, pacing.progress
    if isinstance(plan, NoPlan):
        return ()
    unknown = so_far.unknown * plan.share
    return (
        Reading(today_words(pacing, plan), so_far.today, plan.share),
        Reading(week_words(pacing, plan), so_far.done, plan.total, unknown),
    )


def today_words(pacing: Pacing, plan: WeekPlan) -> str:
    """Today's value beside its share: `Today: 4,200 of about 6,100 steps`."""
    what, share, value = kind_of(plan.measure).name, format_number(plan.share), pacing.progress.today
    if value is None and pacing.elsewhere is not None:
        here = f"{what} {source_words(pacing.elsewhere)} are not counted here"
        return f"Today: {here}; a day's share is about {share}"
    if value is None:
        return f"Today: no entry yet; a day's share is about {share} {what}"
    if value > plan.share:
        return f"Today: {format_number(value)} {what}, more than the day's share of about {share}"
    return f"Today: {format_number(value)} of about {share} {what}"


def week_words(pacing: Pacing, plan: WeekPlan) -> str:
    """The week so far beside the plan, with how many of its days are known."""
    so_far, what, total = pacing.progress, kind_of(plan.measure).name, format_number(plan.total)
    if not so_far.known:
        return f"Week so far: none of {count_days(so_far.days)} logged; {total} {what} planned"
    if so_far.done > plan.total:
        return f"Week so far: {format_number(so_far.done)} {what}, more than the {total} planned; {_known(pacing)}"
    return f"Week so far: {format_number(so_far.done)} of {total} {what}; {_known(pacing)}"


def _known(pacing: Pacing) -> str:
    return f"{pacing.progress.known} of {count_days(pacing.progress.days)} logged"


def sections(pacing: Pacing) -> Iterator[tuple[str, list[str]]]:
    """What the days before show: headings, each with its lines."""
    if pacing.big_days is not None and pacing.big_days.known:
        yield "Big days, and what came after", list(_big_days(pacing.big_days, kind_of(pacing.measure).name))
    lines = [line for bout in pacing.bouts for line in _bout(bout, pacing.today)]
    yield "Longest time without a break", lines or [NO_BOUTS]


def _big_days(found: BigDays, what: str) -> Iterator[str]:
    known = f"{found.known} of the {WINDOW_DAYS} days before today have {what}"
    if found.middle is None:
        yield f"{known}; from {NEEDED} on, big days can be seen."
    elif found.middle <= 0:
        yield f"{known}. Their median is 0, so no day can be called big."
    else:
        big, quiet = level(BIG * found.middle), level(QUIET * found.middle)
        yield f"{known}. Big: {big} or more, {BIG:g} times your median day. Quiet: {quiet} or less, half of it."
        yield from _followed(f"{count_days(found.big.days, 'big ')}", found.big)
        yield from _followed(f"{count_days(found.rest.days, 'other ')}", found.rest)
        yield f"Quiet days in all: {found.quiet} of {found.known}."
        yield ONLY_COUNTED


def _followed(days: str, found: Followed) -> Iterator[str]:
    """What came after some days, a line each."""
    if not found.days:
        yield f"{days}."
        return
    yield f"{days}, and in the two days after:"
    yield f"  a quiet one {found.quiet:>4}"
    yield f"  none        {found.other:>4}"
    if found.unknown:
        yield f"  no entry    {found.unknown:>4}"


def _bout(bout: Bout, today: date) -> Iterator[str]:
    yield f"{BOUT_NAMES[bout.name]}: {format_number(bout.newest)} minutes, {_when(bout.day, today)}"
    for last in bout.spans:
        yield f"  last {last.days} days: {_of(last)}"


def _of(last: LastDays) -> str:
    if last.middle is None or last.longest is None:
        return "no entry"
    return f"median {format_number(last.middle)}, longest {format_number(last.longest)} ({count_days(last.known)})"


def _when(day: date, today: date) -> str:
    ago = (today - day).days
    if ago < WEEK:
        return ("today", "yesterday")[ago] if ago <= 1 else f"{day:%A}"
    return f"{day.day} {day:%B}"
