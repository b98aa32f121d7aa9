"""Every word that a command takes comes back as it was given, and all that a journal holds can be told."""

from contextlib import closing

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.observations import BOUTS, MEASURES, BodySide, Doing, Posture, Quality, Site, Skipped
from journal.record import Body, Draft
from tests.fakes import CommandLine
from tests.journal.samples import bodies

numbers = st.none() | st.integers(0, 10)
minutes = st.none() | st.integers(0, 1440)
tags = st.lists(st.sampled_from(["stairs", "long drive", "ünder", "腰"]), max_size=3, unique=True)
texts = st.text().filter(str.strip)


def options(values: dict[str, object]) -> list[str]:
    """The options that say these values; a list is an option given again, None one not given."""
    given = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return [f"--{name}={one}" for name, ones in given.items() for one in ones if one is not None]


def some(words: type[Site | Quality | Doing]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([str(word) for word in words]), max_size=3, unique=True)


wellbeing = dict.fromkeys(("mood", "stress", "sleep", "stiffness"), numbers)
given_often = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)


@given(
    nrs=st.integers(0, 10),
    said=st.fixed_dictionaries(
        {
            "site": some(Site),
            "side": st.none() | st.sampled_from([str(side) for side in BodySide]),
            "quality": some(Quality),
            "interference": numbers,
            "tag": tags,
            "note": st.text(),
            **wellbeing,
        }
    ),
)
@given_often
def test_every_word_about_pain_comes_back(tolerable: CommandLine, nrs: int, said: dict[str, object]) -> None:
    assert tolerable("log", str(nrs), *options(said)).status == 0
    body = tolerable("history", "--json").json[-1]["body"]
    names = {"site": "sites", "quality": "qualities", "tag": "tags"}
    assert {name: body[names.get(name, name)] for name in said} == said
    assert body["nrs"] == nrs


@given(
    said=st.fixed_dictionaries(
        {
            "steps": st.integers(0, int(MEASURES["steps"])),
            "minutes": minutes,
            "sitting": minutes,
            "load": numbers,
            "longest-active": minutes,
            "longest-sitting": minutes,
            "doing": some(Doing),
            "tag": tags,
            "note": st.text(),
        }
    ),
    basis=st.sampled_from([None, "measured", "felt"]),
)
@given_often
def test_every_word_about_activity_comes_back(
    tolerable: CommandLine, said: dict[str, object], basis: str | None
) -> None:
    way = [f"--{basis}"] if basis else []
    assert tolerable("activity", *options(said), *way).status == 0
    body = tolerable("history", "--kind", "activity", "--json").json[-1]["body"]
    names = dict(zip(("steps", "minutes", "sitting", "load", "longest-active", "longest-sitting"),
                     (*MEASURES, *BOUTS), strict=True)) | {"tag": "tags"}  # fmt: skip
    assert {name: body[names.get(name, name)] for name in said} == said
    assert body["basis"] == basis


@given(
    means=st.sampled_from(["heat", "hot bath", "-ibuprofen", "腰", "[/]"]),
    said=st.fixed_dictionaries(
        {"before": numbers, "after": numbers, "effect": minutes, "tag": tags, "note": st.text()}
    ),
)
@given_often
def test_every_word_about_relief_comes_back(
    tolerable: CommandLine, means: str, said: dict[str, object]
) -> None:
    assert tolerable("relief", *options(said), "--", means).status == 0
    body = tolerable("history", "--json").json[-1]["body"]
    names = {"effect": "effect_minutes", "tag": "tags"}
    assert {name: body[names.get(name, name)] for name in said} == said
    assert body["means"] == means


@given(
    posture=st.sampled_from(Posture),
    said=st.fixed_dictionaries({"comfortable": minutes, "tag": tags, "note": st.text()}),
)
@given_often
def test_every_word_about_a_position_comes_back(
    tolerable: CommandLine, posture: Posture, said: dict[str, object]
) -> None:
    assert tolerable("position", str(posture), *options(said)).status == 0
    body = tolerable("history", "--json").json[-1]["body"]
    names = {"comfortable": "comfortable_minutes", "tag": "tags"}
    assert {name: body[names.get(name, name)] for name in said} == said


@given(text=texts, said=st.fixed_dictionaries({**wellbeing, "tag": tags}))
@given_often
def test_every_word_of_a_note_comes_back(tolerable: CommandLine, text: str, said: dict[str, object]) -> None:
    assert tolerable("note", *options(said), "--", text).status == 0
    body = tolerable("history", "--json").json[-1]["body"]
    assert {name: body[{"tag": "tags"}.get(name, name)] for name in said} == said
    assert body["note"] == text
    assert all(line.isprintable() for line in tolerable("history").out.split("\n"))


@given(
    what=st.sampled_from(Skipped),
    said=st.fixed_dictionaries(
        {"reason": st.sampled_from(["", "tired", "no time", "腰"]), "tag": tags, "note": st.text()}
    ),
)
@given_often
def test_every_word_about_a_skip_comes_back(
    tolerable: CommandLine, what: Skipped, said: dict[str, object]
) -> None:
    assert tolerable("skip", str(what), *options(said)).status == 0
    body = tolerable("history", "--json").json[-1]["body"]
    assert {name: body[{"tag": "tags"}.get(name, name)] for name in said} == said
    assert body["what"] == what


@given(body=bodies)
@given_often
def test_all_that_a_journal_holds_is_told_in_printable_lines(tolerable: CommandLine, body: Body) -> None:
    now = tolerable.clock.now()
    with closing(tolerable.context().open_journal()) as journal:
        journal.write([Draft(body, now.date(), now, tolerable.clock.zone_name)])
    for command in (("history",), ("history", "--kind", "set"), ("today",), ("status",), ("undo",)):
        said = tolerable(*command)
        assert (said.status, said.err) == (0, "")
        assert all(line.isprintable() for line in said.out.split("\n"))
