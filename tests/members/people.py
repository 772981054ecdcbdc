"""Fictional members: region 99 does not exist, and no KPJ here was ever given out."""

from datetime import date

from storage.members.records import MemberRecord
from storage.sealing import Sealer

TODAY = date(2026, 10, 1)
SECRET = bytes(range(32))

SITI_NIK = "9901014107909901"
BUDI_NIK = "9902021708859902"
NOBODY_NIK = "9903030101809903"

SITI_OLD = MemberRecord(
    kpj="00123456781",
    nik=SITI_NIK,
    name="Siti Aminah",
    birth_date="1990-07-01",
    mother_name="Aminah",
    phones=("+6281200009901",),
    employer="PT Contoh Lama",
    employer_npp="AA000001",
    segment="PU",
    status="inactive",
    joined="2012-03-01",
    left="2018-06-30",
)
SITI_NEW = MemberRecord(
    kpj="19123456782",
    nik=SITI_NIK,
    name="Siti Aminah Wijaya",
    birth_date="1990-07-01",
    mother_name="Aminah",
    phones=("+6281200009902",),
    employer="PT Contoh Baru",
    employer_npp="AA000002",
    segment="PU",
    status="active",
    joined="2019-01-15",
)
BUDI = MemberRecord(kpj="20123456783", nik=BUDI_NIK, name="Budi Santoso", birth_date="1985-08-17", segment="BPU")

RINA_NIK = "9904045203889904"
JOKO_NIK = "9905051105869905"
FOREMAN = "+6281200009990"
RINA = MemberRecord(
    kpj="21123456784",
    nik=RINA_NIK,
    name="Rina Contoh",
    birth_date="1988-03-12",
    phones=("+6281200009904", FOREMAN),
    phone_confirmed="2026-02-03",
)
JOKO = MemberRecord(
    kpj="21123456785",
    nik=JOKO_NIK,
    name="Joko Contoh",
    birth_date="1986-05-11",
    phones=(FOREMAN,),
    status="inactive",
    joined="2010-01-01",
    deceased=True,
)
JOKO_AGAIN = MemberRecord(
    kpj="21123456786", nik=JOKO_NIK, name="Joko Contoh", birth_date="1986-05-11", phones=(FOREMAN,), joined="2015-01-01"
)

EVERYBODY = (SITI_OLD, SITI_NEW, BUDI, RINA, JOKO, JOKO_AGAIN)


def sealer() -> Sealer:
    """Seals with the tests' one key."""
    return Sealer({1: SECRET})
