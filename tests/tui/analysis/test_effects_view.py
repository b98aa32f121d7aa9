"""What followed, on a screen: two panels in every size, in words that need no colour."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from journal.effects.exercises import ExerciseEffect, ExerciseVerdict, exercise_effects
from journal.effects.reliefs import ReliefEffect, ReliefVerdict
from journal.store.store import Store
from tests.calibration.effects import HURTING, RELIEF
from tests.fakes import A_SUNDAY
from tests.folders import ROOT
from tests.journal.samples import in_memory
from tests.tui import entries as bodies
from tests.tui.app_harness import AppHarness, pass_time, until
from tests.tui.commands.test_exercises import drafts_of
from tui.analysis.effect_words import (
    EXERCISES_COUNT,
    EXERCISES_SAID,
    GAUGE,
    GAUGE_HEAD,
    NO_EXERCISES,
    NO_RELIEFS,
    RELIEFS_CARE,
    RELIEFS_NEED,
    RELIEFS_RISING,
    RELIEFS_SAID,
    exercise_words,
    gauge,
    points,
    relief_name,
    relief_words,
)
from tui.analysis.effects import Effects, effects_of, last_days
from tui.analysis.effects_view import EffectsView
from tui.dashboard.feedback_screen import FeedbackScreen

TODAY = A_SUNDAY.date()
SIZES = {"120x40": (120, 40), "80x24": (80, 24)}
NAMES = {
    "pelvic-tilt": "Pelvic tilt",
    "partial-curl": "Partial curl",
    "bird-dog": "Bird dog",
    "cat": "Cat camel",
}

NOTHING = Effects((), (), {})

EARLY = Effects(
    (
        ExerciseEffect("cat", 3, 0.3, None, ExerciseVerdict.NOT_ENOUGH),
        ExerciseEffect("x", 0, None, None, ExerciseVerdict.NOT_ENOUGH),
    ),
    (ReliefEffect("heat", 2, 0, None, None, ReliefVerdict.NOT_ENOUGH),),
    NAMES,
)

ORDINARY = Effects(
    (
        ExerciseEffect("bird-dog", 12, 0.5, (-0.3, 1.3), ExerciseVerdict.UNCLEAR),
        ExerciseEffect("pelvic-tilt", 22, 0.14, (-0.31, 0.58), ExerciseVerdict.NO_SIGN),
        ExerciseEffect("cat", 22, -0.3, (-0.7, 0.1), ExerciseVerdict.NO_SIGN),
        ExerciseEffect("partial-curl", 5, 0.3, None, ExerciseVerdict.NOT_ENOUGH),
    ),
    (
        ReliefEffect("heat", 14, 12, -0.4, (-1.5, 0.7), ReliefVerdict.UNCLEAR),
        ReliefEffect("rest", 30, 25, 0.1, (-0.4, 0.6), ReliefVerdict.NO_SIGN),
        ReliefEffect("medicine", 15, 4, None, None, ReliefVerdict.NOT_ENOUGH),
        ReliefEffect("bath", 3, 1, None, None, ReliefVerdict.NOT_ENOUGH),
    ),
    NAMES,
)

FOUND = Effects(
    (
        ExerciseEffect("partial-curl", 20, 1.12, (0.71, 1.53), ExerciseVerdict.MORE_PAIN),
        *ORDINARY.exercises[:3],
        ExerciseEffect("an-exercise-of-my-own-that-is-gone", 2, 5, None, ExerciseVerdict.NOT_ENOUGH),
    ),
    (
        ReliefEffect("heat", 28, 22, -1.3, (-1.9, -0.7), ReliefVerdict.LESS_PAIN),
        ReliefEffect("walking", 20, 11, -4.2, (-6.0, 3.4), ReliefVerdict.UNCLEAR),
    ),
    NAMES,
)


class Shown(App[str]):
    """The view alone, in the program's looks."""

    CSS_PATH = ROOT / "tui" / "tolerable.tcss"

    def __init__(self, *answers: Effects | None) -> None:
        super().__init__()
        self._answers = list(answers)

    def compose(self) -> ComposeResult:
        yield EffectsView(self._ask, id="effects-view")

    async def _ask(self) -> Effects | None:
        return self._answers.pop(0)

    @property
    def view(self) -> EffectsView:
        return self.query_one(EffectsView)

    def said(self, panel: str) -> str:
        return str(self.query_one(f"#{panel}-effects", Static).render())

    def grid(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())


async def settled(pilot: Pilot[str], app: Shown) -> None:
    await until(pilot, lambda: app.view.effects is not None)
    await pilot.pause()


SENTENCES = {
    EXERCISES_COUNT,
    EXERCISES_SAID,
    RELIEFS_SAID,
    RELIEFS_CARE,
    RELIEFS_NEED,
    RELIEFS_RISING,
    NO_EXERCISES,
    NO_RELIEFS,
}
"""What is as long as it is, and wraps."""

