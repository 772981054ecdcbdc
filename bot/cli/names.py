"""`temankpj names try`: the comparison of names, for operators who want to know how it decides."""

from collections.abc import Iterable, Iterator

import msgspec

from flows.reading.names import compare_names


def names_try(lines: Iterable[str]) -> Iterator[str]:
    """Yield one line of JSON for each line `recorded name<TAB>typed name`, in order.

    A line without exactly one tab is answered with `match` false and an `error`, so that answers stay beside questions.
    """
    for line in lines:
        yield msgspec.json.encode(_answer(line.rstrip("\r\n"))).decode()


def _answer(line: str) -> dict[str, bool | float | str]:
    fields = line.split("\t")
    if len(fields) != 2:
        return {"match": False, "score": 0.0, "error": "expected: recorded name, tab, typed name"}
    found = compare_names(fields[0], fields[1])
    return {"match": found.match, "score": found.score}
