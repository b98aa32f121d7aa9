"""Pictures of pain against activity, one for each verdict, and a way to look at the cells of a plot."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from rich.style import Style
from rich.text import Text

from journal.medium.answer import CurveAnswer, Lag, Stage, Verdict
from tui.analysis.curve import Inks, Range
from tui.analysis.plot_data import Dot, PlotData
from tui.plots.axes import Rgb

TODAY = date(2026, 11, 22)

GREY, WHITE, ORANGE, BLUE, GREEN = (150,) * 3, (240,) * 3, (250, 160, 40), (40, 120, 220), (40, 200, 90)
TINTS: dict[tuple[Range | None, bool], Rgb] = {
    (None, False): (0, 0, 0),
    (None, True): (0, 0, 99),
    (Range.LIKELY, False): (0, 50, 0),
    (Range.LIKELY, True): (0, 50, 99),
    (Range.CORE, False): (0, 99, 0),
    (Range.CORE, True): (0, 99, 99),
}
INKS = Inks(
    axis=GREY,
    older=(100,) * 3,
    recent=WHITE,
    today=ORANGE,
    curve=ORANGE,
    edge=BLUE,
    tolerance=(90,) * 3,
    ranges={Range.CORE: GREEN, Range.LIKELY: (20, 100, 45)},
    tints=TINTS,
)

GRID = tuple(2_500.0 + 150 * n for n in range(61))
"""From 2,500 to 11,500."""

SHAPES: dict[Verdict, Callable[[float], float]] = {
    Verdict.MEDIUM: lambda x: 3.2 + ((x - 6_500) / 2_800) ** 2,
    Verdict.INVERTED: lambda x: 6.0 - ((x - 6_500) / 2_800) ** 2,
    Verdict.LESS: lambda x: 2.5 + (x - 2_500) / 3_500,
    Verdict.MORE: lambda x: 5.5 - (x - 2_500) / 3_500,
    Verdict.NO_PATTERN: lambda x: 4.2 + 0.1 * math.sin(x / 900),
}


def answer(verdict: Verdict, margin: float = 1.0) -> CurveAnswer:
    """An answer with this verdict: a curve, a band that is wider at its ends, and what follows from them."""
    fit = tuple(map(SHAPES[verdict], GRID))
    wide = tuple(0.4 + ((x - 6_500) / 6_000) ** 2 for x in GRID)
    near = min(fit) + margin
    medium = verdict is Verdict.MEDIUM
    return CurveAnswer(
        verdict,
        "",
        stage=Stage.EMERGING if medium else None,
        best=6_500.0 if medium else None,
        best_interval=(5_100.0, 7_400.0) if medium else None,
        core=_spans([y + w / 2 <= near for y, w in zip(fit, wide, strict=True)]),
        likely=_spans([y <= near for y in fit]),
        grid=GRID,
        fit=fit,
        lo=tuple(y - w for y, w in zip(fit, wide, strict=True)),
        hi=tuple(y + w for y, w in zip(fit, wide, strict=True)),
    )


def _spans(holds: list[bool]) -> tuple[tuple[float, float], ...]:
    starts = [n for n, one in enumerate(holds) if one and (n == 0 or not holds[n - 1])]
    ends = [n for n, one in enumerate(holds) if one and (n == len(holds) - 1 or not holds[n + 1])]
    return tuple((GRID[a], GRID[b]) for a, b in zip(starts, ends, strict=True))


def dots(days: int, shape: Callable[[float], float] = SHAPES[Verdict.NO_PATTERN]) -> tuple[Dot, ...]:
    """A day's dot for each of the last days, around a shape; every ninth was added later."""
    return tuple(
        Dot(
            TODAY - timedelta(days=back),
            x := 1_500.0 + 11_500 * (back * 0.7549 % 1),
            round(min(max(shape(x) + 3 * (back * 0.5698 % 1) - 1.5, 0), 10)),
            back % 9 == 4,
        )
        for back in range(days - 1, -1, -1)
    )


def picture(verdict: Verdict, *, days: int = 96, lag: Lag = Lag.SAME) -> PlotData:
    """A picture with this verdict; with too few days for one, none of its parts but the dots."""
    if verdict is Verdict.NOT_ENOUGH:
        words = CurveAnswer(verdict, "", "too few")
        return PlotData(
            TODAY, TODAY, lag, "steps", dots(12), words, 4.0, 120, 12, "12 of 28 days counted so far"
        )
    drawn = dots(days, SHAPES[verdict])
    return PlotData(TODAY, TODAY, lag, "steps", drawn, answer(verdict), 4.0, 120, days)


def bare(*drawn: Dot, **changes: object) -> PlotData:
    """A picture of these dots alone."""
    return replace(PlotData(TODAY, TODAY, Lag.SAME, "steps", drawn, span=120), **changes)  # type: ignore[arg-type]


def cells(text: Text) -> Iterator[list[tuple[str, Style]]]:
    """The cells of a plot, a row at a time from above: each its mark and how that looks."""
    styles = [Style.null()] * len(text.plain)
    for span in text.spans:
        assert isinstance(span.style, Style)
        styles[span.start : span.end] = [span.style] * (span.end - span.start)
    at = 0
    for line in text.plain.split("\n"):
        yield list(zip(line, styles[at : at + len(line)], strict=True))
        at += len(line) + 1
