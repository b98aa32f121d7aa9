"""What an import would change: bringing the same file in again changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.days import ONE_DAY
from journal.observations import Activity, Pain
from journal.record import Body, Draft, Entry, ImportRun, Record, Source, from_json, to_json
from journal.store.records import cleaned

Key = tuple[str, date, Source]
"""Topic, day and source: an import speaks once of each."""

Spans = list[tuple[str, str]]
"""First and last days, both included."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would write: its drafts, of which `new` say something that nothing was known of.

    `changed` are the days whose value would become another, with both; `confirmed` are the drafts whose value
    is known already.
    """

    drafts: tuple[Draft, ...]
    changed: tuple[tuple[date, Body, Body], ...]
    confirmed: tuple[Draft, ...]

    @property
    def new(self) -> int:
        """How many drafts begin an entry."""
        return len(self.drafts) - len(self.changed)


def topic(body: Body) -> str:
    """What a value is about: the recall of a rating, the measure of an activity."""
    if isinstance(body, Pain):
        return str(body.recall)
    return "+".join(body.values()) if isinstance(body, Activity) else body.kind


def values(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts as they are kept: one for each measure, so that what is left blank says nothing of the others.

    Raises RecordError when one cannot be kept.
    """
    return cleaned(one for draft in drafts for one in _one_by_one(draft))


def _one_by_one(draft: Draft) -> Iterator[Draft]:
    body = draft.body
    if not isinstance(body, Activity):
        yield draft
        return
    for measure, value in body.values().items():
        alone = {**to_json(body), **dict.fromkeys(body.values()), measure: value}
        yield replace(draft, body=from_json(body.kind, alone))


def compare(current: Iterable[Entry], wanted: Sequence[Draft]) -> Comparison:
    """Set the values of an import against what the journal holds now. Of two for one day, the later counts."""
    held = {_key(entry): entry for entry in current}
    writing, changed, confirmed = [], [], []
    for key, draft in {_key(draft): draft for draft in wanted}.items():
        before = held.get(key)
        if before is None:
            writing.append(draft)
        elif before.body == draft.body:
            confirmed.append(draft)
        else:
            writing.append(replace(draft, entry=before.id))
            changed.append((draft.day, before.body, draft.body))
    return Comparison(tuple(writing), tuple(changed), tuple(confirmed))


def _key(item: Entry | Draft) -> Key:
    return topic(item.body), item.day, item.source


def spans(drafts: Iterable[Draft]) -> Mapping[str, Spans]:
    """The days of the drafts by topic, those that follow each other as one span."""
    days: dict[str, list[date]] = defaultdict(list)
    for draft in drafts:
        days[topic(draft.body)].append(draft.day)
    return {about: _spans(sorted(on)) for about, on in days.items()}


def confirms(run: ImportRun, item: Entry | Record) -> bool:
    """Whether an import said what this says, when it was known already; `item` is of the import's source."""
    day = item.day.isoformat()
    return any(first <= day <= last for first, last in run.confirmed.get(topic(item.body), ()))


def _spans(days: Sequence[date]) -> Spans:
    firsts = [day for before, day in zip([None, *days[:-1]], days, strict=True) if before != day - ONE_DAY]
    lasts = [day for day, after in zip(days, [*days[1:], None], strict=True) if after != day + ONE_DAY]
    return [(first.isoformat(), last.isoformat()) for first, last in zip(firsts, lasts, strict=True)]
