"""Topics that code beside the rules has to know by name."""

FOR_OTHERS = "for-others"
WISH_RECOVER = "recover"
WHAT_NOW = "what-now"
"""Who does not know how to go on: the help of the open question says it."""
