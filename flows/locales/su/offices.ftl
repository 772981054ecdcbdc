### Kantor sareng kontak resmi: anu teu acan ditarjamahkeun disanggakeun ku basa Indonésia.

choice-menu-offices = Kantor & kontak resmi
choice-menu-offices-words = kantor pangcaketna, kantor deukeut, alamat kantor, nomer telepon
