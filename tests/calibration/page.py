"""The results as a page: targets beside what was reached, then every cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tests.calibration.rates import Compared, Key, Rate

ABOVE = """# What the estimate reaches

The estimate of the tolerable medium in invented diaries, of which it is known what is true. Made on {day} by

    make calibrate

which is `python -m tests.calibration --write docs/calibration.md`: {diaries} diaries in each cell (twice as many where an
upside-down diary might be called a medium, four times as many of exercises), the same seeds on every machine.

A rate stands with two standard errors. A target is reached when the rate is on its good side; it is NOT REACHED when the
rate is beyond it by more than two standard errors; between these, chance may have done it. The worst of many
cells is named because it is the worst: in other diaries it would be somewhat better.

Ranges are asked for by the share of levels, and the mean over cells is held against their targets. Of the possible range
single cells are above 3 %, where pain changes steeply (J, saturating): by levels that are only just good; "half the
margin" leaves these out.

Of relief, "unless better" are people who, having used nothing, rate again unless it got better. There the comparison
misleads, which nothing in a diary shows: the program says so where a relief stands out, and no target is set.

What the worlds are stands in `tests/journal/medium/diaries.py` (shapes), `tests/calibration/cells.py` and
`tests/calibration/effects.py` (exercises and relief), what is asked in `tests/calibration/questions.py`.

## Targets
"""


def page(rates: Mapping[Key, Rate], lines: Sequence[Compared], diaries: int, day: date) -> str:
    """The page as Markdown."""
    return "\n".join(
        [
            ABOVE.format(day=day, diaries=diaries),
            "| question | over | target | found | |",
            "|---|---|---|---|---|",
            *(f"| {of.question} | {of.what} | {of.target} | {_told(of.rate)} | {of.sign} |" for of in lines),
            "",
            "## Every cell",
            *_cells(rates),
            "",
        ]
    )


def _cells(rates: Mapping[Key, Rate]) -> Iterator[str]:
    for question in dict.fromkeys(question for question, _, _ in rates):
        of_question = {(name, days): one for (asked, name, days), one in rates.items() if asked == question}
        lengths = sorted({days for _, days in of_question})
        yield f"\n### {question.capitalize()}\n"
        yield f"| world | {' | '.join(f'{days} days' for days in lengths)} |"
        yield f"|---|{'---|' * len(lengths)}"
        for name in dict.fromkeys(name for name, _ in of_question):
            found = [of_question.get((name, days)) for days in lengths]
            yield f"| {name} | {' | '.join('' if one is None else _told(one) for one in found)} |"


def _told(rate: Rate) -> str:
    return f"{rate.value:.1%} ± {2 * rate.error:.1%}" if rate.chances else "none"
