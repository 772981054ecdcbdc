"""Several secrets in one variable: which seals, which open, which makes hashes; and what is refused."""

import pytest

from storage.sealing import SealBroken, Sealer, WeakSecret, encode_secret, read_secrets

ZERO, ONE = bytes(range(32)), bytes(range(32, 64))
OLD, NEW = encode_secret(ZERO), encode_secret(ONE)


def test_one_secret_has_the_id_0() -> None:
    """As in every configuration before its first rotation."""
    assert read_secrets(OLD) == ({0: ZERO}, 0, ZERO)


@pytest.mark.parametrize(
    ("text", "sealing", "opens_old"),
    [(f"{OLD},1:{NEW}", 0, True), (f"1:{NEW},0:{OLD}", 1, True), (f" 1:{NEW} , hash:{OLD} ", 1, False)],
)
def test_a_rotation_in_three_steps(text: str, sealing: int, opens_old: bool) -> None:
    """Known but not used; used; alone. Hashes stay the same in all of them."""
    before, now = Sealer.from_text(OLD), Sealer.from_text(text)
    sealed = before.seal(b"x", b"place")
    assert now.seal(b"x", b"place")[0] == sealing
    assert now.keyed_hash("p", "v") == before.keyed_hash("p", "v")
    if opens_old:
        assert now.open(sealed, b"place") == b"x"
    else:
        with pytest.raises(SealBroken):
            now.open(sealed, b"place")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no key"),
        (",", "no key"),
        ("c2hvcnQ", "bytes"),
        ("not base64!", "base64"),
        (f"{OLD},{NEW}", "two keys"),
        (f"1:{NEW},0:{NEW}", "same key"),
        (f"1:{NEW}", "id 0 is missing"),
        (f"hash:{OLD}", "no key"),
        (f"256:{NEW},0:{OLD}", "number"),
        (f"x:{NEW},0:{OLD}", "number"),
        (encode_secret(bytes(32)), "repeats"),
        (f"1:{NEW},hash:{encode_secret(bytes(32))}", "repeats"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, says: str) -> None:
    """One sentence, which repeats no secret."""
    with pytest.raises(WeakSecret, match=says) as told:
        read_secrets(text)
    assert OLD not in str(told.value)
    assert NEW not in str(told.value)
