"""Variables in canned replies: words in braces that are filled when the reply is put into the box.

What is not a variable stays as it is written, braces and all.
"""

import re
from collections.abc import Mapping

VARIABLES = ("nama_petugas", "nomor_tiket", "operator")

_VARIABLE = re.compile(r"\{\s*(\w+)\s*\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its variables in place. A value that holds braces is not read again."""
    return _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def unknown(text: str) -> tuple[str, ...]:
    """What stands in braces and is no variable, in order, each once: most likely a typing error."""
    return tuple(dict.fromkeys(name for name in _VARIABLE.findall(text) if name not in VARIABLES))
