"""`tolerable activity`: note what was done on a day."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from journal.body import MEASURES, Activity
from journal.days import day_of
from journal.record import Draft, Source, from_json
from journal.store import Store
from tui.commands.errors import UsageError
from tui.commands.words import day_words
from tui.context import Context
from tui.when import end_or_now, read_day
from tui.words import said


def run(arguments: Namespace, context: Context) -> int:
    now = context.clock.now()
    about = end_or_now(read_day(arguments.day, now), now)
    activity = _activity(arguments)
    with closing(context.open_journal()) as journal:
        replaced = _typed_before(journal, about.day, activity)
        journal.write([Draft(activity, about.day, about.at, context.clock.zone_name)])
    instead = f" (instead of {said(from_json(Activity.kind, replaced))})" if replaced else ""
    day = day_words(about.day, day_of(now))
    print(f"Saved: {said(activity)}, {day}{instead}. Undo: tolerable undo")
    return 0


def _activity(arguments: Namespace) -> Activity:
    given = {measure: getattr(arguments, measure) for measure in MEASURES}
    if all(value is None for value in given.values()):
        raise UsageError("nothing to note: give one of --steps, --minutes, --sitting, --load")
    return Activity(**given, note=arguments.note)


def _typed_before(journal: Store, day: date, activity: Activity) -> dict[str, float]:
    """The values typed for the day until now that the new ones take the place of."""
    return {
        measure: before
        for row in journal.days(since=day, until=day)
        for measure in activity.values()
        if row.sources.get(measure) == Source.TYPED and (before := row.activity[measure]) is not None
    }
