"""What can go wrong on the line, told apart by whose fault it is."""


class LineAway(Exception):
    """Redis cannot be reached, or the connection broke before the answer came.

    What was asked may or may not have happened. Handing the same event in again is always safe.
    """


class LineMisconfigured(Exception):
    """The address of Redis is wrong, or what answers there cannot carry the line; one sentence for the operator."""