RISEN = Effects(
    (),
    (
        ReliefEffect("rest", 20, 11, 2.0, (1.8, 2.2), ReliefVerdict.NO_LESS_PAIN),
        ReliefEffect("heat", 20, 11, 0.6, (0.4, 0.8), ReliefVerdict.NO_LESS_PAIN),
    ),
    NAMES,
)

STATES = {"nothing": NOTHING, "early": EARLY, "ordinary": ORDINARY, "found": FOUND, "risen": RISEN}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STATES)
async def test_every_line_fits_in_both_sizes_and_one_sentence_warns_of_causes(name: str, size: str) -> None:
    effects, app = STATES[name], Shown(STATES[name])
    async with app.run_test(size=SIZES[size]) as pilot:
        await settled(pilot, app)
        exercises, reliefs = app.said("exercise"), app.said("relief")
        width = app.query_one("#exercise-effects").content_size.width
        for effect in effects.exercises:
            assert exercise_words(effect) in exercises
        for use in effects.reliefs:
            assert relief_words(use) in reliefs
        assert exercises.count(EXERCISES_SAID if effects.exercises else NO_EXERCISES) == 1
        assert reliefs.count(RELIEFS_SAID if effects.reliefs else NO_RELIEFS) == 1
        lines = {*exercises.split("\n"), *reliefs.split("\n")} - SENTENCES
        assert all(cell_len(line) <= width for line in lines)
        panels = [app.query_one(f"#{panel}-effects").region for panel in ("exercise", "relief")]
        assert (panels[0].y == panels[1].y) is (size == "120x40")


@pytest.mark.parametrize("effects", [ORDINARY, FOUND])
async def test_names_gauges_and_counts_stand_in_columns(effects: Effects) -> None:
    app = Shown(effects)
    async with app.run_test(size=SIZES["120x40"]) as pilot:
        await settled(pilot, app)
        head, *lines = app.said("exercise").split("\n")
        assert head.split() == [*GAUGE_HEAD.split(), "ratings"]
        at = head.index(GAUGE_HEAD)
        gauges = {line[at : at + GAUGE] for line in lines if "●" in line}
        wanted = {gauge(e.mean_change, e.interval) for e in effects.exercises if e.interval and e.mean_change}
        assert gauges == wanted
        shown = [line for line in lines if "●" in line]
        assert {len(line) for line in shown} == {len(head)}


async def test_a_small_terminal_reaches_the_end_by_the_arrow_keys(tmp_path: Path) -> None:
    app = Shown(FOUND)
    async with app.run_test(size=SIZES["80x24"]) as pilot:
        await settled(pilot, app)
        app.view.focus_first()
        assert app.view.max_scroll_y > 0
        await pilot.press("end")
        await until(pilot, lambda: app.view.scroll_y == app.view.max_scroll_y)
        await pilot.pause()
        assert RELIEFS_CARE in " ".join(app.grid().replace("│", " ").replace("█", " ").split())


async def test_reading_again_shows_what_is_new_and_a_fault_leaves_what_was_there() -> None:
    app = Shown(EARLY, None, FOUND)
    async with app.run_test(size=SIZES["120x40"]) as pilot:
        await settled(pilot, app)
        before = app.said("exercise")
        await app.view.reload()
        assert app.said("exercise") == before
        await app.view.reload()
        await pilot.pause()
        assert "was followed by more pain: +1.1 points (+0.7 to +1.5)" in app.said("exercise")
        assert "was followed by less pain than comparable moments" in app.said("relief")


async def test_raw_pain_before_and_after_a_relief_is_never_shown() -> None:
    store = in_memory()
    write(store, RELIEF.entries(1))
    found = effects_of(last_days(store, TODAY), {})
    app = Shown(found)
    async with app.run_test(size=SIZES["120x40"]) as pilot:
        await settled(pilot, app)
        (use,) = found.reliefs
        assert use.difference is not None
        assert use.interval is not None
        numbers = points(use.difference, use.interval)
        figures = [line for line in app.said("relief").split("\n") if "points" in line]
        assert [line.strip() for line in figures] == [numbers]


async def test_a_clear_rise_after_a_relief_is_told_with_why_it_may_look_so_and_not_as_no_difference() -> None:
    for effects, risen in ((RISEN, True), (ORDINARY, False), (FOUND, False)):
        app = Shown(effects)
        async with app.run_test(size=SIZES["120x40"]) as pilot:
            await settled(pilot, app)
            said = app.said("relief")
            assert (RELIEFS_RISING in said) is risen
            assert ("  pain fell no further than at comparable moments\n  +2.0 points" in said) is risen
            assert not risen or "no sign" not in said
            assert "more pain" not in said


async def test_what_makes_moments_comparable_is_said_where_they_are_missing_and_what_misleads_where_it_matters() -> (
    None
):
    for effects, said in ((ORDINARY, True), (FOUND, False), (EARLY, False)):
        app = Shown(effects)
        async with app.run_test(size=SIZES["120x40"]) as pilot:
            await settled(pilot, app)
            assert (RELIEFS_NEED in app.said("relief")) is said
            assert (RELIEFS_CARE in app.said("relief")) is (effects is FOUND)


