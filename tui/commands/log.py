"""`tolerable log`: note pain."""

from argparse import Namespace
from contextlib import closing
from datetime import datetime

from journal.body import Pain, Recall, Site
from journal.days import day_of
from journal.record import Draft
from tui.commands.words import clock_words, what, when
from tui.context import Context
from tui.when import Moment, end_or_now, read_moment


def run(arguments: Namespace, context: Context) -> int:
    now = context.clock.now()
    recall = Recall(arguments.kind)
    sites = tuple(dict.fromkeys(Site(site) for site in arguments.site or ()))
    pain = Pain(arguments.pain, recall, sites, arguments.note)
    about = _about(arguments.at, recall, now)
    draft = Draft(pain, about.day, about.at, context.clock.zone_name)
    with closing(context.open_journal()) as journal:
        journal.write([draft])
    print(f"Saved: {_saved(draft, now)}. Undo: tolerable undo")
    return 0


def _about(at: str | None, recall: Recall, now: datetime) -> Moment:
    """What the rating is about: a moment, or for an average or a worst the whole of its day."""
    moment = Moment(day_of(now), now) if at is None else read_moment(at, now)
    return moment if recall is Recall.NOW else end_or_now(moment.day, now)


def _saved(draft: Draft, now: datetime) -> str:
    today = day_of(now)
    clock = clock_words(draft, now) if draft.day == today else ""
    return f"{what(draft.body)}, {clock or when(draft, today, now)}"
