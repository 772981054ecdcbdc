"""Choosing the language, at any time; the open question then comes again in the new one."""

from flows.flow import Ask, End, Flow

LANGUAGES = ("lang.id", "lang.en", "lang.jv", "lang.su")
LANGUAGE = Flow(
    "language",
    states=(Ask("which", shown=LANGUAGES), End("chosen", outcome="done")),
    table=(
        {"trigger": "chosen", "source": "which", "dest": "chosen"},
        {"trigger": "back", "source": "which", "dest": "chosen"},
    ),
)
