import uuid
from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from journal.ids import RANDOM_BITS, Ids, is_id

moments = st.integers(0, 2**47)
chances = st.integers(0, 2**RANDOM_BITS - 1)


def ids(ms: Callable[[], int], chance: int = 0) -> Ids:
    return Ids(now_ms=ms, random_bits=lambda bits: chance % 2**bits)


def ticking(times: list[int]) -> Iterator[int]:
    yield from times


@given(moments, chances)
def test_an_id_is_a_uuid_of_version_7_that_holds_the_moment(ms: int, chance: int) -> None:
    text = ids(lambda: ms, chance)()
    read = uuid.UUID(text)
    assert str(read) == text
    assert (read.version, read.variant) == (7, uuid.RFC_4122)
    assert read.int >> 80 == ms
    assert is_id(text)


@given(st.lists(moments, min_size=2, max_size=30), chances)
def test_ids_grow_even_when_the_clock_runs_backwards(times: list[int], chance: int) -> None:
    clock = ticking(times)
    make = ids(lambda: next(clock), chance)
    made = [make() for _ in times]
    assert made == sorted(set(made))


@given(moments, moments, chances)
def test_an_id_is_greater_than_the_one_it_must_come_after(ms: int, other: int, chance: int) -> None:
    after = ids(lambda: other, chance)()
    assert ids(lambda: ms)(after=after) > after


def test_the_counter_carries_over_into_the_moment_when_the_random_part_is_used_up() -> None:
    full = ids(lambda: 5, 2**RANDOM_BITS - 1)()
    following = ids(lambda: 5)(after=full)
    assert following > full
    assert is_id(following)


def test_what_is_no_uuid_of_version_7_is_no_id() -> None:
    assert not is_id("")
    assert not is_id("00000000-0000-4000-8000-000000000000")
    assert not is_id("00000000-0000-7000-8000-00000000000G")
