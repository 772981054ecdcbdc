### Masalah data kapesertaan: anu teu acan ditarjamahkeun disanggakeun ku basa Indonésia.

choice-menu-data = Masalah data kapesertaan
choice-menu-data-words = data lepat, masalah data, data salah
