"""What is left of a word without its beginnings and endings: Indonesian, its slang, and the languages of its regions.

`digabungin`, `ngegabungin`, `gabungno` and `penggabungannya` are all `gabung`. These are guesses to be looked up in a
list of known words, the likeliest first; a guess that is no word does no harm.
"""

_CLITICS = (
    "nya",
    "nyo",
    "nye",
    "kah",
    "lah",
    "pun",
    "ku",
    "mu",
    "na",
    "ne",
    "ka",
    "ki",
    "ji",
    "mi",
    "x",
    "e",
    "ta",
    "tu",
)
_ENDINGS = ("aken", "ake", "keun", "kan", "ken", "ke", "in", "no", "an", "i", "ing", "ang", "s", "ed")
_BEGINNINGS = tuple(
    (beginning, instead)
    for beginning, _, instead in (
        pair.partition(":")
        for pair in """
    di: nge: ngi:i ng: ng:k meng: meng:k meny:s mem: mem:p men: men:t me: ny:s ny:c n:t m:p n: m: ter: ta: ke: ka:
    ber: ba: be: peng: pem: pen: per: pe: se: ku: kau: na: tak: man: ma: mang: mam:
        """.split()
    )
)
"""A beginning, and the letter that it has swallowed: `nyari` is `cari`, `memakai` is `pakai`."""
SHORTEST = 3


def stems(word: str) -> tuple[str, ...]:
    """Return what `word` may be made of, the word itself first, each once.

    Only words of letters, five or more, are taken apart.
    """
    if len(word) < 5 or not word.isalpha():
        return (word,)
    bare = [word, *_without(word, _CLITICS)]
    ends = bare + [shorter for form in bare for shorter in _without(form, _ENDINGS)]
    found = dict.fromkeys(ends)
    for form in ends:
        for beginning, instead in _BEGINNINGS:
            if form.startswith(beginning) and len(form) - len(beginning) + len(instead) > SHORTEST:
                found.setdefault(instead + form[len(beginning) :])
    return tuple(found)


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: -len(ending)] for ending in endings if word.endswith(ending) and len(word) - len(ending) >= SHORTEST]
