"""The forms in which something is noted: by the request for them, and by the kind of entry that is changed in them."""

from collections.abc import Mapping

from journal.observations import Activity, Note, Pain, Position, Relief, Skip
from journal.record import Entry
from tui.entry.activity import ActivityScreen
from tui.entry.evening import EveningScreen
from tui.entry.form import EntryForm
from tui.entry.note import NoteScreen
from tui.entry.pain import PainScreen
from tui.entry.position import PositionScreen
from tui.entry.relief import ReliefScreen

Form = type[EntryForm]
"""Makes the form of what it was asked with (`Asked`)."""

FORMS: Mapping[str, Form] = {
    form.NAME: form
    for form in (PainScreen, ActivityScreen, ReliefScreen, PositionScreen, NoteScreen, EveningScreen)
}
"""The forms by the commands of `tui.keys` that ask for them."""

EDITORS: Mapping[str, Form] = {
    Pain.kind: PainScreen,
    Activity.kind: ActivityScreen,
    Relief.kind: ReliefScreen,
    Position.kind: PositionScreen,
    Note.kind: NoteScreen,
    Skip.kind: NoteScreen,
}


def form_for(entry: Entry) -> Form | None:
    """The form in which an entry can be changed; None for what was not noted by hand, such as a session."""
    return EDITORS.get(entry.kind)
