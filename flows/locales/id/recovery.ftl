recovery-one = Ketemu, Kak. Ini nomor KPJ Kakak:
recovery-several = Ketemu, Kak. Ada { $count } nomor atas nama Kakak:
recovery-inactive = Status tidak aktif berarti sudah tidak bekerja di sana. Nomornya tetap berlaku dan tetap bisa dipakai di JMO.
recovery-one-close = Catat 11 angkanya, Kak, dan jangan dibagikan ke orang lain. Mau lanjut ke mana?
recovery-several-close = Yang dipakai nomor paling lama, yaitu nomor 1. Mau lanjut ke mana, Kak?
recovery-shown = Nomor KPJ-nya sudah kami kirim di atas, Kak. Mau lanjut ke mana?
recovery-shown-help = Pilih LANGKAH DI JMO untuk cara mendaftar, CARA MENYIMPAN untuk tips aman, atau MENU kalau sudah cukup.
recovery-shown-wrong = Saya belum menangkap maksudnya. Silakan pilih salah satu.
recovery-shown-example = Contohnya, balas 1 untuk melihat langkah di JMO.

recovery-none = Data Kakak ada, tetapi belum ada nomor KPJ yang tercatat di { $operator }. Bisa jadi tempat kerja belum mendaftarkan, atau datanya belum masuk. Coba tanyakan ke HRD, atau bicara dengan orang.
recovery-none-help = Tanyakan ke HRD: "Apakah saya sudah didaftarkan di BPJS Ketenagakerjaan, dan berapa nomor pesertanya?"
recovery-none-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-none-example = Contohnya, balas 1 untuk cara bicara dengan orang.

recovery-hidden = Pesan berisi nomor KPJ sudah ditarik dari chat ini, Kak.
recovery-hidden-help = Nomor bisa ditampilkan lagi kapan saja. Mungkin nanti data perlu dicek ulang.
recovery-hidden-wrong = Pilih TAMPILKAN LAGI kalau perlu nomornya, atau MENU.
recovery-hidden-example = Contohnya, balas 1 untuk menampilkan nomor lagi.

recovery-keep-help = Nomor KPJ tetap berlaku walau pindah kerja, jadi simpan baik-baik.
recovery-keep-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-keep-example = Contohnya, balas 1 untuk melihat nomor lagi.

recovery-which =
    Kenapa ada beberapa nomor? Biasanya karena tempat kerja baru mendaftarkan Kakak sebagai peserta baru.
    Yang disimpan adalah nomor paling lama.
    Saldonya bisa digabung di JMO lewat "Pengkinian Data": pastikan nomor yang tampil adalah nomor pertama.
    Kalau tidak bisa di JMO: lewat HRD dengan semua kartu, KTP, dan surat pengalaman kerja (paklaring), atau ke kantor cabang.
recovery-which-help = Menggabungkan nomor tidak dipungut biaya. Kalau ada yang menawarkan jasa, tidak perlu.
recovery-which-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-which-example = Contohnya, balas 1 untuk melihat nomor lagi.

recovery-away = Maaf Kak, nomornya sedang tidak bisa diambil. Saya coba lagi sendiri sebentar lagi dan langsung mengirimnya di sini.
recovery-away-help = Saya mencoba lagi secara otomatis. Kakak boleh menutup chat ini.
recovery-away-wrong = Masih belum bisa diambil. Saya kabari begitu bisa.
recovery-away-example = Kalau tidak mau menunggu, balas 1 untuk bicara dengan orang.

recovery-not_confirmed =
    Maaf Kak, datanya belum bisa kami pastikan, jadi nomornya belum bisa diberikan di sini.
    Coba dicek: apakah itu NIK (bukan nomor KK), namanya seperti di KTP, dan chat ini dari nomor HP yang terdaftar?
    Ini jalan yang bisa dicoba:
recovery-not_confirmed-help = COBA LAGI untuk mengulang dari NIK. CARA LAIN untuk mendapatkan nomor tanpa lewat chat ini. Yang lain menjelaskan penyebab yang sering terjadi.
recovery-not_confirmed-wrong = Silakan pilih salah satu di bawah.
recovery-not_confirmed-example = Contohnya, balas angka di depan pilihan yang dimaksud.

recovery-locked = Demi keamanan, pencarian ditutup dulu. Coba lagi sekitar { $minutes } menit lagi. Pertanyaan umum dan cara lain tetap bisa.
recovery-locked-hours = Demi keamanan, pencarian ditutup dulu. Coba lagi sekitar { $hours } jam lagi. Pertanyaan umum dan cara lain tetap bisa.
recovery-locked-help = Terlalu banyak data yang belum cocok, jadi pencarian berhenti sementara supaya tidak ada orang lain yang mencoba-coba. Sesudah itu bisa dicoba lagi.
recovery-locked-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-locked-example = Contohnya, balas 1 untuk cara lain mendapatkan nomor.

recovery-ways = Cara lain mendapatkan nomor KPJ, semuanya tanpa calo:
recovery-ways-help = Yang paling cepat biasanya HRD. Kalau tidak bisa, call center atau kantor cabang dengan KTP.
recovery-ways-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-ways-example = Contohnya, balas 2 untuk kembali ke menu.

recovery-declined = Tidak apa-apa, Kak. Tidak ada data yang kami simpan. Nomor KPJ juga bisa didapat lewat:
recovery-declined-help = Kalau berubah pikiran, pilih LANJUT DENGAN DATA. Izin ditanyakan lagi sebelum data dipakai.
recovery-declined-wrong = Silakan pilih salah satu, atau ketik MENU.
recovery-declined-example = Contohnya, balas 2 untuk kembali ke menu.

choice-recovery-next = Langkah di JMO
choice-recovery-next-words = daftar jmo, cara daftar jmo, langkah selanjutnya, lanjut, cara daftar
choice-recovery-which = Kenapa beberapa?
choice-recovery-which-words = kenapa ada beberapa, kok ada dua, gabung saldo, pakai yang mana
choice-recovery-keep = Cara menyimpan
choice-recovery-hide = Sembunyikan nomor
choice-recovery-hide-words = sembunyikan, sembunyiin, hapus pesan, tutup nomor
choice-recovery-show = Tampilkan lagi
choice-recovery-show-words = lihat lagi, lihat nomor, tampilkan, nomornya lagi
choice-recovery-again = Coba lagi
choice-recovery-again-words = ulang dari nik, coba sekali lagi, coba ulang
choice-recovery-not_enrolled = Belum didaftarkan?
choice-recovery-differs = Data berbeda?
choice-recovery-records = Pernah pindah kerja?
choice-recovery-ways = Cara lain
choice-recovery-ways-words = cara yang lain, jalan lain, alternatif
choice-recovery-rethink = Lanjut dengan data
choice-recovery-rethink-words = setuju, jadi, lanjut, berubah pikiran
recovery-away-short = { recovery-away-wrong }
