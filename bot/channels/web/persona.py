"""The fictional people of the demo, from whose phones one can write."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct


class Persona(Struct, frozen=True):
    """A fictional person: `phone` (E.164) counts as proven, None has none; `tries` are pairs of label and input."""

    name: str
    phone: str | None
    note: str
    tries: tuple[tuple[str, str], ...] = ()


STRANGERS = (
    Persona("Nomor tak dikenal", "+6281100009999", "Nomor HP yang tidak terdaftar pada siapa pun."),
    Persona("Tanpa nomor", None, "Seperti obrolan web biasa: nomor HP tidak diketahui."),
)
"""Those who are in nobody's records."""


def with_keys(personas: Sequence[Persona]) -> Mapping[str, Persona]:
    """Each persona under the word by which the page names it, made from its name and never twice the same."""
    found: dict[str, Persona] = {}
    for persona in personas:
        plain = unicodedata.normalize("NFKD", persona.name).encode("ascii", "ignore").decode().lower()
        word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "orang"
        key, number = word, 1
        while key in found:
            number += 1
            key = f"{word}-{number}"
        found[key] = persona
    return found
