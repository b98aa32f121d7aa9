"""What followed: the exercises, and beside them what is used against the pain."""

from collections.abc import Awaitable, Callable, Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from journal.effects.exercises import ExerciseEffect, ExerciseVerdict
from journal.effects.paired import Interval
from journal.effects.reliefs import ReliefEffect, ReliefVerdict
from tui.analysis.effect_words import (
    EXERCISES_COUNT,
    EXERCISES_SAID,
    GAUGE_HEAD,
    IN_BRACKETS,
    NO_EXERCISES,
    NO_RELIEFS,
    RELIEFS_CARE,
    RELIEFS_NEED,
    RELIEFS_RISING,
    RELIEFS_SAID,
    exercise_name,
    exercise_words,
    gauge,
    points,
    relief_name,
    relief_words,
)
from tui.analysis.effects import DAYS, Effects

SIDE_BY_SIDE = 110
"""From so many columns on, both panels stand beside each other."""

NAME = 22
"""Columns of a name; a longer one ends in an ellipsis."""

MUTED = "dim"


class EffectsView(VerticalScroll):
    """Reads by `ask` what followed, and shows it in two panels when it comes; None of it leaves what was there."""

    DEFAULT_CSS = """
    EffectsView { layout: vertical; height: 1fr; scrollbar-size-vertical: 1; scrollbar-background: $surface; }
    EffectsView.-wide { layout: horizontal; }
    EffectsView Static {
        width: 1fr;
        height: auto;
        border: round $primary 50%;
        border-title-color: $text-accent;
        border-subtitle-color: $text-muted;
        padding: 0 1;
        background: $background;
    }
    EffectsView.-wide Static { min-height: 100%; }
    EffectsView:focus Static { border: round $accent; }
    """

    effects: var[Effects | None] = var(None, init=False)

    def __init__(
        self,
        ask: Callable[[], Awaitable[Effects | None]],
        *,
        id: str | None = None,  # noqa: A002 - as Textual has it
    ) -> None:
        super().__init__(id=id)
        self._ask = ask

    def compose(self) -> ComposeResult:
        yield Static(id="exercise-effects", markup=False)
        yield Static(id="relief-effects", markup=False)

    def on_mount(self) -> None:
        exercises, reliefs = self.query("Static").results(Static)
        exercises.border_title = Content("After exercises")
        reliefs.border_title = Content("After relief")
        exercises.border_subtitle = Content(f"the last {DAYS} days")
        self.run_worker(self.reload(), group="effects", exclusive=True)

    def on_resize(self) -> None:
        self.set_class(self.size.width >= SIDE_BY_SIDE, "-wide")

    async def reload(self) -> None:
        """Read what followed."""
        effects = await self._ask()
        if effects is not None and self.is_attached:
            self.effects = effects

    def watch_effects(self, effects: Effects | None) -> None:
        if effects is not None:
            shown = {"exercise-effects": of_exercises(effects), "relief-effects": of_reliefs(effects)}
            for name, lines in shown.items():
                self.query_one(f"#{name}", Static).update(Content("\n").join(lines))

    def focus_first(self) -> None:
        """Take the keys."""
        self.focus()


def of_exercises(effects: Effects) -> Iterator[Content]:
    """The lines about exercises."""
    if not effects.exercises:
        yield Content(NO_EXERCISES)
        return
    known = [effect for effect in effects.exercises if effect.interval is not None]
    yield from _scale("ratings") if known else ()
    for effect in effects.exercises:
        yield from _exercise(effect, exercise_name(effect, effects.names))
    some_missing = any(effect.missing for effect in effects.exercises)
    yield from _sentences(
        EXERCISES_COUNT if some_missing else "", IN_BRACKETS if known else "", EXERCISES_SAID
    )


def _exercise(effect: ExerciseEffect, name: str) -> Iterator[Content]:
    words = exercise_words(effect)
    if effect.mean_change is None or effect.interval is None:
        yield _missing(name, words)
    else:
        found = effect.verdict is ExerciseVerdict.MORE_PAIN
        yield _measured(name, effect.mean_change, effect.interval, effect.ratings, found=found)
        yield Content(f"  {words}: {points(effect.mean_change, effect.interval)}")


def of_reliefs(effects: Effects) -> Iterator[Content]:
    """The lines about reliefs."""
    if not effects.reliefs:
        yield Content(NO_RELIEFS)
        return
    known = [effect for effect in effects.reliefs if effect.interval is not None]
    yield from _scale("pairs") if known else ()
    for effect in effects.reliefs:
        yield from _relief(effect)
    need = any(effect.missing_moments and not effect.missing_uses for effect in effects.reliefs)
    verdicts = {effect.verdict for effect in effects.reliefs}
    yield from _sentences(
        IN_BRACKETS if known else "",
        RELIEFS_SAID,
        RELIEFS_CARE if ReliefVerdict.LESS_PAIN in verdicts else "",
        RELIEFS_RISING if ReliefVerdict.NO_LESS_PAIN in verdicts else "",
        RELIEFS_NEED if need else "",
    )


def _relief(effect: ReliefEffect) -> Iterator[Content]:
    name, words = relief_name(effect), relief_words(effect)
    if effect.difference is None or effect.interval is None:
        yield Content(name)
        yield Content.styled(f"  {words}", MUTED)
    else:
        found = effect.verdict is ReliefVerdict.LESS_PAIN
        yield _measured(name, effect.difference, effect.interval, effect.pairs, found=found)
        yield Content(f"  {words}")
        yield Content(f"  {points(effect.difference, effect.interval)}")


def _scale(what: str) -> Iterator[Content]:
    """What the columns are, over them."""
    yield Content.styled(f"{'':{NAME}} {GAUGE_HEAD} {what:>7}", MUTED)


def _measured(name: str, mean: float, interval: Interval, count: int, *, found: bool) -> Content:
    """A name, its gauge, and of how much it is made."""
    shown = _name(name).stylize("bold") if found else _name(name)
    return Content.assemble(shown, " ", (gauge(mean, interval), "$text-accent"), f" {count:>7}")


def _missing(name: str, words: str) -> Content:
    return Content.assemble(_name(name), " ", (words, MUTED))


def _name(name: str) -> Content:
    """As wide as the column of the names."""
    return Content(name).truncate(NAME, ellipsis=True, pad=True)


def _sentences(*sentences: str) -> Iterator[Content]:
    """What holds for all of it, below."""
    for sentence in filter(None, sentences):
        yield Content("")
        yield Content.styled(sentence, MUTED)
