"""The routine as it is to be done today."""

from contextlib import closing

from routines.files.loader import load_library
from tests.journal import samples as making
from tui.settings.settings import Settings
from tui.today.snapshot import TodaysRoutine, read_todays_routine

ARTICLE = load_library().routines["article"]


def today(settings: Settings) -> TodaysRoutine:
    with closing(making.in_memory()) as store:
        found = read_todays_routine(store, ARTICLE, settings, making.DAY)
    assert found is not None
    return found


def test_what_is_put_off_names_no_alternative_that_the_settings_leave_out() -> None:
    put_off = today(Settings(leave_out=("draw-in",))).without(["partial-curl"]).left_out
    assert {one.exercise.id: one.instead for one in put_off} == {
        "draw-in": "Draw your navel in the same way on hands and knees.",
        "partial-curl": "Draw your navel in on hands and knees.",
    }
