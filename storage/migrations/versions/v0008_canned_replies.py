"""The table of canned replies, with a few to begin with."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FIRST = (
    (
        "halo",
        "Salam pembuka",
        (
            "Halo Kak, saya {nama_petugas} dari {operator}. Pesan Kakak sudah saya baca (tiket {nomor_tiket}). "
            "Sebentar ya, saya periksa dulu."
        ),
    ),
    (
        "tunggu",
        "Minta waktu memeriksa",
        "Mohon ditunggu sebentar ya, Kak. Saya sedang memeriksanya dan akan menulis lagi di chat ini.",
    ),
    (
        "ktp",
        "Minta foto KTP",
        (
            "Untuk memastikan data Kakak, tolong kirim foto KTP di chat ini: satu foto, tidak terpotong, dan "
            "tulisannya terbaca. Fotonya disimpan terkunci dan dihapus sesudah beberapa hari."
        ),
    ),
    (
        "layar",
        "Minta foto layar",
        "Boleh kirim foto layar yang menunjukkan tulisan kesalahannya, Kak? Tutup dulu nomor yang pribadi.",
    ),
    (
        "rahasia",
        "Jangan kirim kata sandi atau OTP",
        (
            "Mohon jangan kirim kata sandi, PIN, atau kode OTP kepada siapa pun, Kak, juga kepada kami. Petugas tidak "
            "pernah memintanya."
        ),
    ),
    (
        "selesai",
        "Sebelum menutup",
        (
            "Apakah sudah terbantu, Kak? Kalau sudah, percakapan ini saya tutup. Kalau nanti masih ada yang kurang, "
            "tulis saja di sini, tiket {nomor_tiket} akan dibuka lagi."
        ),
    ),
)


def upgrade() -> None:
    """Create the table and put the first replies in."""
    replies = op.create_table(
        "canned_replies",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("shortcut", sa.String(30), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_canned_replies"),
        sa.UniqueConstraint("shortcut", name="uq_canned_replies_shortcut"),
    )
    rows = [
        {"shortcut": shortcut, "title": title, "text": text, "locale": "id", "changed_at": 0, "changed_by": ""}
        for shortcut, title, text in FIRST
    ]
    op.bulk_insert(replies, rows)


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("canned_replies")
