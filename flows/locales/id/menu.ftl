menu-main = Apa yang bisa dibantu, Kak?
menu-main-help = Pilih salah satu, atau tulis saja dengan kata sendiri. Contoh: "lupa nomor KPJ". Untuk bicara dengan orang, ketik PETUGAS. Untuk menghapus data, ketik HAPUS DATA SAYA.
menu-main-wrong = Saya belum menangkap maksudnya, Kak. Pilih nomor di bawah, atau tulis keperluannya, misalnya "cari KPJ".
menu-main-example = Contohnya, balas dengan angka 1 untuk mencari nomor KPJ.

language-which = Mau pakai bahasa apa? / Which language?
language-which-help = Balas dengan angka di depan bahasa yang dipilih.
language-which-wrong = Bahasa itu belum ada. Silakan pilih salah satu di bawah.
language-which-example = Contohnya, balas dengan angka 1 untuk Bahasa Indonesia.

pause-back_again = Selamat datang lagi, Kak. Tadi kita belum selesai. Mau lanjut atau mulai lagi?
pause-back_again-help = LANJUT berarti meneruskan pertanyaan yang tadi. MULAI LAGI berarti kembali ke menu.
pause-back_again-wrong = Balas LANJUT untuk meneruskan yang tadi, atau MULAI LAGI untuk kembali ke menu.
pause-back_again-example = Contohnya, balas dengan angka 1 untuk lanjut.

leaving-sure = Yang tadi belum selesai, Kak. Mau ditinggalkan dan kembali ke menu?
leaving-sure-for = Yang tadi belum selesai, Kak. Mau ditinggalkan dan pindah ke "{ $journey }"?
leaving-sure-help = LANJUT berarti pertanyaan tadi diteruskan. YA berarti yang tadi ditinggalkan.
leaving-sure-wrong = Balas LANJUT untuk meneruskan yang tadi, atau YA untuk meninggalkannya.
leaving-sure-example = Contohnya, balas dengan angka 1 untuk lanjut.

forgetting-sure = Semua catatan percakapan ini akan dihapus: jawaban, izin, bukti, kode, dan pilihan bahasa. Data keanggotaan di BPJS Ketenagakerjaan tidak berubah. Yakin mau dihapus?
forgetting-sure-help = YA berarti catatan percakapan ini dihapus sekarang dan tidak bisa dikembalikan. TIDAK berarti semuanya tetap seperti semula.
forgetting-sure-wrong = Balas YA untuk menghapus, atau TIDAK kalau tidak jadi.
forgetting-sure-example = Contohnya, balas dengan angka 2 kalau tidak jadi.
forgetting-done =
    Tanda terima: catatan percakapan ini dihapus pada { $date }.
    Yang tersisa hanya catatan bahwa izin pernah diberikan dan dicabut, catatan keamanan{ $days ->
        [0] {""}
       *[other] {" "}(paling lama { $days } hari)
    }, dan hitungan percobaan (paling lama beberapa hari). Semuanya sandi searah, tanpa nama, nomor, atau isi chat.
    Pesan yang masih ada di HP bisa dihapus sendiri, Kak.
forgetting-done-help = Tulis apa saja untuk memulai percakapan baru.
forgetting-done-wrong = Tulis apa saja untuk memulai percakapan baru.
forgetting-done-example = Contohnya, tulis HALO.

choice-menu-recover = Cari nomor KPJ saya
choice-menu-recover-words = cari kpj, cari nomor kpj, lupa kpj, kpj, nomor kpj
choice-menu-register = Bantu daftar JMO
choice-menu-register-words = daftar jmo, cara daftar, cara daftar jmo, bikin akun jmo, registrasi jmo
choice-menu-language = Bahasa / Language
choice-menu-privacy = Data pribadi saya
choice-menu-privacy-words = data pribadi, data saya, privasi, lihat data saya
choice-nav-back = Kembali
choice-nav-menu = Menu
choice-nav-agent = Bicara dengan orang
choice-nav-help = Bantuan
choice-lang-id = Indonesia
choice-lang-en = English
choice-lang-jv = Basa Jawa
choice-lang-jv-words = jawa, jowo, boso jowo, javanese
choice-lang-su = Basa Sunda
choice-lang-su-words = sunda, sundanese
choice-pause-go_on = Lanjut
choice-pause-go_on-words = lanjutkan, terusin, teruskan, lanjut aja, yang tadi
choice-pause-restart = Mulai lagi
choice-pause-restart-words = ulang dari awal, dari awal, mulai baru, reset
choice-leaving-go_on = Lanjut
choice-leaving-go_on-words = lanjutkan, terusin, teruskan, yang tadi
choice-leaving-menu = Ke menu
choice-leaving-menu-words = tinggalkan, menu saja
choice-leaving-leave = Ya, pindah
choice-leaving-leave-words = pindah, tinggalkan, pindah saja, ke sana
choice-privacy-delete = Hapus data saya
choice-forget-yes = Ya, hapus
choice-forget-no = Tidak jadi

menu-has_kpj = Itu 11 angka, sepertinya nomor KPJ, Kak. Kami tidak menyimpannya. Kalau itu nomor Kakak sendiri, nomor itu yang dipakai untuk daftar di JMO. Mau lihat langkahnya?
menu-has_kpj-help = LANGKAH DI JMO untuk cara mendaftar dengan nomor itu. CARI NOMOR KPJ SAYA kalau itu bukan nomor Kakak.
menu-has_kpj-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
menu-has_kpj-example = Contohnya, balas 1 untuk melihat langkah di JMO.

