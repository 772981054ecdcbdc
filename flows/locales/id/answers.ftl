### Jawaban singkat untuk pertanyaan di tengah percakapan. Isinya hanya dari fakta yang boleh disampaikan.

answer-for-others = Maaf Kak, demi keamanan nomor KPJ hanya kami berikan kepada pemiliknya. Yang bersangkutan bisa chat dari HP-nya sendiri. Kalau tidak bisa, ini jalannya:
answer-safe = Wajar kalau hati-hati, Kak. Layanan ini dari { $operator }. Data disimpan terkunci, hanya untuk mencari KPJ. Kami tidak pernah minta kata sandi, PIN, kode JMO, atau uang.
answer-middleman = Tidak perlu calo, Kak. Mengurus nomor KPJ dan klaim tidak dipungut biaya. Jangan berikan kata sandi atau kode JMO ke siapa pun.
answer-cost = Gratis, Kak. Mencari nomor KPJ di sini tidak dipungut biaya, begitu juga di BPJS Ketenagakerjaan.
answer-claim = Pencairan JHT (tabungan hari tua) tidak lewat sini, Kak. Itu lewat aplikasi JMO, Lapak Asik, atau kantor cabang, dan gratis. Sesudah berhenti kerja ada masa tunggu satu bulan, dan perusahaan harus sudah melaporkannya.
answer-balance = Saldo tidak bisa dilihat di sini, Kak. Saldo ada di aplikasi JMO. Untuk daftar JMO perlu nomor KPJ, itu yang bisa saya bantu cari.
answer-health = Itu beda, Kak. BPJS Kesehatan untuk berobat (13 angka). KPJ adalah nomor BPJS Ketenagakerjaan (11 angka). Urusan berobat dan iurannya ditanyakan ke BPJS Kesehatan.
answer-how-long = Mencari nomor KPJ di sini biasanya hanya beberapa menit, Kak, asal datanya cocok dan HP-nya yang terdaftar.
answer-why-nik = Data itu untuk memastikan nomor KPJ tidak jatuh ke tangan orang lain, Kak. Tidak dipakai untuk hal lain.
answer-where-nik = NIK adalah 16 angka di baris paling atas KTP, Kak. Di Kartu Keluarga, NIK ada di baris nama masing-masing.
answer-who = Saya asisten otomatis (bot) dari { $operator }, Kak. Untuk bicara dengan orang, ketik PETUGAS.
answer-what-kpj = KPJ adalah nomor kartu BPJS Ketenagakerjaan, 11 angka. Nomor ini diminta waktu daftar di aplikasi JMO.
answer-without-kpj = Untuk akun JMO yang pertama, nomor KPJ diminta, Kak. NIK saja biasanya belum cukup. Jadi kita cari dulu nomornya.
answer-left-job = Nomor KPJ tetap berlaku walau sudah keluar kerja, Kak. Tetap bisa dipakai untuk JMO.
answer-employer = Tempat kerja yang tidak membantu bukan halangan, Kak. Nomor KPJ bisa ditanyakan langsung ke call center atau kantor cabang dengan membawa KTP.
answer-register = Untuk daftar JMO perlu nomor KPJ, Kak. Kita cari dulu nomornya, lalu saya tunjukkan langkah daftarnya.
answer-account = Kalau tidak bisa masuk JMO, coba "Lupa Password" atau "Lupa Akun" di aplikasinya, Kak. "Lupa Akun" meminta KPJ dan NIK. Nomor KPJ-nya bisa saya bantu cari.
answer-data = Data yang berbeda diperbaiki lewat HRD atau kantor cabang dengan KTP asli dan KK (Kartu Keluarga), Kak. Kalau KTP-nya yang salah, ke Dukcapil dulu.
answer-thanks = Sama-sama, Kak.
answer-unsolved = Maaf belum berhasil, Kak. Kita teruskan: jawab pertanyaan di bawah ini, atau tulis apa yang muncul di HP. Untuk bicara dengan orang, ketik PETUGAS.
answer-hello = Halo juga, Kak.
answer-several = Nomornya bisa lebih dari satu kalau tempat kerja baru mendaftarkan Kakak sebagai peserta baru. Yang dipakai nomor paling lama, dan saldonya bisa digabung di JMO.
answer-heirs = Turut berduka cita, Kak. Nomor peserta yang sudah meninggal tidak kami berikan di chat. Tanyakan dulu surat yang perlu dibawa ahli warisnya, lewat salah satu ini:
answer-upset = Maaf sudah bikin kesal, Kak. Saya cuma bot dan belum paham semuanya.
answer-paklaring = Paklaring adalah surat pengalaman kerja dari perusahaan, Kak. Kalau tidak ada, klaim JHT bisa memakai slip gaji, kartu pegawai, atau bukti bekerja yang lain. Untuk urusan lain, tanyakan dulu ke kantor cabang.
answer-glad = Syukurlah, Kak.
answer-email = JMO meminta e-mail sendiri, Kak: kodenya dikirim ke sana, dan nanti dipakai untuk masuk. Kalau belum punya, buat dulu e-mailnya. E-mail kantor sebaiknya jangan, karena tidak ikut kalau pindah kerja.
answer-who-2 = Kami bukan BPJS Ketenagakerjaan. Kontak resminya ada di menu "Kantor & kontak resmi".
answer-claim-part = Kalau masih bekerja, JHT bisa diambil sebagian, Kak: 10 persen untuk keperluan lain atau 30 persen untuk rumah, sesudah paling sedikit 10 tahun jadi peserta. Itu menurut berita, jadi pastikan dulu ke call center atau kantor cabang.
answer-other-card = KPJ di sini nomor kartu BPJS Ketenagakerjaan (11 angka), Kak. Kartu lain, seperti Kartu Jakarta Pintar atau Kartu Pekerja Jakarta, tidak bisa kami bantu di sini.
answer-wait = Silakan, Kak, saya tunggu. Tidak perlu buru-buru.
answer-recover = Iya Kak, itu yang sedang kita kerjakan.
answer-how-long-2 = • Call center { $call_centre }: biasanya hitungan menit sampai jam
answer-how-long-3 = • E-mail { $email }: sekitar { $email_days } hari kerja
answer-how-long-4 = • Kantor cabang: biasanya hari itu juga
answer-claim-limit = Lewat aplikasi JMO, klaim JHT bisa untuk saldo sampai { $jmo_limit }, Kak, bagi yang sudah berhenti kerja. Di atas itu lewat Lapak Asik atau kantor cabang. Semuanya gratis.
answer-need-kpj = Nomor KPJ diminta waktu membuat akun JMO yang pertama, juga untuk "Lupa Akun". Kalau sudah punya akun, masuknya dengan e-mail dan kata sandi, dan nomornya terlihat di Kartu Digital.
answer-lost-card =
    Kartu hilang atau rusak tidak menghapus kepesertaan, Kak. Kartu fisik juga tidak wajib: kartu digitalnya bisa diunduh di JMO.
    Kalau mau dicetak ulang di kantor cabang, bawa KTP, KK, dan bukti pernah bekerja. Kantor cabang akan memberi tahu bila perlu surat kehilangan dari polisi.
