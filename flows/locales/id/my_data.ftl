### Data pribadi saya: apa yang disimpan, dan apa yang bisa dilakukan dengannya.

my_data-shown = Yang kami simpan dari chat ini, semuanya terkunci:
my_data-shown-help = KIRIM DATA SAYA mengirim semuanya sebagai berkas. PERBAIKI untuk data yang salah. CABUT IZIN menghentikan pemakaian data. HAPUS DATA SAYA menghapus semuanya.
my_data-shown-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
my_data-shown-example = Contohnya, balas 1 supaya datanya dikirim sebagai berkas.
my_data-consent = • Izin: diberikan { $when }, untuk teks versi { $version } ({ $language })
my_data-no-consent = • Izin: tidak ada, jadi data tidak kami pakai
my_data-proof-phone = • Bukti: HP terdaftar, { $when }. Berlaku sampai { $until }
my_data-proof-code = • Bukti: kode dari HP terdaftar, { $when }. Berlaku sampai { $until }
my_data-proof-agent = • Bukti: diperiksa petugas, { $when }. Berlaku sampai { $until }
my_data-proof-knowledge = • Bukti: data diri cocok, { $when }. Berlaku sampai { $until }
my_data-language = • Alamat chat ini supaya bisa dibalas, dan pilihan bahasa: { $language }
my_data-unfinished = • Jawaban yang belum selesai: { $kinds }. Dihapus paling lama { $forget_hours } jam sesudah pesan terakhir
my_data-nothing-unfinished = • Jawaban yang belum selesai: tidak ada
my_data-ends = • Semua ini dihapus sendiri kalau { $days } hari tidak ada pesan
my_data-speaks-id = Bahasa Indonesia
my_data-speaks-en = English
my_data-speaks-jv = Basa Jawa
my_data-speaks-su = Basa Sunda
my_data-kind-nik = NIK
my_data-kind-name = nama
my_data-kind-birth_date = tanggal lahir
my_data-kind-mother = nama ibu
my_data-kind-phone = nomor HP
my_data-kind-code = kode

my_data-exported = Berkasnya kami kirim di chat ini, Kak: satu untuk dibaca, satu untuk komputer. Data keanggotaan ada di { $operator }, tidak di berkas ini. Jangan dibagikan ya.
my_data-exported-help = Berkas itu berisi semua yang kami simpan dari chat ini. Kalau belum terlihat, tunggu sebentar, lalu ketik KIRIM DATA SAYA lagi.
my_data-exported-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
my_data-exported-example = Contohnya, balas 2 untuk melihat lagi apa yang disimpan.

my_data-correct = Jawaban yang belum selesai bisa diganti dengan mengetik KEMBALI, lalu menulis yang benar. Data keanggotaan (nama, NIK, tanggal lahir, nomor HP) tidak bisa kami ubah dari chat ini. Mintalah ke HRD atau { $operator }, dengan KTP.
my_data-correct-help = Siapkan KTP asli dan KK. Kalau KTP-nya yang salah, perbaiki dulu di Dukcapil.
my_data-correct-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
my_data-correct-example = Contohnya, balas 1 untuk melihat lagi apa yang disimpan.

my_data-withdrawing = Kalau izin dicabut, data Kakak tidak kami pakai lagi dan bukti di chat ini berakhir. Nanti izin bisa diberikan lagi. Yakin mau dicabut?
my_data-withdrawing-help = YA berarti izin berakhir sekarang dan jawaban yang belum selesai dihapus. TIDAK berarti semuanya tetap.
my_data-withdrawing-wrong = Balas YA untuk mencabut izin, atau TIDAK kalau tidak jadi.
my_data-withdrawing-example = Contohnya, balas dengan angka 2 kalau tidak jadi.
my_data-withdrawn = Izin sudah dicabut, Kak, dan itu kami catat. Jawaban yang belum selesai dan bukti sudah dihapus. Catatan lain dihapus kalau Kakak memilih HAPUS DATA SAYA.
my_data-withdrawn-help = Tanpa izin, nomor KPJ tidak bisa dicari di sini. Cara lain: HRD, call center, atau kantor cabang dengan KTP.
my_data-withdrawn-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
my_data-withdrawn-example = Contohnya, balas 1 untuk menghapus semua catatan.
my_data-no-consent-to-withdraw = Tidak ada izin yang perlu dicabut, Kak.

export-name = data-saya
export-title = Data pribadi saya di Teman KPJ
export-by = Layanan dari { $operator }. Dibuat { $when }.
export-address = Alamat chat: { $channel }, { $address }
export-consent-given = Izin diberikan { $when }, teks versi { $version }, bahasa { $locale }
export-consent-withdrawn = Izin dicabut { $when }
export-consents = Catatan izin:
export-no-consents = Catatan izin: tidak ada
export-proofs = Bukti identitas yang masih disimpan:
export-no-proofs = Bukti identitas: tidak ada
export-proof = { $kind }, { $when }
export-kind-phone = HP terdaftar
export-kind-code = kode dari HP terdaftar
export-kind-agent = diperiksa petugas
export-kind-knowledge = data diri cocok
export-unfinished = Jawaban yang belum selesai (isinya tidak diulang di sini): { $kinds }. Dihapus paling lambat { $when }
export-no-unfinished = Jawaban yang belum selesai: tidak ada
export-ends = Percakapan ini dihapus sendiri pada { $when } kalau tidak ada pesan lagi.
export-also = Selain itu ada catatan keamanan (waktu dan jenis kejadian) dan hitungan percobaan, sebagai sandi searah tanpa nama, nomor, atau isi chat. Data keanggotaan disimpan oleh { $operator }; salinannya diminta di sana.
export-rights = Kapan saja boleh ketik CABUT IZIN atau HAPUS DATA SAYA.

choice-privacy-export = Kirim data saya
choice-privacy-export-words = kirim, unduh, salinan, berkas, download, ekspor
choice-privacy-correct = Perbaiki
choice-privacy-correct-words = perbaiki data, betulkan, koreksi, ada yang salah
choice-privacy-withdraw = Cabut izin
choice-privacy-withdraw-words = cabut, cabut persetujuan, tarik izin
choice-withdraw-yes = Ya, cabut
choice-withdraw-no = Tidak, tetap
