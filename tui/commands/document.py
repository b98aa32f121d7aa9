"""What commands print for other programs."""

from typing import Any


def document(value: Any) -> str:
    """One JSON document in printable ASCII."""
    import json  # noqa: PLC0415 - most commands print lines

    return json.dumps(value, allow_nan=False).replace("\x7f", "\\u007f")
