### Tanya jawab: sing dereng dipertal diaturke mawi basa Indonesia.

choice-menu-faq = Pitakenan
choice-menu-faq-words = taken, arep takon, takon, pitakonan
