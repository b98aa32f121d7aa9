"""The table of commands, and keys that a person changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys import BY_NAME, COMMANDS, DEFAULT_KEYMAP, KeyFaultError, Keymap, read_key, read_keymap


def test_no_two_commands_share_a_name() -> None:
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("name", BY_NAME)
def test_no_two_commands_share_a_key_in_the_same_moment(name: str) -> None:
    assert list(DEFAULT_KEYMAP.clashes(name)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("?", "question_mark"),
        (",", "comma"),
        (" F2 ", "f2"),
        ("esc", "escape"),
        ("Page Down", "pagedown"),
        ("ctrl+k", "ctrl+k"),
        ("space", "space"),
    ],
)
def test_a_key_is_read_as_a_person_types_it(text: str, key: str) -> None:
    assert read_key(text) == key


@pytest.mark.parametrize("text", ["", "5", "pp", "ctrl+c", "ctrl+q", "f13", "[/]", "ä", "shift", "\x1b"])
def test_a_key_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(KeyFaultError):
        read_key(text)


def test_a_changed_key_is_named_in_every_hint() -> None:
    keymap = Keymap().with_key("undo", "z")
    assert keymap.hint("undo", "undo") == "z: undo"
    assert keymap.hints(("undo", "undo"), ("help", "keys")) == "z: undo · ?: keys"
    assert DEFAULT_KEYMAP.hint("undo", "undo") == "u: undo"


def test_a_key_of_another_command_is_refused_and_that_command_named() -> None:
    with pytest.raises(KeyFaultError, match=r"a is already the key of activity"):
        Keymap().with_key("pain", "a")


def test_commands_of_different_moments_may_share_a_key() -> None:
    assert Keymap().with_key("keep", "n").key("keep") == "n"  # `next` exists only in a session


def test_the_keys_of_a_presenter_stay_when_the_letter_changes() -> None:
    assert Keymap().with_key("next", "y").keys("next") == ("y", "pagedown")


def test_two_commands_can_swap_their_keys() -> None:
    keymap, faults = read_keymap({"pain": "a", "activity": "p"})
    assert (keymap.key("pain"), keymap.key("activity"), faults) == ("a", "p", ())


def test_of_two_choices_that_clash_the_later_keeps_its_default() -> None:
    keymap, faults = read_keymap({"pain": "y", "activity": "y", "nothing": "q", "undo": "5"})
    assert (keymap.key("pain"), keymap.key("activity"), keymap.key("undo")) == ("y", "a", "u")
    assert [name for name, _ in faults] == ["nothing", "undo", "activity"]


@given(
    st.dictionaries(st.sampled_from(sorted(BY_NAME)), st.sampled_from("abcdxyzpnu?,") | st.text(max_size=3))
)
def test_whatever_is_chosen_no_two_keys_clash(chosen: dict[str, str]) -> None:
    keymap, faults = read_keymap(chosen)
    assert [name for name in BY_NAME if list(keymap.clashes(name))] == []
    assert set(keymap.chosen) | {name for name, _ in faults} == set(chosen)
