### Antrean tiket.

queue-title = Antrean
queue-views = Saringan
queue-view-all = Semua yang berjalan
queue-view-waiting = Menunggu
queue-view-mine = Milik saya
queue-view-overdue = Terlalu lama
queue-view-closed = Ditutup
queue-topic = Topik
queue-topic-all = Semua topik
queue-topic-go = Saring
queue-search = Cari
queue-search-what = No. tiket atau KPJ
queue-search-go = Cari
queue-search-why = Nomor tiket, atau KPJ lengkap 11 angka. KPJ tidak disimpan dan tidak masuk alamat halaman.
queue-found = { $count ->
    [0] Tidak ada tiket yang cocok.
   *[other] { $count } tiket cocok.
 }
queue-found-back = Kembali ke antrean
queue-list = Tiket
queue-mark = Tandai tiket { $number }
queue-claim = Ambil
queue-claim-this = Ambil tiket { $number }
queue-claim-marked = Ambil yang ditandai
queue-priority-high = Penting
queue-reopened = Dibuka lagi
queue-waits = Menunggu
queue-window = WhatsApp:
queue-window-closed = sudah lewat 24 jam
queue-window-left = sisa { $time }
queue-you = Anda
queue-state-waiting = Menunggu petugas
queue-state-agent = Giliran petugas
queue-state-user = Giliran pengguna
queue-state-closed = Ditutup
queue-empty-waiting = Tidak ada yang menunggu. Halaman ini memberi tahu kalau ada tiket baru.
queue-empty-mine = Anda belum memegang tiket.
queue-empty-all = Tidak ada tiket yang berjalan.
queue-empty-overdue = Tidak ada yang menunggu terlalu lama.
queue-empty-closed = Belum ada tiket yang ditutup.
queue-empty-search = Periksa lagi nomornya.

proof-short-0 = Belum terbukti
proof-short-1 = Bukti 1
proof-short-2 = Bukti 2
proof-short-3 = Bukti 3
proof-level-0 = Belum ada bukti siapa pengguna ini
proof-level-1 = Tingkat 1: tahu NIK, nama, dan tanggal lahir
proof-level-2 = Tingkat 2: NIK dan nomor HP cocok dengan data
proof-level-3 = Tingkat 3: dokumennya sudah diperiksa petugas
queue-place-away = { $place } tidak bisa dihubungi sejak { $time } lalu. Semua tiket tetap ada di sini.
place-telegram_group = Grup Telegram
place-chatwoot = Chatwoot
