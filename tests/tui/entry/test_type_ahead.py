from textual.events import Key, Paste

from tui.entry.type_ahead import TypeAhead


def test_keys_pass_until_something_is_waited_for() -> None:
    assert not TypeAhead().capture(Key("4", "4"))


def test_what_is_typed_ahead_is_handed_on_in_order_and_once() -> None:
    ahead = TypeAhead()
    ahead.hold()
    typed = [Key("4", "4"), Paste("a note"), Key("enter", None)]
    assert [ahead.capture(event) for event in typed] == [True, True, True]
    assert ahead.next() is None
    ahead.release()
    assert [ahead.next() for _ in typed] == typed
    assert ahead.next() is None
    assert not ahead.capture(Key("4", "4"))


def test_a_key_waits_behind_those_that_wait_already() -> None:
    ahead = TypeAhead()
    ahead.hold()
    ahead.capture(Key("4", "4"))
    ahead.release()
    assert ahead.capture(Key("enter", None))


def test_what_comes_too_late_for_its_reason_lets_nothing_go() -> None:
    ahead = TypeAhead()
    first, second = ahead.hold(), ahead.hold()
    assert ahead.capture(Key("4", "4"))
    ahead.release(first)
    assert ahead.next() is None
    ahead.release(second)
    assert ahead.next() is not None


def test_what_a_widget_hands_up_is_not_held() -> None:
    ahead = TypeAhead()
    ahead.hold()
    event = Key("4", "4")
    event._set_forwarded()
    assert not ahead.capture(event)
