### Masalah data kepesertaan: sing dereng dipertal diaturke mawi basa Indonesia.

choice-menu-data = Masalah data kepesertaan
choice-menu-data-words = data klentu, masalah data, dataku salah
