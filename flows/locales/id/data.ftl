### Masalah data kepesertaan: belum didaftarkan, data berbeda, nomor lebih dari satu.

data-kind = Masalah datanya yang mana, Kak?
data-kind-help = BELUM DIDAFTARKAN kalau ragu sudah terdaftar atau belum. DATA BERBEDA kalau nama, tanggal lahir, atau NIK (16 angka) tidak sama dengan KTP. NOMOR LEBIH DARI SATU kalau pernah pindah kerja.
data-kind-wrong = Saya belum menangkap masalahnya, Kak. Silakan pilih salah satu di bawah.
data-kind-example = Contohnya, balas 3 kalau namanya berbeda dengan KTP.

data-not_enrolled =
    Setiap perusahaan wajib mendaftarkan pekerjanya sejak mulai bekerja, Kak.
    Tandanya belum: tidak ada kartu, tidak ada potongan di slip gaji, dan HRD tidak memberi kabar.
    Ada potongan juga belum tentu sudah disetor.
    Jadi tanyakan ke HRD secara tertulis: sudah didaftarkan atau belum, dan berapa nomornya. Call center dan kantor cabang juga bisa ditanya.
data-not_enrolled-help = KIRIM DAFTARNYA berisi hal yang perlu disiapkan, dalam satu pesan yang bisa disimpan.
data-not_enrolled-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-not_enrolled-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-employer =
    Kantor yang tidak membantu bukan halangan, Kak.
    Nomor KPJ bisa ditanyakan langsung ke kantor cabang dengan membawa KTP, gratis, juga kalau kantornya sudah tutup.
data-employer-call = Lewat telepon juga bisa: call center { $call_centre }.
data-employer-report = Belum didaftarkan? Bisa dilaporkan ke BPJS Ketenagakerjaan atau Dinas Ketenagakerjaan setempat. Aturannya ada sanksi.
data-employer-help = Bukti pernah bekerja di sana akan membantu: slip gaji, kartu pegawai, atau surat pengalaman kerja (paklaring).
data-employer-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-employer-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-which = Data mana yang berbeda atau berubah, Kak?
data-which-help = Bandingkan KTP dengan kartu BPJS Ketenagakerjaan atau pesan di JMO. Kalau lebih dari satu yang berbeda, pilih LEBIH DARI SATU.
data-which-wrong = Silakan pilih yang berbeda, Kak: nama, tanggal lahir, NIK, nama ibu, lebih dari satu, atau nomor HP, e-mail, dan alamat.
data-which-example = Contohnya, balas 1 kalau yang berbeda namanya.

data-ktp = Yang tertulis di KTP sendiri, apakah sudah benar, Kak?
data-ktp-help = Kalau KTP-nya yang salah, yang diperbaiki KTP dulu. Kalau KTP sudah benar, yang diperbaiki data di BPJS Ketenagakerjaan.
data-ktp-wrong = Balas YA kalau tulisan di KTP sudah benar, atau TIDAK kalau KTP-nya yang salah.
data-ktp-example = Contohnya, balas 1 kalau KTP sudah benar.

data-job = Kakak masih bekerja di perusahaan itu?
data-job-help = Kalau masih bekerja, HRD bisa memperbaiki datanya. Kalau sudah keluar, lewat kantor cabang.
data-job-wrong = Balas YA kalau masih bekerja di sana, atau TIDAK kalau sudah keluar.
data-job-example = Contohnya, balas 2 kalau sudah keluar.

data-differs-name = Nama diperbaiki supaya sama persis dengan KTP, huruf demi huruf.
data-differs-birth_date = Tanggal lahir diperbaiki supaya sama dengan KTP. NIK tidak ikut berubah, walau angkanya berbeda dengan tanggal lahir.
data-differs-nik = NIK diperbaiki supaya sama dengan KTP (16 angka). Pastikan itu bukan nomor KK (Kartu Keluarga). NIK tidak berubah walau pindah alamat.
data-differs-mother = Surat apa yang diminta untuk nama ibu belum kami ketahui pasti, jadi tanyakan dulu ke kantor cabang sebelum berangkat.
data-differs-more = Catat dulu semua yang berbeda, supaya diperbaiki sekaligus.
data-differs-working = Minta HRD memperbaikinya. Kalau HRD tidak bisa, ke kantor cabang dengan KTP asli, KK, dan surat dari perusahaan bila ada.
data-differs-left = Karena sudah keluar, langsung ke kantor cabang dengan KTP asli, KK, dan surat pengalaman kerja (paklaring) bila ada.
data-differs-app = Sudah punya akun JMO? Coba dulu menu "Pengkinian Data". Selama data diperbaiki, klaim bisa tertunda.
data-differs-help = KIRIM DAFTARNYA berisi surat yang perlu dibawa, dalam satu pesan yang bisa disimpan.
data-differs-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-differs-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-contact =
    Nomor HP, e-mail, dan alamat yang baru diisi di JMO, Kak: "Profil Saya", lalu "Ubah Profil", atau menu "Pengkinian Data".
    Belum punya akun JMO, atau kodenya masih dikirim ke nomor dan e-mail lama yang sudah tidak ada? Ke kantor cabang dengan KTP asli. Petugas di sana yang mengganti datanya, gratis.
