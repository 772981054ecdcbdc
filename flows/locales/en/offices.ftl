### Official contacts and offices. Numbers, hours and addresses come from the configuration only.

offices-contacts = Official contacts of BPJS Ketenagakerjaan, no middleman needed:
contacts-call = • Call centre { $call_centre }
contacts-call_hours = • Call centre { $call_centre }, { $hours }
contacts-email = • E-mail { $email }
contacts-website = • Website { $website }
contacts-whatsapp = • WhatsApp { $whatsapp }
contacts-migrants = • WhatsApp for migrant workers { $whatsapp_migrants }
contacts-instagram = • Instagram { $instagram }
contacts-x = • X (Twitter) { $x }
contacts-facebook = • Facebook { $facebook }
contacts-branch = • Branch office: go there with your KTP
contacts-which_zone = Name your town if you want the hours in your own time. Never write your NIK in public comments.
offices-contacts-help = NEAREST OFFICE finds an office by town or location. GOING TO A BRANCH tells what to bring.
offices-contacts-wrong = Please choose one, or write the name of your town.
offices-contacts-example = For example, write "Makassar", or answer 1 for the nearest office.
offices-where = Which town or regency are you in? Write its name, or share your location with your phone's attachment button.
offices-where-help = Your location is used once to find an office, and is not kept.
offices-where-wrong = I do not know that town. Please write only the name of the town or regency.
offices-where-example = For example, write "Cirebon" or "Lombok Timur".
offices-near = Offices in our list:
offices-near-close = Make sure when it is open, for example with the call centre. Bring your KTP.
offices-near-help = Write another town to search again, or share your location.
offices-near-wrong = I do not know that town. Please write only the name of the town or regency.
offices-near-example = For example, write "Cirebon" or "Lombok Timur".
offices-phone = Phone { $phone }
offices-distance = About { $distance } km
offices-no_list =
    We have no list of addresses here, and we do not want to give you a wrong one.
    The nearest office is shown in the JMO app, or ask the call centre.
offices-no_office =
    Our list has no office there yet.
    The nearest office is shown in the JMO app, or ask the call centre.
offices-branch =
    Going to a branch office:
    • Bring your KTP, and your card or KPJ if you have it.
    • To correct data: also your KK, and a letter from your company if there is one.
    • Take a queue number and say what you need.
    • It is free, no middleman needed.
offices-branch-help = To ask for your KPJ the KTP is enough. If your card is lost, ask there whether a police report is needed.
offices-branch-wrong = Please choose one, or write the name of your town.
offices-branch-example = For example, answer 1 to find the nearest office.

choice-menu-offices = Offices & contacts
choice-menu-offices-words = nearest office, branch office, address, official contacts, call centre, phone number
choice-offices-near = Nearest office
choice-offices-near-words = find an office, another office, another town
choice-offices-branch = Going to a branch
choice-offices-branch-words = what to bring, how to go to a branch
choice-offices-contacts = Official contacts
choice-offices-contacts-words = contacts, call centre, phone number
