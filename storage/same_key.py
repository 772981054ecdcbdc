"""Whether the records were written with the key that we have now.

With another one everything would seem to work: new rows are sealed with it, old ones are simply not found, and nobody
notices until a worker is told that there is no such member. So the question is asked before anything is done.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.audit_chain import Chain, Head, audit_head
from storage.database import reading
from storage.members.port import DirectoryMisconfigured
from storage.members.records import RecordSeals
from storage.members.tables import memberships
from storage.sealing import SealBroken, Sealer

_LOOKED_AT = 5  # more than one, so that a single row that somebody altered does not stop the service
_ROWS = select(memberships.c.kpj_hash, memberships.c.nik_hash, memberships.c.sealed).limit(_LOOKED_AT)
_HEAD = select(*(audit_head.c[name] for name in (*Head._fields, "signature")))


async def has_same_key(engine: AsyncEngine, sealer: Sealer) -> bool:
    """Whether members open and are found with these keys; without members, whether the audit's head is signed by them.

    True where there is neither. Raises SQLAlchemy's errors or OSError.
    """
    async with reading(engine).connect() as connection:
        rows = (await connection.execute(_ROWS)).all()
        head = (await connection.execute(_HEAD)).first()
    if rows:
        seals = RecordSeals(sealer)
        return any(_fits(seals, *row) for row in rows)
    return head is None or Chain(sealer).signature(Head(*head[:-1])) == head.signature


def _fits(seals: RecordSeals, kpj_hash: bytes, nik_hash: bytes, sealed: bytes) -> bool:
    """Whether a row opens, and would be found by the NIK in it."""
    try:
        return seals.nik_hash(seals.open(kpj_hash, nik_hash, sealed).nik) == nik_hash
    except DirectoryMisconfigured as error:
        return not isinstance(error.__cause__, SealBroken)  # what a newer version wrote has the right key all the same
