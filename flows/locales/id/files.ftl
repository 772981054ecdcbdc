### Foto dan berkas untuk petugas: mengapa ada yang tidak diterima. Yang diawali brief- dibaca petugas.

file-empty = Berkas itu kosong, Kak. Mohon kirim sekali lagi.
file-type = Yang bisa kami terima foto biasa atau PDF, Kak. Mohon kirim dalam bentuk itu.
file-heic = Foto dari iPhone itu belum bisa kami buka, Kak. Mohon kirim tangkapan layarnya.
file-large = Berkasnya terlalu besar, Kak. Mohon kirim yang lebih kecil, atau foto halamannya.
file-pixels = Fotonya terlalu besar, Kak. Mohon kirim tangkapan layarnya.
file-damaged = Berkasnya tidak bisa kami buka, Kak, mungkin rusak. Mohon kirim sekali lagi, atau kirim fotonya.
file-locked = PDF itu memakai kata sandi, Kak. Mohon kirim yang tanpa kata sandi, atau foto halamannya.
file-active = PDF itu berisi lebih dari halaman biasa, jadi demi keamanan tidak kami terima. Mohon kirim foto halamannya, Kak.
file-pages = PDF itu terlalu panjang, Kak, paling banyak { $pages } halaman. Mohon kirim bagian yang perlu saja.
file-virus = Berkas itu berbahaya menurut pemeriksa virus, Kak, jadi tidak kami terima. Mohon kirim fotonya saja.
file-unscanned = Berkasnya belum bisa kami periksa sekarang, Kak. Mohon kirim lagi nanti ya.
file-many-ticket = Berkas untuk permintaan ini sudah { $files }, Kak. Tanyakan dulu ke petugas mana yang masih perlu.
file-many-day = Hari ini sudah ada { $a_day } berkas, Kak. Mohon kirim sisanya besok.
file-gone = Berkasnya sudah tidak ada, Kak. Mohon kirim sekali lagi.
file-away = Berkasnya belum bisa kami ambil, Kak. Mohon kirim lagi nanti ya.
file-instead = Ada berkas untuk Kakak: { $name }. Lewat sini berkasnya tidak bisa dikirim.

brief-file-note = Ada berkas dari pengguna yang tidak diterima: { $why }.
brief-file-empty = kosong
brief-file-type = bukan foto atau PDF
brief-file-heic = foto HEIC dari iPhone, tidak bisa dibuka
brief-file-large = terlalu besar
brief-file-pixels = foto dengan terlalu banyak titik
brief-file-damaged = rusak atau bukan seperti yang disebut
brief-file-locked = PDF dengan kata sandi
brief-file-active = PDF yang berisi program, tautan otomatis, atau berkas lain
brief-file-pages = PDF lebih dari { $pages } halaman
brief-file-virus = pemeriksa virus menemukan sesuatu
brief-file-unscanned = pemeriksa virus tidak bisa dihubungi
brief-file-many-ticket = sudah { $files } berkas di tiket ini
brief-file-many-day = sudah { $a_day } berkas dari pengguna ini dalam sehari
brief-file-gone = sudah tidak ada di penyedia chat
brief-file-away = tidak bisa diambil dari penyedia chat
