### Kontak resmi dan kantor. Nomor, jam, dan alamat hanya dari konfigurasi.

offices-contacts = Kontak resmi BPJS Ketenagakerjaan, semuanya tanpa calo:
contacts-call = • Call center { $call_centre }
contacts-call_hours = • Call center { $call_centre }, jam { $hours }
contacts-email = • E-mail { $email }
contacts-website = • Situs { $website }
contacts-whatsapp = • WhatsApp { $whatsapp }
contacts-migrants = • WhatsApp pekerja migran { $whatsapp_migrants }
contacts-instagram = • Instagram { $instagram }
contacts-x = • X (Twitter) { $x }
contacts-facebook = • Facebook { $facebook }
contacts-branch = • Kantor cabang: datang dengan KTP
contacts-which_zone = Sebut kota Kakak kalau mau jamnya sesuai waktu setempat. NIK (16 angka di KTP) jangan ditulis di kolom komentar umum.
offices-contacts-help = KANTOR TERDEKAT untuk mencari kantor dari nama kota atau lokasi. CARA KE CABANG untuk yang perlu dibawa.
offices-contacts-wrong = Pilih salah satu, atau tulis nama kotanya, Kak.
offices-contacts-example = Contohnya, tulis "Makassar", atau balas 1 untuk kantor terdekat.
offices-where = Kakak di kota atau kabupaten mana? Tulis namanya, atau bagikan lokasi lewat tombol lampiran di HP.
offices-where-help = Lokasi hanya dipakai sekali untuk mencari kantor, dan tidak kami simpan.
offices-where-wrong = Nama kota itu belum saya kenali, Kak. Coba tulis nama kota atau kabupatennya saja.
offices-where-example = Contohnya, tulis "Cirebon" atau "Lombok Timur".
offices-near = Kantor yang ada di daftar kami:
offices-near-close = Pastikan dulu jam bukanya, Kak, misalnya lewat call center. Bawa KTP asli.
offices-near-help = Tulis kota lain untuk mencari lagi, atau bagikan lokasi.
offices-near-wrong = Nama kota itu belum saya kenali, Kak. Coba tulis nama kota atau kabupatennya saja.
offices-near-example = Contohnya, tulis "Cirebon" atau "Lombok Timur".
offices-phone = Telepon { $phone }
offices-distance = Sekitar { $distance } km
offices-no_list =
    Daftar alamat kantor belum ada di sini, Kak, dan kami tidak mau salah memberi alamat.
    Kantor terdekat bisa dilihat di aplikasi JMO, atau ditanyakan ke call center.
offices-no_office =
    Kantor di sana belum ada di daftar kami, Kak.
    Kantor terdekat bisa dilihat di aplikasi JMO, atau ditanyakan ke call center.
offices-branch =
    Ke kantor cabang:
    • Bawa KTP asli, dan kartu atau nomor KPJ kalau ada.
    • Untuk memperbaiki data: bawa juga KK (Kartu Keluarga) dan surat dari perusahaan bila ada.
    • Ambil antrean, sebutkan keperluannya.
    • Gratis, tidak perlu calo.
offices-branch-help = Untuk menanyakan nomor KPJ cukup KTP. Kalau kartu hilang, tanyakan di sana apakah perlu surat kehilangan.
offices-branch-wrong = Pilih salah satu, atau tulis nama kotanya, Kak.
offices-branch-example = Contohnya, balas 1 untuk mencari kantor terdekat.

choice-menu-offices = Kantor & kontak resmi
choice-menu-offices-words = kantor terdekat, kantor cabang, alamat kantor, kontak resmi, call center, nomor telepon
choice-offices-near = Kantor terdekat
choice-offices-near-words = cari kantor, kantor lain, alamat kantor, kota lain
choice-offices-branch = Cara ke cabang
choice-offices-branch-words = cara ke kantor cabang, bawa apa saja, syarat
choice-offices-contacts = Kontak resmi
choice-offices-contacts-words = kontak, call center, nomor telepon
