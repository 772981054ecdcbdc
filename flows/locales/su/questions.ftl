### Tanya jawab: anu teu acan ditarjamahkeun disanggakeun ku basa Indonésia.

choice-menu-faq = Patarosan
choice-menu-faq-words = naros, badé naros, nanya, patarosan
