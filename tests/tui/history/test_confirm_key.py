"""A key that counts only when it is pressed twice for the same thing."""

from tui.history.confirm_key import KEY_REPEAT_GUARD, ConfirmKey


def test_only_the_second_press_for_the_same_thing_counts() -> None:
    key = ConfirmKey()
    assert [key.press("a", 0), key.press("b", 1), key.press("b", 2)] == [False, False, True]


def test_something_else_between_makes_the_next_press_a_first_one() -> None:
    key = ConfirmKey()
    key.press("a", 0)
    key.forget()
    assert not key.press("a", 1)
    assert key.press("a", 2)


def test_a_key_that_is_held_down_counts_once() -> None:
    key = ConfirmKey()
    presses = [key.press(thing, 0.03 * n) for n, thing in enumerate("aabbccddee" * 10)]
    assert presses.count(True) == 1
    later = 0.03 * len(presses) + KEY_REPEAT_GUARD
    assert [key.press("f", later), key.press("f", later + 0.1)] == [False, True]