@pytest.mark.parametrize("name", bodies.HOSTILE)
async def test_names_of_any_kind_do_no_harm(name: str) -> None:
    hostile = Effects(
        (
            ExerciseEffect(name, 20, 1.0, (0.5, 1.5), ExerciseVerdict.MORE_PAIN),
            ExerciseEffect("e", 1, 0, None, ExerciseVerdict.NOT_ENOUGH),
        ),
        (ReliefEffect(name, 1, 1, None, None, ReliefVerdict.NOT_ENOUGH),),
        {"e": name},
    )
    app = Shown(hostile)
    async with app.run_test(size=SIZES["80x24"]) as pilot:
        await settled(pilot, app)
        assert not set(app.grid()) & set("\x1b\x07\x00\x9b\u202e\r")
        first = app.said("exercise").split("\n")[1]
        assert cell_len(first) == cell_len(app.said("exercise").split("\n")[0])


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (40, 12), (109, 30), (110, 30), (300, 80)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    app = Shown(FOUND)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        await pilot.press("down", "up", "end")
        assert app.is_running


# Words and gauges


def test_a_gauge_shows_nothing_at_its_middle_and_what_lies_beyond_by_arrows() -> None:
    assert gauge(0.0, (-0.4, 0.4)) == "········├●┤········"
    assert gauge(1.0, (0.4, 1.7)) == "·········│├─●─┤····"
    assert gauge(-5.0, (-9.0, -0.4)) == "●───────┤│·········"
    assert gauge(0.0, (-9.0, 9.0)) == "◂────────●────────▸"
    assert len(GAUGE_HEAD) == GAUGE


@pytest.mark.parametrize("mean", [-1e300, -10, -2.99, 0, 0.2, 3, 10, 1e300])
@pytest.mark.parametrize("reach", [0, 0.1, 1, 7, 1e300])
def test_every_gauge_is_as_wide_and_shows_the_mean(mean: float, reach: float) -> None:
    drawn = gauge(mean, (mean - reach, mean + reach))
    assert len(drawn) == GAUGE
    assert drawn.count("●") == 1


def test_a_change_is_told_with_its_sign_and_none_before_nothing() -> None:
    assert points(-0.04, (-0.96, 0.04)) == "-0.04 points (-1.0 to +0.04)"


@pytest.mark.parametrize(
    ("uses", "pairs", "words"),
    [
        (0, 0, "not enough yet: 8 more uses, rated again when asked"),
        (7, 5, "not enough yet: 1 more use, rated again when asked"),
        (9, 7, "not enough yet: 1 more comparable moment without it"),
        (20, 0, "not enough yet: 8 more comparable moments without it"),
    ],
)
def test_what_is_missing_for_a_relief_is_told(uses: int, pairs: int, words: str) -> None:
    assert relief_words(ReliefEffect("heat", uses, pairs, None, None, ReliefVerdict.NOT_ENOUGH)) == words


@pytest.mark.parametrize(
    ("written", "shown"),
    [("TENS device", "TENS device"), ("heat", "Heat"), ("iPhone walk", "IPhone walk"), ("\x1b", "(no name)")],
)
def test_a_relief_is_named_as_the_person_wrote_it_with_its_first_letter_raised(
    written: str, shown: str
) -> None:
    assert relief_name(ReliefEffect(written, 1, 1, None, None, ReliefVerdict.NOT_ENOUGH)) == shown


def test_a_comparable_moment_is_told_as_what_it_is_and_nobody_is_asked_to_go_without() -> None:
    assert "a rating after which nothing was tried" in RELIEFS_NEED
    assert not {"you", "rate", "use"} & set(RELIEFS_NEED.lower().replace(",", "").split())


# Reading


def write(store: Store, entries: Sequence[object]) -> None:
    store.write(drafts_of(entries))  # type: ignore[arg-type]


def test_what_is_read_are_sessions_ratings_and_reliefs_up_to_today() -> None:
    store = in_memory()
    assert effects_of(last_days(store, TODAY), NAMES) == Effects((), (), NAMES)
    write(store, [*HURTING.entries(1), *RELIEF.entries(1)])
    effects = effects_of(last_days(store, TODAY), NAMES)
    assert [effect.exercise for effect in effects.exercises][:1] == ["partial-curl"]
    assert [effect.verdict for effect in effects.reliefs] == [ReliefVerdict.LESS_PAIN]
    first = effects_of(last_days(store, HURTING.entries(1)[0].day), NAMES)
    assert {effect.ratings for effect in first.exercises} == {1}


async def test_a_session_rated_on_the_dashboard_counts_rating_by_rating(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    async with harness.app.run_test(size=SIZES["120x40"]) as pilot:
        await until(pilot, lambda: harness.is_ready)
        await pilot.press("space")
        await pilot.press("2")
        await pass_time(harness, 42)
        await pilot.press("5")
        await pass_time(harness, 200)
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
        await pilot.press("down", "4", "enter")
        await until(pilot, lambda: len(harness.entries("pain")) == 3)
    effects = exercise_effects(harness.entries())
    assert {effect.exercise: effect.mean_change for effect in effects} == {"tilt": 3, "lift": -1}
