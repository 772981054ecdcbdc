"""Names are compared leniently where people vary them, and strictly where another person could be meant.

`name_pairs.tsv` has one pair a line: batch, recorded, typed, yes or no, what it shows. Batches 2 to 5 were labelled
from the rules before the comparison had seen them. First measured: batch 2 had 4 wrong accepts of 153 and 2 wrong
rejects of 147, batch 3 had 1 of 122 and 2 of 111, batch 4 (the nastiest) 3 of 111 and 2 of 108, batch 5 none of 73 and
1 of 64. Afterwards three labels turned out to be doubtful: two in batch 3 were changed, a pair of batch 5 was dropped.
Batch 6 holds the gaps that 165 further pairs showed (no wrong accepts of 45, 16 wrong rejects of 120): titles in short,
names with an alias, and one Arabic name.
"""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.names import names_try
from flows.reading.name_spelling import family, same_word
from flows.reading.name_typing import is_usual, mistyped
from flows.reading.names import compare_names

TABLE = Path(__file__).with_name("name_pairs.tsv")
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text("utf-8").splitlines()]
REAL_NAMES = sorted({row[2] for row in ROWS if row[3] == "yes" and row[1].lower() == row[2].lower()} | {
    "Budi Agus Santoso", "Siti Nurhaliza", "I Wayan Sudarma", "Muhammad Rizky Pratama", "Joni Simanjuntak",
    "Ratna Dewi", "Ni Luh Putu Ayu Lestari", "Maria Goreti Lestari", "Andi Baso Mattutu", "Suparman",
    "Cut Meutia Sari", "Tan Mei Ling",
})  # fmt: skip
names = st.sampled_from(REAL_NAMES)


def as_typed(text: str) -> str:
    """The typed text of a row with its line breaks."""
    return text.replace(r"\n", "\n")


@pytest.mark.parametrize(
    ("recorded", "typed", "expected"),
    [pytest.param(row[1], row[2], row[3], id=f"{number}-{row[4]}") for number, row in enumerate(ROWS, 1)],
)
def test_a_pair_is_decided_as_the_rules_say(recorded: str, typed: str, expected: str) -> None:
    """Each pair of the table."""
    found = compare_names(recorded, as_typed(typed))
    assert found.match is (expected == "yes"), found.reason


def test_error_rates_over_the_whole_table() -> None:
    """At most 0.5 % wrong accepts and 5 % wrong rejects, on a table that is large and balanced enough to tell."""
    found = [(compare_names(row[1], as_typed(row[2])).match, row[3] == "yes") for row in ROWS]
    same, different = [got for got, wanted in found if wanted], [got for got, wanted in found if not wanted]
    assert min(len(same), len(different)) >= 300
    assert different.count(True) / len(different) <= 0.005
    assert same.count(False) / len(same) <= 0.05


@pytest.mark.parametrize(
    ("recorded", "typed", "reason"),
    [
        ("BUDI SANTOSO", "santoso budi", "same"),
        ("RIZKY PRATAMA", "Muhammad Rizky Pratama", "part_added"),
        ("MUHAMMAD RIZKY PRATAMA", "Rizky Pratama", "part_missing"),
        ("BUDI BIN SANTOSO", "Budi", "father_missing"),
        ("BUDI", "Budi bin Santoso", "father_added"),
        ("BUDI BIN SANTOSO", "Budi bin Susanto", "father_differs"),
        ("BUDI AGUS SANTOSO", "Budi Agus S", "initials"),
        ("BUDI AGUS SANTOSO", "Budi Agus T", "initial_differs"),
        ("BUDI SANTOSO", "Budi S", "initials_only"),
        ("BUDI SANTOSO", "Budi", "one_part"),
        ("SITI NUR AISYAH", "Siti Nur", "fillers_only"),
        ("SUPARMAN", "Suparman Widodo", "extra_part"),
        ("BUDI SANTOSO", "Budi Susanto", "part_differs"),
        ("I WAYAN SARI", "Ni Wayan Sari", "title_differs"),
        ("AGUS SETIAWAN", "Agus Setiwan", "typing_error"),
        ("BUDI SANTOSO", "Budi, Andi, Sari", "list"),
        ("BUDI SANTOSO", "Bud1 Santoso", "digits"),
        ("BUDI SANTOSO", "Budi S*", "wildcard"),
        ("SITI AMINAH", "istri saya Siti Aminah", "other_person"),
        ("BUDI SANTOSO", "bukan Budi Santoso", "denied"),
        ("BUDI SANTOSO", "", "no_name"),
        ("", "Budi Santoso", "no_record"),
        ("BUDI SANTOSO", "Budi Santoso " * 40, "too_long"),
    ],
)
def test_the_reason_says_which_rule_decided(recorded: str, typed: str, reason: str) -> None:
    """Stable words, for audits."""
    assert compare_names(recorded, typed).reason == reason


@given(names)
def test_a_name_is_itself_in_any_case_and_spacing(name: str) -> None:
    """Capitals and spaces carry nothing."""
    for written in (name, name.upper(), name.lower(), f"  {'   '.join(name.split())} "):
        assert compare_names(name, written).match
        assert compare_names(written, name).match


@given(names, st.randoms(use_true_random=False))
def test_the_order_of_two_parts_carries_nothing(name: str, chance: Any) -> None:
    """Parts may be exchanged where none of them is a title."""
    parts = name.split()
    if parts[0] not in {"I", "Ni", "Cut", "Andi", "H.", "Drs.", "Ir."} and "bin" not in name.lower():
        chance.shuffle(parts)
        assert compare_names(name, " ".join(parts)).match


