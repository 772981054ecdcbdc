"""Codes on the screen of whoever runs the demo: no telephone is needed, and none is reached."""

from typing import TextIO


class ConsoleSender:
    """Prints codes to `out`. For the demo alone: whoever sees the screen has every code."""

    name = "console"

    def __init__(self, out: TextIO) -> None:
        self._out = out

    async def send(self, phone: str, code: str, locale: str) -> str | None:  # noqa: ARG002 - the screen has one language
        """Print the code and the phone that it is for."""
        self._out.write(f"[SMS simulasi] untuk {phone}: kode Teman KPJ {code}\n")
        self._out.flush()
        return None

    async def used(self, reference: str) -> None:
        """Nobody wants to know."""

    async def check(self) -> str:
        """A screen is always there."""
        return "codes are printed here (demo)"

    async def close(self) -> None:
        """Nothing is held."""
