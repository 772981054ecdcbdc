"""Telling Python's garbage collector what a process that moves messages looks like."""

import gc

YOUNG = 20_000  # objects; a few hundred messages' worth
MIDDLE = 20
OLD = 50


def hurry() -> None:
    """Call before what lives long is made: nearly all of it stays, and looking for the rest took a fifth of a start."""
    gc.disable()


def settle() -> None:
    """Call once everything that lives long has been made: modules, texts, flows, channels.

    The collector then never looks at it again and runs less often. What a message leaves behind is freed by counting
    references; walking through all texts and tables for it took a sixth of the time of a message. What was made in
    vain until now, half a megabyte, is left where it is: to find it would take a tenth of the time of a start.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    gc.enable()