data-contact-help = KIRIM DAFTARNYA berisi yang perlu dibawa ke kantor cabang, dalam satu pesan yang bisa disimpan.
data-contact-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-contact-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-dukcapil =
    Kalau KTP-nya yang salah, perbaiki dulu di Dukcapil (yang mengurus KTP dan KK), bukan di BPJS Ketenagakerjaan.
    Sesudah KTP benar, beri tahu HRD atau kantor cabang supaya datanya disamakan.
data-dukcapil-contact = Dukcapil bisa ditelepon di { $dukcapil }.
data-dukcapil-help = Urutannya: KTP dan KK dulu, baru data BPJS Ketenagakerjaan.
data-dukcapil-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-dukcapil-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-records =
    Nomor bisa lebih dari satu kalau tempat kerja baru mendaftarkan Kakak sebagai peserta baru.
    Yang dipertahankan nomor yang pertama, dan saldonya bisa digabung.
    Kakak sudah punya akun JMO yang bisa dibuka?
data-records-help = Menggabungkan nomor tidak dipungut biaya. Lewat JMO kalau punya akun, kalau tidak lewat HRD atau kantor cabang.
data-records-wrong = Balas YA kalau punya akun JMO yang bisa dibuka, atau TIDAK kalau belum.
data-records-example = Contohnya, balas 1 kalau akun JMO-nya bisa dibuka.

data-merge =
    Di JMO, buka "Pengkinian Data", lalu:
    1. Cek data kepesertaan. Pastikan nomor yang tampil adalah nomor yang pertama.
    2. Foto wajah, lalu isi data kontak, data penduduk, dan kontak darurat.
    3. Periksa lagi, tekan "Konfirmasi".
    Menu bisa sedikit berbeda.
data-merge-help = Kalau gagal di aplikasi, pilih TIDAK BISA DI JMO. Jalan lainnya lewat HRD atau kantor cabang.
data-merge-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-merge-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-merge_people = Bisa lewat HRD kantor yang sekarang, atau ke kantor cabang. Bawa semua kartu (kertas atau digital), KTP, dan surat pengalaman kerja (paklaring) dari tempat kerja lama.
data-merge_people-help = Semua nomor digabung ke nomor yang pertama. Tidak dipungut biaya, dan tidak perlu calo.
data-merge_people-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-merge_people-example = Contohnya, balas 1 supaya daftarnya saya kirim.

data-kept = Daftarnya sudah saya kirim di atas, Kak. Boleh disimpan atau diteruskan. Ada lagi yang bisa dibantu?
data-kept-help = Tekan lama pesannya untuk menyimpan atau meneruskan. MASALAH LAIN kembali ke pilihan masalah data.
data-kept-wrong = Silakan pilih salah satu, Kak, atau ketik MENU.
data-kept-example = Contohnya, balas 2 untuk masalah data yang lain.

## Daftar yang disimpan
data-list =
    SIMPAN PESAN INI
    { $title }
