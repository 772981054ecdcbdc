"""Time that tests move."""


class Clock:
    """Milliseconds since 1970; moves only when told to."""

    def __init__(self, now: int = 1_700_000_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        """The time now."""
        return self.now
