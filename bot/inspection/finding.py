"""What is wrong with a flow, in one sentence."""

from typing import Literal

from msgspec import Struct

Kind = Literal["unreachable", "dead-end", "no-way", "loop", "text", "length", "window", "broken"]


class Finding(Struct, frozen=True, order=True):
    """One thing that is wrong: where (`flow.state`, or a flow), which kind of thing, and what."""

    where: str
    kind: Kind
    what: str

    def told(self) -> str:
        """The sentence."""
        return f"{self.where}: {self.what}."
