"""Why a row of a members file was not loaded, or loaded without one of its fields.

Codes are stable; texts are for the operator, in Indonesian, and never repeat what stands in a cell.
"""

from typing import NamedTuple

REJECTED = {
    "nik_missing": "NIK kosong",
    "nik_number": "NIK tersimpan sebagai angka, jadi digit terakhirnya tidak dapat dipercaya; "
    "ubah format kolom NIK menjadi Teks dan isi ulang dari data asli",
    "nik_form": "NIK harus 16 digit angka",
    "kpj_missing": "nomor KPJ kosong",
    "kpj_number": "nomor KPJ tersimpan sebagai angka dan mungkin kehilangan angka nol di depan; "
    "ubah format kolom KPJ menjadi Teks dan isi ulang dari data asli",
    "kpj_form": "nomor KPJ hanya boleh berisi angka dan huruf, paling banyak 20",
    "name_missing": "nama kosong",
    "name_form": "nama tidak berisi huruf atau lebih dari 120 karakter",
    "birth_date_missing": "tanggal lahir kosong",
    "birth_date_form": "tanggal lahir tidak terbaca; tulis TTTT-BB-HH atau HH-BB-TTTT, misalnya 1990-08-17",
    "birth_date_range": "tanggal lahir lebih awal dari 1900 atau ada di masa depan",
    "segment_unknown": "segmen harus PU, BPU, JAKON, atau PMI",
    "status_unknown": "status harus active/aktif, inactive/nonaktif, atau deceased/meninggal",
    "too_many_cells": "baris ini punya lebih banyak kolom daripada judulnya; mungkin ada pemisah di dalam isian",
    "duplicate_row": "baris ini sama persis dengan baris lain sebelumnya dalam file",
    "duplicate_kpj": "nomor KPJ ini sudah ada pada baris sebelumnya dengan isi lain; baris yang pertama dipakai",
    "kpj_disputed": "nomor KPJ ini ditulis untuk lebih dari satu NIK dalam file; tidak satu pun dimuat",
}
"""The row is not loaded."""

NOTED = {
    "kpj_length": "nomor KPJ biasanya 11 digit; dimuat apa adanya",
    "kpj_moved": "nomor KPJ ini sebelumnya tercatat pada NIK lain dan sekarang dipindahkan",
    "mother_name_form": "nama ibu kandung lebih dari 120 karakter; dimuat tanpa nama ibu",
    "phone_form": "nomor HP tidak terbaca; dimuat tanpa nomor itu",
    "employer_form": "nama perusahaan lebih dari 120 karakter; dimuat tanpa perusahaan",
    "employer_npp_form": "NPP lebih dari 40 karakter; dimuat tanpa NPP",
    "joined_form": "tanggal kepesertaan tidak terbaca; dimuat tanpa tanggal itu",
    "left_form": "tanggal nonaktif tidak terbaca; dimuat tanpa tanggal itu",
    "phone_confirmed_form": "tanggal konfirmasi HP tidak terbaca atau ada di masa depan; dimuat tanpa tanggal itu",
}
"""The row is loaded all the same."""


class Problem(NamedTuple):
    """What is wrong in which row (1 is the first line of the file) and column (our name of it, empty for the row)."""

    row: int
    column: str
    code: str

    @property
    def rejects(self) -> bool:
        """Whether the row is left out because of it."""
        return self.code in REJECTED

    @property
    def text(self) -> str:
        """One sentence for the operator."""
        return REJECTED.get(self.code) or NOTED[self.code]
