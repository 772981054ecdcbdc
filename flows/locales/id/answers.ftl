### Jawaban singkat untuk pertanyaan di tengah percakapan. Isinya hanya dari fakta yang boleh disampaikan.

answer-for-others = Maaf Kak, demi keamanan kami hanya memberi nomor kepada pemiliknya sendiri. Yang bersangkutan bisa chat dari HP-nya sendiri. Kalau tidak bisa, ini jalannya:
answer-safe = Wajar kalau hati-hati, Kak. Layanan ini dari { $operator }. Data disimpan terkunci, hanya untuk mencari KPJ. Kami tidak pernah minta kata sandi, PIN, kode JMO, atau uang.
answer-middleman = Tidak perlu calo, Kak. Mengurus nomor KPJ dan klaim tidak dipungut biaya. Jangan berikan kata sandi atau kode JMO ke siapa pun.
answer-cost = Gratis, Kak. Mencari nomor KPJ di sini tidak dipungut biaya, begitu juga di BPJS Ketenagakerjaan.
answer-claim = Pencairan (klaim JHT) tidak lewat sini, Kak. Itu lewat aplikasi JMO, Lapak Asik, atau kantor cabang, dan gratis. Yang bisa saya bantu: nomor KPJ-nya dulu.
answer-balance = Saldo tidak bisa dilihat di sini, Kak. Saldo ada di aplikasi JMO. Untuk daftar JMO perlu nomor KPJ, itu yang bisa saya bantu cari.
answer-health = Itu beda, Kak. BPJS Kesehatan untuk berobat (13 angka). KPJ adalah nomor BPJS Ketenagakerjaan (11 angka).
answer-how-long = Di sini biasanya hanya beberapa menit, Kak, asal datanya cocok dan HP-nya yang terdaftar.
answer-why-nik = Datanya dipakai untuk memastikan nomor KPJ tidak jatuh ke orang lain. Tidak dipakai untuk hal lain.
answer-where-nik = NIK ada di baris paling atas KTP: 16 angka. Di Kartu Keluarga, NIK ada di baris nama masing-masing.
answer-who = Saya asisten otomatis (bot) dari { $operator }. Untuk bicara dengan orang, ketik PETUGAS.
answer-what-kpj = KPJ adalah nomor kartu BPJS Ketenagakerjaan, 11 angka. Nomor ini yang diminta waktu daftar di aplikasi JMO.
answer-without-kpj = Untuk akun JMO yang pertama, nomor KPJ diminta, Kak. NIK saja biasanya belum cukup. Jadi kita cari dulu nomornya.
answer-left-job = Nomor KPJ tetap berlaku walau sudah keluar kerja, Kak. Tetap bisa dipakai untuk JMO.
answer-employer = Tempat kerja yang tidak membantu bukan halangan, Kak. Nomor KPJ bisa ditanyakan langsung ke call center atau kantor cabang dengan membawa KTP.
answer-register = Daftar JMO perlu nomor KPJ. Kita cari dulu nomornya, lalu saya tunjukkan langkah daftarnya.
answer-account = Untuk masalah masuk JMO, coba "Lupa Password" atau "Lupa Akun" di aplikasi. "Lupa Akun" meminta KPJ dan NIK. Nomor KPJ bisa saya bantu cari.
answer-data = Data yang berbeda diperbaiki lewat HRD atau kantor cabang dengan KTP asli dan KK. Kalau KTP-nya yang salah, ke Dukcapil dulu.
answer-thanks = Sama-sama, Kak.
answer-hello = Halo juga, Kak.
