"""A small part of the calibration, of which each test also sees that it notices a broken estimate."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from journal.medium import estimate as medium
from journal.medium.answer import CurveAnswer, Lag, Medium, Stage, Verdict
from journal.medium.gates import Sample, arms, arms_gate, lines_gate
from journal.medium.numeric import np
from tests.calibration.__main__ import DIARIES, asked
from tests.calibration.cells import (
    CONFOUNDED,
    Cell,
    by_answer,
    by_verdict,
    by_weeks,
    cells,
    diary,
    yes_or_no,
)
from tests.calibration.looks import (
    WEEKLY_LOOKS,
    Judge,
    as_diary,
    established,
    judgements,
    whole,
)
from tests.calibration.page import page
from tests.calibration.questions import (
    CORE,
    DIRECTION,
    EVER,
    FALSE,
    FALSE_MEDIUM,
    GOOD,
    INTERVALS,
    MISSED,
    POWER,
    RANGES,
    RELIEF,
    STRICT,
    UPSIDE_DOWN,
    claims_a_direction,
    is_medium,
)
from tests.calibration.rates import Key, Rate, compared, mean, rate
from tests.journal.medium.diaries import FALSE_SHAPES, INVERTED, MEDIUM, World, Written, hostile, u_shape

FEW = 60
FAINT = 11


def rates(cells: Iterable[Cell], diaries: int = FEW) -> dict[Key, Rate]:
    found = {}
    for cell in cells:
        asked = [cell.ask(seed) for seed in range(diaries)]
        for question in cell.questions:
            found[question, cell.name, cell.days] = rate([one[question] for one in asked])
    return found


def missed(*cells: Cell, diaries: int = FEW) -> set[str]:
    """The questions of which a target is missed by more than chance may explain."""
    return {one.question for one in compared(rates(cells, diaries)) if one.missed}


def false_cells(*judge: Judge) -> list[Cell]:
    asked = {FALSE: FALSE_MEDIUM[FALSE]}
    chosen = [("plateau", 120), ("J", 120), ("step", 60), ("AR .8", 120)]
    return [
        by_verdict(name, FALSE_SHAPES[name], days, asked, judge=judge[0])
        if judge
        else by_verdict(name, FALSE_SHAPES[name], days, asked)
        for name, days in chosen
    ]


def one_side(sample: Sample) -> medium.Judgement:
    """A broken judge: pain has to be higher on quiet days only."""
    curve = arms(sample)
    p = max(arms_gate(sample, curve).left, lines_gate(sample, curve).left)
    return medium.Judgement(Verdict.MEDIUM if p < medium.PASSES else Verdict.NO_PATTERN, both=p)


def never(sample: Sample) -> medium.Judgement:
    """A broken judge: nothing is ever a medium."""
    return medium.Judgement(Verdict.NO_PATTERN)


def nothing_held_constant(sample: Sample) -> medium.Judgement:
    """A broken judge: neither the other day, nor the trend, nor weekends are held constant."""
    return medium.judge(replace(sample, others=sample.others[:, :0]))


def changed(change: Callable[[CurveAnswer], CurveAnswer]) -> Callable[[Written], Medium]:
    """A broken look: each curve's answer is changed."""

    def look(written: Written) -> Medium:
        answer = whole(written)
        return replace(answer, curves={lag: change(curve) for lag, curve in answer.curves.items()})

    return look


def as_wide_as(share: float) -> Callable[[CurveAnswer], CurveAnswer]:
    """A change by which the interval of the best level is only a share as wide."""

    def narrowed(curve: CurveAnswer) -> CurveAnswer:
        if curve.best is None or curve.best_interval is None:
            return curve
        low, high = curve.best_interval
        ends = (low or curve.grid[0], high or curve.grid[-1])
        low, high = (curve.best + share * (end - curve.best) for end in ends)
        return replace(curve, best_interval=(low, high))

    return narrowed


def test_where_there_is_no_medium_one_is_seldom_found() -> None:
    assert missed(*false_cells()) == set()
    assert missed(*false_cells(one_side)) == {FALSE}