answer-jmo = Di aplikasi JMO (Jamsostek Mobile), Kakak bisa melihat saldo JHT, riwayat iuran, dan kartu digital. Bisa juga klaim JHT, memperbarui data, mencari kantor cabang, dan menyampaikan pengaduan.
answer-hours = Jam kantor cabang bisa berbeda-beda, Kak. Sebaiknya cek dulu di aplikasi JMO atau tanya call center.
answer-hours-2 = • Call center { $call_centre }: { $call_centre_hours }
answer-hours-3 = • { $operator }: { $contact }
answer-not-enrolled = Setiap perusahaan wajib mendaftarkan pekerjanya, Kak. Untuk memastikan, tanyakan ke HRD secara tertulis, ke call center, atau ke kantor cabang dengan KTP.
answer-tips =
    Supaya nomornya aman, Kak:
    • Foto kartunya dan simpan nomornya di tempat aman, bukan di grup atau media sosial.
    • Segera daftar JMO dengan e-mail dan nomor HP sendiri.
    • Pindah kerja? Berikan nomor lama ke HRD yang baru, dan minta surat pengalaman kerja (paklaring).
    • Cek iuran di JMO setiap bulan, dan nyalakan notifikasinya.
answer-what-now = Tidak apa-apa, Kak, kita lanjut pelan-pelan.
answer-cannot-read = Tidak apa-apa, Kak. Kalau sulit membaca atau mengetik, boleh dibantu keluarga yang dipercaya, atau bicara langsung saja.
answer-gave-code = Kalau kode atau kata sandi JMO terlanjur diberikan ke orang lain, Kak: segera buat kata sandi baru lewat "Lupa Password" di JMO, jangan berikan kode apa pun lagi, lalu laporkan.
answer-source = Data yang Kakak tulis dicocokkan dengan daftar anggota di { $operator }, Kak. Yang disimpan dari chat ini bisa dilihat dengan mengetik DATA PRIBADI SAYA, dan dihapus dengan HAPUS DATA SAYA.
answer-subsidy = BSU (bantuan subsidi upah) dan Prakerja tidak diurus di sini, Kak, dan jadwalnya tidak kami ketahui. Hati-hati, ada halaman palsu yang meminta data pribadi.
answer-subsidy-2 = Soal BSU bisa ditanyakan ke call center { $call_centre }.
answer-claim-papers = Untuk klaim JHT biasanya diminta KTP, KK, kartu BPJS Ketenagakerjaan, dan paklaring atau bukti kerja lain, Kak. Kadang juga NPWP. Kepesertaannya sudah tidak aktif, dan di JMO datanya sudah diperbarui lewat "Pengkinian Data". Semuanya gratis.
answer-new-phone = Nomor HP, e-mail, atau alamat yang baru diisi di JMO, Kak: "Profil Saya", lalu "Ubah Profil". Bisa juga di kantor cabang dengan KTP asli. Lewat chat ini tidak bisa.
answer-outside = Maaf Kak, itu sepertinya di luar yang bisa saya bantu. Saya membantu soal nomor KPJ, daftar JMO, dan data BPJS Ketenagakerjaan.
answer-outside-2 = Urusan BPJS Ketenagakerjaan yang lain bisa ditanyakan ke call center { $call_centre }.
answer-accident = Semoga lekas pulih, Kak. Soal kecelakaan kerja belum bisa kami jelaskan di sini. Beri tahu tempat kerja, dan tanyakan secepatnya lewat salah satu ini:
answer-self-employed = Karyawan didaftarkan oleh tempat kerjanya, Kak, tidak bisa mendaftar sendiri. Yang bekerja mandiri membayar iurannya sendiri. Soal cara daftar dan iurannya, tanyakan ke kantor cabang.
answer-self-employed-2 = Bisa juga ke call center { $call_centre }.
answer-builder = { guide-worker-builder }
