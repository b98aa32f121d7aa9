"""What an import would change: bringing the same file in again changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.record import Body, Draft, Entry, Pain, Recall, Source
from journal.store import records

Key = tuple[str, date, Source, Recall | None]
"""An import speaks once of each of these."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would write: its drafts, of which `new` say something that nothing was known of.

    `changed` are the days whose value would become another, with both; `same` is the number of values that
    are known already.
    """

    drafts: tuple[Draft, ...]
    changed: tuple[tuple[date, Body, Body], ...]
    same: int

    @property
    def new(self) -> int:
        """How many drafts begin an entry."""
        return len(self.drafts) - len(self.changed)


def compare(current: Iterable[Entry], drafts: Sequence[Draft]) -> Comparison:
    """Set the drafts of an import against what the journal holds now. Of two for one day, the later counts."""
    held = {_key(entry): entry for entry in current}
    wanted = {_key(draft): replace(draft, body=records.clean(draft.body)) for draft in drafts}
    writing, changed = [], []
    for key, draft in wanted.items():
        before = held.get(key)
        if before is None:
            writing.append(draft)
        elif before.body != draft.body:
            writing.append(replace(draft, entry=before.id))
            changed.append((draft.day, before.body, draft.body))
    return Comparison(tuple(writing), tuple(changed), len(wanted) - len(writing))


def _key(item: Entry | Draft) -> Key:
    body = item.body
    return body.kind, item.day, item.source, body.recall if isinstance(body, Pain) else None
