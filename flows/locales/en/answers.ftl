### Short answers to questions in the middle of a conversation. Only facts that may be told.

answer-for-others = Sorry, to keep people safe we give a number only to its owner. They can write from their own phone. If they cannot, these are the ways:
answer-safe = It is right to be careful. This service is run by { $operator }. Data is kept encrypted and used only to find the KPJ. We never ask for passwords, PINs, JMO codes or money.
answer-middleman = You do not need a middleman. Getting your KPJ and claiming cost nothing. Give your JMO password and codes to nobody.
answer-cost = It is free. Finding your KPJ costs nothing here, nor at BPJS Ketenagakerjaan.
answer-claim = Claims of JHT (old-age savings) are not made here. They are made in the JMO app, at Lapak Asik or at a branch office, free of charge. After leaving work there is a waiting time of one month, and the employer must have reported it.
answer-balance = I cannot show balances. They are in the JMO app. To register there you need your KPJ, and that I can find.
answer-health = Those are different. BPJS Kesehatan is for health care (13 digits). The KPJ is the number of BPJS Ketenagakerjaan (11 digits). For treatment and its dues please ask BPJS Kesehatan.
answer-how-long = Finding the KPJ here usually takes a few minutes, if the data match and you write from the registered phone.
answer-why-nik = It is used to make sure that your KPJ does not get into the wrong hands. For nothing else.
answer-where-nik = The NIK is in the first line of your KTP: 16 digits. On the family card it is in each person's row.
answer-who = I am an automatic assistant (a bot) of { $operator }. To talk to a person, type AGENT.
answer-what-kpj = The KPJ is the number of your BPJS Ketenagakerjaan card, 11 digits. The JMO app asks for it when you register.
answer-without-kpj = For a first JMO account the KPJ is asked for. The NIK alone is usually not enough. So let us find the number first.
answer-left-job = Your KPJ stays valid after you leave a job. It still works in JMO.
answer-employer = An employer who does not help cannot stop you. Ask the call centre or a branch office for your KPJ, with your KTP.
answer-register = To register in JMO you need your KPJ. Let us find it first, then I show you the steps.
answer-account = For trouble with logging in to JMO, try "Lupa Password" or "Lupa Akun" in the app. "Lupa Akun" asks for KPJ and NIK. I can find your KPJ.
answer-data = Data that differ are corrected through HR or at a branch office with your KTP and KK. If the KTP is wrong, go to Dukcapil first.
answer-thanks = You are welcome.
answer-unsolved = Sorry that it has not worked yet. Let us go on: answer the question below, or write what you see on your phone. To talk to a person, type AGENT.
answer-hello = Hello again.
answer-several = There can be more than one number if a new employer enrolled you as a new member. Keep the oldest one; the balances can be merged in JMO.
answer-heirs = I am sorry for your loss. The number of a member who has died is not given in a chat. Please ask first which papers the heirs have to bring, in one of these ways:
answer-upset = Sorry for the annoyance. I am only a bot and do not understand everything yet.
answer-paklaring = A paklaring is the letter of employment from a company. If you have none, a payslip, an employee card or other proof of work is accepted for a JHT claim. For anything else, please ask the branch office first.
answer-glad = Good to hear.
answer-email = JMO asks for an e-mail address of your own: the code goes there, and you log in with it later. If you have none, make one first. Better not the company's: it does not stay with you when you change jobs.
answer-who-2 = We are not BPJS Ketenagakerjaan. Its official contacts are in the menu, under "Offices and contacts".
answer-claim-part = While still working, a part of the JHT can be taken out: 10 per cent for other needs or 30 per cent for housing, after at least 10 years as a member. That is what the press says, so please ask the call centre or a branch office first.
answer-other-card = KPJ here is the number of the BPJS Ketenagakerjaan card (11 digits). We cannot help with other cards, such as Kartu Jakarta Pintar or Kartu Pekerja Jakarta.
answer-wait = Take your time, I will wait.
answer-recover = Yes, that is what we are doing right now.
answer-how-long-2 = • Call centre { $call_centre }: usually minutes to hours
answer-how-long-3 = • E-mail { $email }: about { $email_days } working days
answer-how-long-4 = • Branch office: usually the same day
answer-claim-limit = In the JMO app JHT can be claimed for balances up to { $jmo_limit }, by those who have stopped working. Above that: Lapak Asik or a branch office. All of it is free.
answer-need-kpj = The KPJ is asked for when you make your first JMO account, and for "Lupa Akun". With an account you log in by e-mail and password, and see the number on the digital card.
answer-lost-card =
    Losing the card does not end the membership. The physical card is not needed: the digital card can be downloaded in JMO.
    For a reprint at a branch office bring your KTP, the KK and proof of having worked. The office tells you if a police report of the loss is needed.
answer-jmo = In the JMO app (Jamsostek Mobile) you can see your JHT balance and contributions, open the digital card, claim JHT, update your data, look for branch offices and send complaints.
answer-hours = The hours of branch offices differ. It is best to look in the JMO app or to ask the call centre first.
answer-hours-2 = • Call centre { $call_centre }: { $call_centre_hours }
answer-hours-3 = • { $operator }: { $contact }
answer-not-enrolled = Every employer has to enrol its workers. To make sure, ask HR in writing, the call centre, or a branch office with your KTP.
answer-tips =
    To keep your number safe:
    • Take a photo of the card and keep the number in a safe place, not in a group or on social media.
    • Register in JMO soon, with your own e-mail and phone number.
    • Changing jobs? Give the old number to the new HR, and ask for a letter of employment (paklaring).
    • Check contributions in JMO every month, and switch on notifications.
answer-what-now = No problem, let us go on step by step.
answer-cannot-read = No problem. If reading or typing is hard, somebody in your family whom you trust can help, or just talk to a person.
answer-gave-code = If a JMO code or password has been given to somebody else: make a new password at once with "Lupa Password" in JMO, give no more codes to anybody, and report it.
answer-source = What you write is compared with the list of members at { $operator }. To see what is kept from this chat, type MY DATA; to delete it, type DELETE MY DATA.
answer-subsidy = Aid such as BSU (wage subsidy) or Prakerja is not handled here, and we do not know when it is paid. Be careful: there are fake pages that ask for personal data.
answer-subsidy-2 = About BSU you can ask the call centre { $call_centre }.
answer-claim-papers = A JHT claim usually asks for your KTP, the KK, the BPJS Ketenagakerjaan card, and a letter of employment (paklaring) or other proof of work; sometimes the NPWP. The membership is not active any more, and in JMO your data have been updated in "Pengkinian Data". All of it is free.
answer-new-phone = A new phone number, e-mail or address is entered in JMO ("Profil Saya", then "Ubah Profil"), or at a branch office with your KTP. It cannot be changed in this chat.
answer-outside = Sorry, that seems to be outside of what I can help with. I help with the KPJ number, with JMO and with data at BPJS Ketenagakerjaan.
answer-outside-2 = Other matters of BPJS Ketenagakerjaan can be asked at the call centre { $call_centre }.
answer-accident = I hope that you get well soon. Accidents at work cannot be explained here. Tell your employer, and ask as soon as you can in one of these ways:
answer-self-employed = Employees are enrolled by their employer and cannot do it themselves. Who works on their own pays the contributions themselves. How to enrol and what it costs is best asked at a branch office.
answer-self-employed-2 = Or at the call centre { $call_centre }.
answer-builder = { guide-worker-builder }
