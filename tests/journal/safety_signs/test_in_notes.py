"""Words in notes that the safety card speaks of, and what denies them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.safety_signs.in_notes import signs_in
from journal.safety_signs.vocabulary import WORDS, Sign

SAID = {
    Sign.SADDLE: [
        "Numb between my thighs",
        "numbness: between the legs",
        "NUMBNESS IN THE SADDLE AREA",
        "pins-and-needles around the genitals",
        "I can’t feel my private parts",
        "no feeling between my thighs",
        "no pain but numb between the thighs",
        "No sleep, numb between my legs",
    ],
    Sign.BLADDER: [
        "trouble with my bladder",
        "can't control my bladder",
        "no control of my bladder",
        "could not hold my urine",
        "wet myself on the stairs",
        "incontinence again",
    ],
    Sign.BOWEL: ["lost control of the bowels", "I soiled myself"],
    Sign.BOTH_LEGS: [
        "pain in both legs",
        "tingling, both legs",
        "both of my legs hurt",
        "it goes down both legs",
        "both feet numb",
    ],
    Sign.WEAKNESS: [
        "Weakness since Monday",
        "my legs gave way",
        "a weak foot",
        "foot-drop",
        "no numbness in my legs, weak foot since Monday",
        "no pain and weak legs today",
    ],
    Sign.ACCIDENT: ["had a car accident", "fell down the stairs"],
    Sign.FEVER: ["fever, 38.5", "without my pills I had fever", "feverish", "no weakness.\nfever"],
}

DENIED = [
    "no numbness",
    "No numbness, weakness or fever.",
    "no numbness, weakness, fever",
    "no numbness, no weakness, no fever",
    "I don't have any numbness between the thighs",
    "I dont have numbness between the thighs",
    "no signs of weakness in the left leg",
    "no longer numb between my thighs",
    "no bladder problems",
    "no trouble with bladder or bowels",
    "never had weakness",
    "did not notice weakness",
    "no back pain or fever",
    "pain in the back, not in both legs",
    "without any tingling in both legs",
    "no accident",
    "Fever? No.",
    "fever: none",
    "fever - no",
]

SOMETHING_ELSE = [
    "",
    "hay fever",
    "stretched both legs",
    "both legs fine",
    "numb toe",
    "weak coffee on the weekend",
    "lifted it by accident",
    "feverfew tea",
    "accidental",
    "unnumbered; between the thighs of a chair",
    "new bike saddle, numb hands",
]


@pytest.mark.parametrize(("sign", "note"), [(sign, note) for sign, notes in SAID.items() for note in notes])
def test_a_note_that_speaks_of_a_sign_is_heard(sign: Sign, note: str) -> None:
    assert sign in signs_in(note)
    assert sign in signs_in(f"A long walk. {note}! Slept well.")


@pytest.mark.parametrize("note", DENIED)
def test_what_is_denied_is_no_sign(note: str) -> None:
    assert signs_in(note) == frozenset()
    assert signs_in(note.upper()) == frozenset()


@pytest.mark.parametrize("note", SOMETHING_ELSE)
def test_words_that_mean_something_else_are_no_sign(note: str) -> None:
    assert signs_in(note) == frozenset()


def test_two_things_make_a_sign_only_within_one_sentence() -> None:
    assert signs_in("numb fingers. hair between the thighs of the cat") == frozenset()
    assert signs_in("numb fingers\nboth legs tired") == frozenset()


def test_several_signs_are_all_heard() -> None:
    assert signs_in("fever, and both legs feel weak") == {Sign.FEVER, Sign.BOTH_LEGS, Sign.WEAKNESS}


@pytest.mark.parametrize("sign", WORDS)
def test_every_row_of_the_list_is_heard_by_its_first_words(sign: Sign) -> None:
    for row in WORDS[sign]:
        assert sign in signs_in(" ".join(column[0] for column in row))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert signs_in(text) <= set(Sign)


@pytest.mark.parametrize(
    "part", ["no fever, ", "fever or ", "or fever ", "can not ", "a-", "not ", "[/]\x1b\x00"]
)
def test_a_very_long_note_takes_no_longer_than_it_is_long(part: str) -> None:
    assert signs_in(part * 20_000 + ". fever") == {Sign.FEVER}
