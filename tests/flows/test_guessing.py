"""Where rules and the classifier disagree: who is heard."""

import pytest

from flows.guessing import heard
from flows.reading.words import tokens
from flows.understanding import understand


@pytest.mark.parametrize(
    ("text", "rule", "topic"),
    [
        ("lupa password gmail saya", "account", None),
        ("mau buat akun jmo, kartunya belum dikasih kantor", "register", "without-kpj"),
        ("jht saya di kartu lama mau digabung ke kartu baru", "balance", "several"),
        ("jht bisa dituker uang kapan?", "balance", "claim"),
        ("kenapa data saya tidak cocok dengan ktp", "why-nik", "data"),
        ("ini dibales orang apa mesin, sy mau sama orang aja", "who", None),
        ("ga guna bot nya, panggilin petugas manusia dong", "upset", None),
        ("saya ga bisa baca tulis, sambungkan ke petugas saja", "cannot-read", None),
    ],
)
def test_a_rule_gives_way_to_what_is_surely_meant(text: str, rule: str, topic: str | None) -> None:
    """A word that a rule knows is not yet what its writer wants."""
    words = tokens(text)
    assert understand(words) == rule
    assert heard(text, words) == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("mau daftar jmo tapi gak tau kpj", "recover"),
        ("kenapa harus nik", "why-nik"),
        ("berapa batas klaim jht di jmo", "claim-limit"),
        ("nomor kpj suami saya berapa", "for-others"),
        ("lupa kpj", "recover"),
        ("ini bot apa orang", "who"),
        ("bodoh sekali, tidak ada gunanya", "upset"),
        ("saya tidak bisa membaca", "cannot-read"),
    ],
)
def test_a_finer_or_agreeing_rule_stays(text: str, topic: str) -> None:
    """What a rule says more finely than an intent, or as well as one, is not overruled."""
    assert heard(text, tokens(text)) == topic