@given(
    names,
    st.sampled_from(
        ["", "H. ", "Hj. ", "Drs. ", "Ir. H. ", "Bpk. ", "Ibu ", "nama saya ", "a.n. ", "kak namanya ", "🙏 "]
    ),
    st.sampled_from(
        ["", ", S.E.", " S.Pd", ", S.Kom., M.M.", " kak", " ya", ", terima kasih", " sesuai KTP", "!", " 🙏"]
    ),
)
def test_titles_and_framing_keep_a_match(name: str, before: str, behind: str) -> None:
    """What stands around a name does not change whose it is."""
    assert compare_names(name, before + name + behind).match


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_are_compared_without_an_error(recorded: str, typed: str) -> None:
    """A score within its bounds, at least one half exactly for a match."""
    found = compare_names(recorded, typed)
    assert 0 <= found.score <= 1
    assert (found.score >= 0.5) is found.match


words = st.sampled_from(
    "budi santoso b. s m. siti nur bin binti a.n. saya nama , / * ? h. s.e. - i ni ida bagus dan ( ) aa 1 alm".split()
)


@given(st.lists(words, max_size=12), st.lists(words, max_size=12))
def test_any_mix_of_names_and_signs_is_compared_without_an_error(recorded: list[str], typed: list[str]) -> None:
    """The words that the reader looks for, in any order."""
    found = compare_names(" ".join(recorded), " ".join(typed))
    assert (found.score >= 0.5) is found.match


@given(
    st.sampled_from([row for row in ROWS if row[3] == "no"]), st.sampled_from(["Zulkarnaen", "Wulandari", "Togatorop"])
)
def test_a_contradicting_part_never_makes_a_match(row: tuple[str, ...], part: str) -> None:
    """What was refused stays refused when another name is added to it."""
    if part.lower() not in row[1].lower():
        assert not compare_names(row[1], f"{as_typed(row[2])} {part}").match
        assert not compare_names(row[1], f"{part} {as_typed(row[2])}").match


@given(names, st.sampled_from(["Zulkarnaen", "Wulandari", "Togatorop"]), st.integers(0, 5))
def test_exchanging_a_part_for_another_name_is_refused(name: str, other: str, at: int) -> None:
    """However much else agrees."""
    parts = name.split()
    place = at % len(parts)
    if parts[place].lower() not in {"i", "ni", "cut", "h.", "drs.", "ir.", "bin", "binti", "la"}:
        parts[place] = other
        assert not compare_names(name, " ".join(parts)).match


@pytest.mark.alone
@pytest.mark.parametrize(
    "unit", ["a", "budi ", "*", "* ", "a.", "b-", "bin ", "🙏", "(", "a, ", "_a", "nama saya ", "oe"]
)
@settings(deadline=None)
@given(data=st.data())
def test_four_thousand_characters_take_no_time(unit: str, data: Any) -> None:
    """Neither side can be made slow."""
    long = (unit * 4000)[:4000]
    other = data.draw(names)

    def seconds() -> float:
        started = time.perf_counter()
        for recorded, typed in ((other, long), (long, other), (long, long[:300])):
            compare_names(recorded, typed)
        return time.perf_counter() - started

    assert any(seconds() < 1 for _ in range(3))  # a machine may stand still once, not every time


@pytest.mark.alone
def test_a_comparison_is_quick() -> None:
    """Half of the pairs of the table take less than the time that a reply can spare (target: 100 microseconds)."""
    taken = []
    for row in ROWS:
        started = time.perf_counter()
        compare_names(row[1], row[2])
        taken.append(time.perf_counter() - started)
    assert sorted(taken)[len(taken) // 2] < 0.001


def usual_names() -> list[list[str]]:
    """The list of usual names, one name with its spellings a row."""
    text = (Path(__file__).parents[2] / "flows/reading/usual_names.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


def test_spellings_of_a_usual_name_are_one_name() -> None:
    """All words of a line are the same, and known as usual."""
    for line in usual_names():
        assert all(same_word(line[0], word) for word in line), line
        assert is_usual(line[0])


def test_two_usual_names_are_never_one() -> None:
    """No spelling stands on two lines."""
    seen: dict[int | None, int] = {}
    for number, line in enumerate(usual_names()):
        for word in line:
            assert seen.setdefault(family(word), number) == number, word


@given(st.sampled_from(usual_names()), st.sampled_from(usual_names()))
def test_a_usual_name_is_no_typing_error_of_another(a: list[str], b: list[str]) -> None:
    """However close the two are."""
    assert a == b or not mistyped(a[0], b[0])


def test_lines_are_answered_in_order() -> None:
    """One line of JSON each, also for a malformed one."""
    lines = ["BUDI SANTOSO\tbudi santoso\n", "no tab\n", "BUDI SANTOSO\tBudi Susanto\r\n", "a\tb\tc\n"]
    answers = [json.loads(line) for line in names_try(lines)]
    assert [answer["match"] for answer in answers] == [True, False, False, False]
    assert answers[0] == {"match": True, "score": 1.0}
    assert set(answers[1]) == {"match", "score", "error"}
    assert answers[1]["score"] == 0.0
    assert set(answers[2]) == {"match", "score"}
