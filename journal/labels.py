"""Labels to find an entry by, besides its day, kind and note."""

from collections.abc import Iterator
from enum import StrEnum

from journal.observations import Activity, Pain, Position, Relief, Skip
from journal.record import Body, SessionRun, SetRun

Label = tuple[str, str]
"""A facet and one of its words."""


class Facet(StrEnum):
    """Category of a label."""

    TAG = "tag"
    SITE = "site"
    QUALITY = "quality"
    DOING = "doing"
    MEANS = "means"
    POSTURE = "posture"
    REASON = "reason"
    ROUTINE = "routine"
    SESSION = "session"


def labels(body: Body) -> frozenset[Label]:
    """Return the labels of a body."""
    return frozenset((facet.value, str(word)) for facet, word in _labels(body) if word)


def _labels(body: Body) -> Iterator[tuple[Facet, str]]:
    yield from ((Facet.TAG, tag) for tag in getattr(body, "tags", ()))
    match body:
        case Pain():
            yield Facet.SESSION, body.session or ""
            yield from ((Facet.SITE, site) for site in body.sites)
            yield from ((Facet.QUALITY, quality) for quality in body.qualities)
        case Activity():
            yield from ((Facet.DOING, doing) for doing in body.doing)
        case Relief():
            yield Facet.MEANS, body.means
        case Position():
            yield Facet.POSTURE, body.posture
        case Skip():
            yield Facet.REASON, body.reason
        case SessionRun():
            yield Facet.ROUTINE, body.routine
        case SetRun():
            yield Facet.SESSION, body.session