def test_a_medium_is_found_often_enough() -> None:
    assert missed(by_verdict("U", MEDIUM, 120, {POWER: is_medium})) == set()
    assert missed(by_verdict("U", MEDIUM, 60, {POWER: is_medium})) == set()
    assert missed(by_verdict("U", MEDIUM, 60, {POWER: is_medium}, judge=never)) == {"power, 60 days"}


def test_upside_down_is_never_called_a_medium() -> None:
    def turned(sample: Sample) -> medium.Judgement:
        return medium.judge(replace(sample, pain=-sample.pain))

    asked = {UPSIDE_DOWN: is_medium}
    assert missed(by_verdict("inverted", INVERTED, 120, asked)) == set()
    assert missed(by_verdict("inverted", INVERTED, 120, asked, judge=turned)) == {UPSIDE_DOWN}


def test_looking_every_week_seldom_establishes_what_is_not_there() -> None:
    def at_once(sample: Sample) -> medium.Judgement:
        return replace(one_side(sample), both=0.0)

    plateau = FALSE_SHAPES["plateau"]
    assert missed(by_weeks("plateau", plateau), diaries=40) == set()
    assert missed(by_weeks("plateau", plateau, judge=at_once), diaries=20) == {EVER}


def test_the_interval_of_the_best_level_holds_it() -> None:
    assert missed(by_answer("U", MEDIUM, 120, INTERVALS)) == set()
    point = by_answer("U", MEDIUM, 120, INTERVALS, look=changed(as_wide_as(0.0)))
    assert missed(point) == {STRICT, GOOD}


def test_an_interval_half_as_wide_would_be_noticed() -> None:
    cell = by_answer("U", MEDIUM, 120, INTERVALS, look=changed(as_wide_as(0.5)))
    assert STRICT in missed(cell, diaries=120)


def test_the_ranges_are_what_they_say() -> None:
    falling = FALSE_SHAPES["falling"]
    assert missed(by_answer("falling", falling, 120, RANGES)) == set()
    swapped = changed(lambda curve: replace(curve, core=curve.possible, possible=curve.core))
    assert missed(by_answer("falling", falling, 120, RANGES, look=swapped)) == {CORE, MISSED}


def test_weekends_and_drifts_are_not_taken_for_a_direction() -> None:
    asked = {DIRECTION: claims_a_direction}
    for name in ("hard weekends", "both drift"):
        assert missed(by_verdict(name, CONFOUNDED[name], 120, asked)) == set()
    cell = by_verdict("hard weekends", CONFOUNDED["hard weekends"], 120, asked, judge=nothing_held_constant)
    assert missed(cell) == {DIRECTION}


@pytest.mark.parametrize("name", ["J", "plateau"])
def test_a_curve_that_passes_one_gate_only_is_no_medium(name: str) -> None:
    half_passed = 0
    for seed in range(3 * FEW):
        rows = medium._rows(as_diary(diary(FALSE_SHAPES[name], name, 120, seed)))
        sample = medium._sample(rows, Lag.SAME)
        curve = arms(sample)
        passed = [gate(sample, curve).p < medium.PASSES for gate in (arms_gate, lines_gate)]
        assert (medium.judge(sample).verdict is Verdict.MEDIUM) is all(passed)
        half_passed += passed[0] != passed[1]
    assert half_passed > 2


def test_verdicts_looked_at_alone_are_those_of_the_answer() -> None:
    shapes = {**FALSE_SHAPES, "U": MEDIUM, "inverted": INVERTED}
    seen = set()
    for name, world in shapes.items():
        for days in (20, 33, 60, 365):
            written = diary(world, name, days, seed=1)
            verdicts = {lag: judged.verdict for lag, judged in judgements(as_diary(written)).items()}
            assert verdicts == {Lag(lag): curve.verdict for lag, curve in whole(written).curves.items()}
            seen |= set(verdicts.values())
    assert seen == set(Verdict)


def test_verdicts_looked_at_alone_are_those_of_the_answer_in_hostile_diaries_too() -> None:
    for seed in range(300):
        with np.errstate(all="ignore"):
            written = Written(*hostile(seed))  # type: ignore[arg-type]
        reads = as_diary(written)
        verdicts = [judged.verdict for judged in judgements(reads).values()]
        assert verdicts == [curve.verdict for curve in whole(written).curves.values()], seed


