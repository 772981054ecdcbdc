### Kantor lan kontak resmi: sing dereng dipertal diaturke mawi basa Indonesia.

choice-menu-offices = Kantor & kontak resmi
choice-menu-offices-words = kantor paling celak, kantor cedhak, alamat kantor, nomer telpon