data-list-not_enrolled = Memastikan sudah didaftarkan:
data-list-employer = Kalau kantor tidak membantu:
data-list-differs = Memperbaiki data BPJS Ketenagakerjaan:
data-list-contact = Mengganti nomor HP, e-mail, atau alamat:
data-list-dukcapil = Memperbaiki KTP dulu:
data-list-merge = Menggabungkan nomor di JMO:
data-list-merge_people = Menggabungkan nomor lewat HRD atau kantor cabang:
data-item-ask-enrolled = • Tanya HRD secara tertulis: "Apakah saya sudah didaftarkan di BPJS Ketenagakerjaan, dan berapa nomor pesertanya?"
data-item-payslip = • Simpan slip gaji
data-item-answer-kept = • Simpan jawaban HRD
data-item-where-call = • Bisa ditanya: call center { $call_centre }
data-item-where-branch = • Ke mana: kantor cabang BPJS Ketenagakerjaan
data-item-where-labour = • Untuk melapor: BPJS Ketenagakerjaan atau Dinas Ketenagakerjaan
data-item-where-hr = • Ke mana: HRD atau personalia tempat kerja
data-item-ktp = • KTP
data-item-ktp-original = • KTP asli
data-item-kk = • Kartu Keluarga (KK)
data-item-card = • Kartu atau nomor KPJ, bila ada
data-item-letter = • Surat dari perusahaan, bila ada
data-item-paklaring = • Surat pengalaman kerja (paklaring), bila ada
data-item-paklaring-all = • Surat pengalaman kerja (paklaring) dari tempat kerja lama
data-item-all-cards = • Semua kartu, kertas atau digital
data-item-proof = • Bukti bekerja: slip gaji, kartu pegawai, atau surat pengalaman kerja (paklaring)
data-item-what = • Yang diperbaiki: { $what }
data-item-what-first = • Yang diperbaiki di Dukcapil: { $what }
data-item-contact = • Nomor HP, e-mail, dan alamat yang baru
data-item-then = • Sesudah itu: tunjukkan KTP yang benar ke HRD atau kantor cabang
data-item-first-number = • Nomor dari tempat kerja yang pertama
data-item-phone = • E-mail dan nomor HP yang aktif
data-item-update = • JMO, menu "Pengkinian Data"
data-item-check-first = • Pastikan nomor yang tampil nomor pertama
data-item-confirm = • Foto wajah, isi data, tekan "Konfirmasi"
data-item-free = • Tidak dipungut biaya, tidak perlu calo
data-what-name = nama, sama persis dengan KTP
data-what-birth_date = tanggal lahir, sama dengan KTP
data-what-nik = NIK 16 angka, sama dengan KTP
data-what-mother = nama ibu kandung
data-what-more = semua yang berbeda dengan KTP

choice-menu-data = Masalah data kepesertaan
choice-menu-data-words = masalah data, data salah, data kepesertaan, data bermasalah
choice-data-not_enrolled = Belum didaftarkan
choice-data-not_enrolled-words = belum terdaftar, tidak terdaftar, belum didaftarin, terdaftar atau belum
choice-data-employer = Kantor tidak membantu
choice-data-employer-words = hrd tidak bantu, hrd cuek, perusahaan tidak membantu, kantor tutup
choice-data-differs = Data berbeda
choice-data-differs-words = data tidak sama, data beda, nama beda, nama salah, data salah
choice-data-records = Nomor lebih dari satu
choice-data-records-words = punya dua nomor, dua kartu, gabung saldo, kpj dobel, nomor dobel
choice-data-name = Nama
choice-data-name-words = namanya, nama saya, nama beda, salah nama, ejaan nama
choice-data-birth_date = Tanggal lahir
choice-data-birth_date-words = tgl lahir, lahirnya, bulan lahir, tahun lahir
choice-data-nik = NIK
choice-data-nik-words = nik beda, nomor ktp, no ktp, nomor nik
choice-data-mother = Nama ibu
choice-data-mother-words = nama ibu kandung, ibu kandung, nama ibu saya, nama gadis ibu, nama mamak
choice-data-more = Lebih dari satu
choice-data-more-words = semuanya, banyak, beberapa, dua duanya, nama dan tanggal lahir
choice-data-contact = HP, e-mail, alamat
choice-data-contact-words = nomor hp, ganti nomor, nomor baru, email, alamat, pindah rumah
choice-data-ktp_right = KTP sudah benar
choice-data-ktp_right-words = benar, ktp benar, sudah sesuai, betul
choice-data-ktp_wrong = KTP yang salah
choice-data-ktp_wrong-words = ktp salah, di ktp salah, belum benar
choice-data-working = Masih bekerja
choice-data-working-words = masih kerja, masih aktif kerja, masih di sana
choice-data-left = Sudah keluar
choice-data-left-words = udah keluar, resign, sudah resign, berhenti, phk, habis kontrak, pindah kerja
choice-data-has_jmo = Sudah punya akun JMO
choice-data-has_jmo-words = punya akun, punya jmo, bisa dibuka
choice-data-no_jmo = Belum punya akun JMO
choice-data-no_jmo-words = belum punya, tidak punya akun, lupa akun, tidak bisa dibuka
choice-data-app_fails = Tidak bisa di JMO
choice-data-app_fails-words = gagal di jmo, jmo error, gagal
choice-data-keep = Kirim daftarnya
choice-data-keep-words = kirim daftar, daftarnya, minta daftar, apa yang dibawa, syaratnya
choice-data-others = Masalah data lain
choice-data-others-words = masalah lain, yang lain, pilihan lain
