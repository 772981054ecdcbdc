### Balasan siap pakai.

replies-title = Balasan siap pakai
replies-how = Petugas mencarinya dengan mengetik / di kotak balasan. Jangan tulis data pribadi di sini.
replies-variables = Yang diisi sendiri: { $names }
replies-new = Balasan baru
replies-change = Ubah
replies-shortcut = Kata pencari (sesudah /)
replies-name = Judul
replies-text = Isi
replies-locale = Bahasa
replies-keep = Simpan
replies-delete = Hapus
replies-delete-sure = Hapus balasan ini?
replies-none = Belum ada balasan siap pakai.
replies-changed = Diubah { $date } oleh { $name }
replies-first = Dari awal
replies-only-supervisor = Hanya penyelia yang bisa mengubahnya.
replies-kept = Balasan disimpan.
replies-deleted = Balasan dihapus.
replies-taken = Kata pencari itu sudah dipakai.
replies-gone = Balasan itu sudah tidak ada.
replies-bad-shortcut = Kata pencari: 1 sampai 30 huruf kecil, angka, atau tanda hubung.
replies-bad-title = Judul: 1 sampai 80 huruf.
replies-bad-text = Isi: 1 sampai 1200 huruf.
replies-bad-variable = Tidak dikenal: { $names }. Yang bisa dipakai ada di atas.
locale-id = Indonesia
locale-en = Inggris