def test_what_is_established_week_by_week_is_what_the_answers_say() -> None:
    """In a diary whose medium is so faint that it comes and goes."""
    written = diary(World(u_shape(0.5)), "faint", 190, seed=FAINT)
    looks = [
        whole(Written(*(column[: 190 - 7 * ago] for column in vars(written).values())))
        for ago in range(WEEKLY_LOOKS - 1, -1, -1)
    ]
    found = established(written)
    for lag in Lag:
        assert found[lag] == [look.curves[lag].stage is Stage.ESTABLISHED for look in looks]
    assert {look.curves["same"].stage for look in looks} == {None, *Stage}


def test_the_error_of_a_rate_is_that_of_diaries_and_not_of_what_is_counted_in_them() -> None:
    both_or_none = [(2.0, 2.0), (0.0, 2.0)] * 50
    assert rate(both_or_none).value == 0.5
    assert rate(both_or_none).error == pytest.approx(0.05)
    assert rate([(1.0, 1.0), (0.0, 1.0)] * 50).error == pytest.approx(0.05)
    assert rate([(0.0, 1.0)] * 100).error == pytest.approx(0.01)
    assert rate([(0.0, 0.0)]).chances == 0
    both = mean([Rate(0.2, 0.03, 10), Rate(0.4, 0.04, 10)])
    assert both.value == pytest.approx(0.3)
    assert both.error == pytest.approx(0.025)


@pytest.mark.parametrize(
    ("hits", "sign"),
    [(30, "reached"), (31, "beyond it, but within two standard errors"), (55, "NOT REACHED")],
)
def test_a_target_is_missed_when_chance_does_not_explain_it(hits: int, sign: str) -> None:
    counts = [(float(n < hits), 1.0) for n in range(500)]
    (one,) = compared({(EVER, "flat", 190): rate(counts)})
    assert (one.sign, one.missed) == (sign, sign == "NOT REACHED")


def test_what_must_never_happen_is_missed_by_one_time() -> None:
    (one,) = compared({(UPSIDE_DOWN, "inverted", 60): rate([(1.0, 1.0), *[(0.0, 1.0)] * 999])})
    assert one.missed


def test_the_worst_of_the_cells_is_named_and_a_question_by_yes_or_no_is_a_line_to_add() -> None:
    cells = [
        yes_or_no(EVER, "a", 1, lambda seed: seed % 10 == 0),
        yes_or_no(EVER, "b", 1, lambda seed: seed % 2 == 0),
    ]
    found = rates(cells, diaries=100)
    (one,) = compared(found)
    assert (one.rate.value, one.what) == (0.5, "worst of 2: b, 1 days")
    assert "| ever established | worst of 2: b, 1 days | at most 6% | 50.0% ± 10.0% | NOT REACHED |" in page(
        found, [one], 100, day=date(2026, 11, 22)
    )


def test_that_relief_misleads_who_rates_again_unless_it_got_better_is_shown_without_a_target() -> None:
    shown = [cell for cell in cells() if RELIEF in cell.questions]
    found = {name: one for (_, name, _), one in rates(shown, diaries=40).items()}
    assert found["unless better"].value > 0.2 > found["no effect"].value
    assert missed(*shown, diaries=2) == set()


@pytest.mark.parametrize("question", sorted({question for cell in cells() for question in cell.questions}))
def test_every_question_of_a_cell_can_be_asked_alone(question: str) -> None:
    assert asked(["20", question]).question == question


def test_a_misspelt_question_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        asked(["20", "powr"])
    assert UPSIDE_DOWN in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["20"], [str(DIARIES), POWER], ["20", POWER]])
def test_the_page_is_written_of_all_questions_and_all_diaries_only(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        asked([*argv, "--write", "page.md"])
    assert f"{DIARIES} diaries" in capsys.readouterr().err
    assert asked(["--write", "page.md"]).write is not None
    assert asked([str(DIARIES), "--write", "page.md"]).write is not None
