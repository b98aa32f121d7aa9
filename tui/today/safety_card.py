"""The safety card as lines: it scores nothing and reassures nobody; it only names."""

from collections.abc import Iterator

NOW = (
    "numbness or pins and needles between the thighs, around the genitals or the back passage",
    "trouble starting, stopping or feeling your urine, or not knowing that the bladder is full",
    "no control or feeling of the bowels",
    "a change in sexual function",
    "pain, tingling or weakness in both legs, or a leg that is very weak or gets weaker",
    "pain in the chest, or a serious accident before this began",
)

SAME_DAY = ("fever together with back pain", "a foot that has newly become weak")

SOON = (
    "losing weight without trying, a lump, or a change of shape",
    "pain that is worse at night and not eased by rest, or between the shoulder blades",
    "cancer in the past, steroids for a long time, a weak immune system",
    "a first back pain before 20 or after 55",
    "pain that steadily gets worse, or is unlike your usual pain",
)


def card(number: str) -> Iterator[str]:
    """The lines of the card; `number` is the emergency number of the person's settings."""
    yield f"When to get help. Now, an emergency department, or call {number}, if any of these is new or worse:"
    yield from (f"{line}." for line in NOW)
    yield "With weak legs do not drive yourself. The same day, a doctor:"
    yield from (f"{line}." for line in SAME_DAY)
    yield "Soon, a doctor:"
    yield from (f"{line}." for line in SOON)
