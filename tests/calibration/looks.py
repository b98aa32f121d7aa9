"""Looking at one diary: at the whole answer, at its verdicts alone, and at its verdicts week after week.

The verdicts alone take a fifth of the time, since no curve is drawn; tests show that they are those of `estimate`.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise

from journal.medium import estimate as medium
from journal.medium.answer import Lag, Medium, Verdict
from journal.medium.gates import Sample
from journal.medium.gls import CollinearError
from journal.medium.numeric import np
from tests.journal.medium.diaries import Written

WEEKLY_LOOKS = 22

NOTHING = medium.Judgement(Verdict.NOT_ENOUGH)

Judge = Callable[[Sample], medium.Judgement]
"""What gives the verdict on a curve: `judge` of the estimate, or, to see what a test notices, a broken one."""

JUDGE: Judge = medium.judge


def whole(written: Written) -> Medium:
    """All of the answer."""
    return medium.estimate(written.day, written.pain, written.activity, written.weekend)


def as_diary(written: Written) -> medium.Observations:
    """The diary as the estimate reads it."""
    return medium._diary(written.day, written.pain, written.activity, written.weekend)


def judgements(
    diary: medium.Observations, judge: Judge = JUDGE, ago: int = 0
) -> Mapping[Lag, medium.Judgement]:
    """The judgement of each curve at the diary's last day, or so many days ago."""
    rows = medium._rows(diary, ago)
    return {lag: _judged(rows, lag, judge) for lag in Lag}


def _judged(rows: medium.Rows, lag: Lag, judge: Judge) -> medium.Judgement:
    if medium.why_not(rows, lag):
        return NOTHING
    try:
        return judge(medium._sample(rows, lag))
    except (CollinearError, np.linalg.LinAlgError):
        return NOTHING


def established(written: Written, judge: Judge = JUDGE) -> Mapping[Lag, list[bool]]:
    """Whether each curve is an established medium in each of the weekly looks, the last of them at the last day.

    A look finds one where the gates are passed clearly now and seven days before: each day is judged once.
    """
    diary = as_diary(written)
    looks = [judgements(diary, judge, medium.WEEK * weeks) for weeks in range(WEEKLY_LOOKS, -1, -1)]
    clear = {lag: [_clear(look[lag]) for look in looks] for lag in Lag}
    return {lag: [both == (True, True) for both in pairwise(found)] for lag, found in clear.items()}


def _clear(judged: medium.Judgement) -> bool:
    return judged.verdict is Verdict.MEDIUM and judged.both < medium.PASSES_TWICE
