"""Compare an import with the journal and write what is new; importing the same file again changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.days import ONE_DAY
from journal.observations import Activity, Pain
from journal.record import Body, Draft, Entry, ImportResult, ImportRun, Record, Source, from_json, to_json
from journal.store import views
from journal.store.query import Query
from journal.store.records import clean_drafts
from journal.store.writer import Writer

Key = tuple[str, date, Source]
"""Topic, day and source: an import has one value for each."""

Spans = list[tuple[str, str]]
"""First and last days, both included."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The drafts that an import would write.

    `changed` lists the days whose value would change, with the values before and after; `confirmed` are the drafts
    whose value the journal has already.
    """

    drafts: tuple[Draft, ...]
    changed: tuple[tuple[date, Body, Body], ...]
    confirmed: tuple[Draft, ...]

    @property
    def new(self) -> int:
        """The number of drafts that begin an entry."""
        return len(self.drafts) - len(self.changed)


def topic(body: Body) -> str:
    """Return the topic of a value: the recall of a rating, the measure of an activity."""
    if isinstance(body, Pain):
        return str(body.recall)
    return "+".join(body.values()) if isinstance(body, Activity) else body.kind


def split_values(drafts: Iterable[Draft]) -> list[Draft]:
    """Split drafts into one for each measure, so that a blank measure changes no other, and clean them.

    Raises RecordError when a value cannot be stored.
    """
    return clean_drafts(part for draft in drafts for part in _split(draft))


def import_values(writer: Writer, values: Sequence[Draft], run: ImportRun) -> ImportResult:
    """Write the new and changed ones of split values as one act, with a mark that names the import."""
    comparison = compare(_held(writer, values), values)
    act = None
    if comparison.drafts:
        mark = writer.bookkeeping(
            replace(run, confirmed=spans(comparison.confirmed)), source=values[0].source
        )
        act = writer.append([*comparison.drafts, *clean_drafts([mark])])[0].act
    return _result(comparison, act)


def preview_import(writer: Writer, values: Sequence[Draft]) -> ImportResult:
    """Return what `import_values` would do."""
    return _result(compare(_held(writer, values), values), None)


def _result(comparison: Comparison, act: str | None) -> ImportResult:
    return ImportResult(act, comparison.new, comparison.changed, len(comparison.confirmed))


def _held(writer: Writer, drafts: Sequence[Draft]) -> list[Entry]:
    """Read the current entries that these drafts could revise or confirm."""
    days = [draft.day for draft in drafts]
    kinds = {draft.body.kind for draft in drafts}
    query = Query(min(days, default=None), max(days, default=None), kinds)
    return views.read_entries(writer.connection, writer.report, query)


def _split(draft: Draft) -> Iterator[Draft]:
    body = draft.body
    if not isinstance(body, Activity):
        yield draft
        return
    for measure, value in body.values().items():
        alone = {**to_json(body), **dict.fromkeys(body.values()), measure: value}
        yield replace(draft, body=from_json(body.kind, alone))


def compare(current: Iterable[Entry], wanted: Sequence[Draft]) -> Comparison:
    """Compare the values of an import with the current entries. Of two values for one day, the later counts."""
    held = {_key(entry): entry for entry in current}
    drafts, changed, confirmed = [], [], []
    for key, draft in {_key(draft): draft for draft in wanted}.items():
        before = held.get(key)
        if before is None:
            drafts.append(draft)
        elif before.body == draft.body:
            confirmed.append(draft)
        else:
            drafts.append(replace(draft, entry=before.id))
            changed.append((draft.day, before.body, draft.body))
    return Comparison(tuple(drafts), tuple(changed), tuple(confirmed))


def _key(item: Entry | Draft) -> Key:
    return topic(item.body), item.day, item.source


def spans(drafts: Iterable[Draft]) -> Mapping[str, Spans]:
    """Return the days of the drafts by topic, with consecutive days as one span."""
    days: dict[str, list[date]] = defaultdict(list)
    for draft in drafts:
        days[topic(draft.body)].append(draft.day)
    return {about: _spans(sorted(on)) for about, on in days.items()}


def confirms(run: ImportRun, item: Entry | Record) -> bool:
    """Whether an import confirmed the value of this item, which is of the import's source."""
    day = item.day.isoformat()
    return any(first <= day <= last for first, last in run.confirmed.get(topic(item.body), ()))


def _spans(days: Sequence[date]) -> Spans:
    firsts = [day for before, day in zip([None, *days[:-1]], days, strict=True) if before != day - ONE_DAY]
    lasts = [day for day, after in zip(days, [*days[1:], None], strict=True) if after != day + ONE_DAY]
    return [(first.isoformat(), last.isoformat()) for first, last in zip(firsts, lasts, strict=True)]
