### Jawaban singkat untuk pertanyaan di tengah percakapan. Isinya hanya dari fakta yang boleh disampaikan.

answer-for-others = Maaf Kak, demi keamanan nomor KPJ hanya kami berikan kepada pemiliknya. Yang bersangkutan bisa chat dari HP-nya sendiri. Kalau tidak bisa, ini jalannya:
answer-safe = Wajar kalau hati-hati, Kak. Layanan ini dari { $operator }. Data disimpan terkunci, hanya untuk mencari KPJ. Kami tidak pernah minta kata sandi, PIN, kode JMO, atau uang.
answer-middleman = Tidak perlu calo, Kak. Mengurus nomor KPJ dan klaim tidak dipungut biaya. Jangan berikan kata sandi atau kode JMO ke siapa pun.
answer-cost = Gratis, Kak. Mencari nomor KPJ di sini tidak dipungut biaya, begitu juga di BPJS Ketenagakerjaan.
answer-claim = Pencairan (klaim JHT) tidak lewat sini, Kak. Itu lewat aplikasi JMO, Lapak Asik, atau kantor cabang, dan gratis. Yang bisa saya bantu: nomor KPJ-nya dulu.
answer-balance = Saldo tidak bisa dilihat di sini, Kak. Saldo ada di aplikasi JMO. Untuk daftar JMO perlu nomor KPJ, itu yang bisa saya bantu cari.
answer-health = Itu beda, Kak. BPJS Kesehatan untuk berobat (13 angka). KPJ adalah nomor BPJS Ketenagakerjaan (11 angka).
answer-how-long = Di sini biasanya hanya beberapa menit, Kak, asal datanya cocok dan HP-nya yang terdaftar.
answer-why-nik = Data itu untuk memastikan nomor KPJ tidak jatuh ke tangan orang lain, Kak. Tidak dipakai untuk hal lain.
answer-where-nik = NIK adalah 16 angka di baris paling atas KTP, Kak. Di Kartu Keluarga, NIK ada di baris nama masing-masing.
answer-who = Saya asisten otomatis (bot) dari { $operator }, Kak. Untuk bicara dengan orang, ketik PETUGAS.
answer-what-kpj = KPJ adalah nomor kartu BPJS Ketenagakerjaan, 11 angka. Nomor ini diminta waktu daftar di aplikasi JMO.
answer-without-kpj = Untuk akun JMO yang pertama, nomor KPJ diminta, Kak. NIK saja biasanya belum cukup. Jadi kita cari dulu nomornya.
answer-left-job = Nomor KPJ tetap berlaku walau sudah keluar kerja, Kak. Tetap bisa dipakai untuk JMO.
answer-employer = Tempat kerja yang tidak membantu bukan halangan, Kak. Nomor KPJ bisa ditanyakan langsung ke call center atau kantor cabang dengan membawa KTP.
answer-register = Untuk daftar JMO perlu nomor KPJ, Kak. Kita cari dulu nomornya, lalu saya tunjukkan langkah daftarnya.
answer-account = Kalau tidak bisa masuk JMO, coba "Lupa Password" atau "Lupa Akun" di aplikasinya, Kak. "Lupa Akun" meminta KPJ dan NIK. Nomor KPJ-nya bisa saya bantu cari.
answer-data = Data yang berbeda diperbaiki lewat HRD atau kantor cabang dengan KTP asli dan KK, Kak. Kalau KTP-nya yang salah, ke Dukcapil dulu.
answer-thanks = Sama-sama, Kak.
answer-hello = Halo juga, Kak.
answer-several = Nomornya bisa lebih dari satu kalau tempat kerja baru mendaftarkan Kakak sebagai peserta baru. Yang dipakai nomor paling lama, dan saldonya bisa digabung di JMO.
answer-recover = Iya Kak, itu yang sedang kita kerjakan.
