"""Month names as people in Indonesia write them."""

from rapidfuzz.distance import OSA

_NAMES = (
    "januari january janwari djanuari jan janu jnr jnuari",
    "februari february pebruari febuari pebuari febr feb peb pebr febri pebri februwari fbr",
    "maret march maart mar mrt maert",
    "april apr avril afril apl aprl",
    "mei mie may me'i mai mey",
    "juni jni june juny djuni yuni jun",
    "juli jli july djuli jli july yuli jul",
    "agustus agsts august augustus agt ags agst agus aug agu agts agutus agustusan agts augst",
    "september spt sptmbr sept sep septembar spt sepetember",
    "oktober oktbr october okt oct oktoober octobre okto",
    "november nopember nov nop novem nopem nvmbr",
    "desember december des dec dsember desem dsmbr decem",
)
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"

MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Month number by name: Indonesian, English, the old spellings, abbreviations."""

ROMAN = {name: number for number, name in enumerate(_ROMAN.split(), 1)}
"""Month number by Roman numeral, as in 17-VIII-1990."""

# Only whole names are looked for with typing errors: an error in three letters leaves nothing to recognise.
_WHOLE = tuple(name for name in MONTHS if len(name) >= 5 or name in {"juni", "juli", "june", "july"})
_ANAGRAMS = {"".join(sorted(name)): MONTHS[name] for name in _WHOLE if len(name) >= 5}
# What stands between two numbers in a chat and is one letter away from a month.
_NEVER = frozenset(
    "jubi jual julid juri juta jutaan jurus march'nya karet market mares augur jumi lunas juz jula".split()
)


def misspelt_month(word: str) -> int | None:
    """Return the month that a word with one or two typing errors most likely names, None if there is none or several.

    Two errors are forgiven in words of seven letters or more, none below four letters. The right letters in a wrong
    order count as one error.
    """
    length = len(word)
    if not 4 <= length <= 12 or word in _NEVER:
        return None
    allowed = 2 if length >= 7 else 1
    best: dict[int, int] = {}
    for name in _WHOLE:
        distance = OSA.distance(word, name, score_cutoff=allowed)
        if distance <= allowed:
            month = MONTHS[name]
            best[month] = min(distance, best.get(month, distance))
    if not best:
        return _ANAGRAMS.get("".join(sorted(word)))
    nearest = min(best.values())
    months = [month for month, distance in best.items() if distance == nearest]
    return months[0] if len(months) == 1 else None
