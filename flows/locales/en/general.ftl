### Sentences that can come anywhere. Plain words, one question a message.

greeting =
    Hello, I am Teman KPJ, a free service of { $operator }.
    I help you find your KPJ, the 11-digit number of your BPJS Ketenagakerjaan card.
    We are not BPJS Ketenagakerjaan. We never ask for your JMO password, PIN or codes.
    At any time you can type MENU, CANCEL, HELP or AGENT.
greeting-official =
    Hello, I am Teman KPJ, a free service of { $operator }.
    I help you find your KPJ, the 11-digit number of your BPJS Ketenagakerjaan card.
    We never ask for your JMO password, PIN or codes.
    At any time you can type MENU, CANCEL, HELP or AGENT.
sorry = Sorry, something went wrong on our side and your message was not answered. Please send it once more, or type MENU.
in-group = To keep your data safe I do not answer in groups. Please write to me privately.
mended = This service has just been updated. Let us go on from here.
old-button = That button belongs to an earlier question.
cancelled = All right, cancelled. What was not finished has been deleted.
cancelled-plain = All right, cancelled.
nothing-before = This is already the beginning.
in-english = To go on in English, type ENGLISH.
nothing-open = All right. Nothing is open now. Whenever you need something, just write.
stopped = All right, we stop here. If you need me again, just write anything at any time.
forgotten = It has been a while, so we have deleted the unfinished answers. Let us start again.
forgotten-kept = It has been a while, so we have deleted the unfinished answers. Let us go on from here.
reminder = We were not finished. Reply GO ON to continue. Otherwise the unfinished answers will soon be deleted.
language-changed = All right, we speak English now.
too-early = We did not keep that number. Before personal data is used we need your permission.
directory-back = Thank you for waiting. The data can be opened again.

## What is not text
got-photo = I cannot read photos. Please answer in writing. To stay safe, do not send a photo of your KTP.
got-voice = Sorry, I cannot listen to voice messages yet. Please write, a few words are enough.
got-video = I cannot watch videos. Please answer in writing.
got-sticker = Nice sticker. To go on, please answer in writing.
got-document = I cannot open files. Please answer in writing.
got-poll = I cannot read polls. Please answer in writing.
got-reaction = Thank you. To go on, please answer this:
got-call = I cannot take calls. Please write here.
got-other = I cannot read that. Please answer in writing.
got-place = Thank you, your location is not needed now.
got-contact = Thank you, your contact is not needed now.
got-other-contact = That is somebody else's contact or a forwarded one, so it proves nothing.

## Mistyped
wrong-empty = The message is empty, so there was nothing to read.
wrong-is-nik = That looks like a NIK. We have not kept it.
wrong-is-kk-suspect = That looks like a family card number or a NIK. We have not kept it.
wrong-is-kpj = That has 11 digits and looks like a KPJ. We have not kept it.
wrong-is-bpjs-kesehatan = That looks like a BPJS Kesehatan number (13 digits), not BPJS Ketenagakerjaan.
wrong-is-phone = That looks like a phone number.
wrong-is-nik-short = That has 15 digits. If it is meant to be a NIK: a NIK has 16.
wrong-is-nik-long = That has 17 digits. If it is meant to be a NIK: a NIK has 16.
guess-unsure = Which of these do you mean? Choose one, or say it in other words.
stuck-1 = This one seems difficult. Try once more, or choose one of these:
stuck-2 = I still do not understand the answer, sorry. Would you like help from a person, or the menu?
stuck-3 = No problem, take your time. Type HELP for an explanation, or AGENT to talk to a person.
stuck-4 = If you are lost, going back to the MENU is fine too. Which one would you like?
stuck-5 = I cannot understand this one. Please choose another way below, or try again later.

## Talking to people
agent = To talk to a person you can use:
way-operator = • { $operator }: { $contact }
way-call = • The BPJS Ketenagakerjaan call centre { $call_centre }: have your KTP ready, they ask for full name and NIK
way-call-hours = • The BPJS Ketenagakerjaan call centre { $call_centre } ({ $call_centre_hours }): have your KTP ready, they ask for full name and NIK
way-email = • E-mail { $email }: write full name and NIK, answered in about { $email_days } working days
way-email-plain = • E-mail { $email }: write full name and NIK
way-branch = • A branch office of BPJS Ketenagakerjaan: go there with your KTP, free of charge
way-hr = • HR at your workplace: ask for your "nomor peserta BPJS Ketenagakerjaan"
way-card = • Your old BPJS Ketenagakerjaan card: the number is on the front, 11 digits

## Card
card-number = { $number }. KPJ: { $kpj }
card-employer = Employer: { $employer }
card-active = Status: active
card-inactive = Status: not active
card-period = Period: { $joined } to { $left }
card-now = now

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Waiting, buttons, and messages that are no answer
still-checking-1 = We are still checking. One moment please, the answer will come here.
still-checking-2 = Just a little longer, the check is not finished yet.
still-checking-3 = Thank you for your patience. I will write as soon as it is done.
already-pressed = We have got that already.
got-edit = I have seen that you changed your message. To correct an earlier answer, type BACK.
got-forwarded = That is a forwarded message. Please answer in your own words.
got-reaction-at-rest = Thank you. If you need anything else, just write here.
not-kept = We did not keep that number. If it is needed, we will ask for it.
prove-again = To keep your number safe, let us make sure once more that it is you.
wrong-signs = I cannot tell what these signs mean, so there is no answer in them yet.
wrong-script = I cannot read those letters. Please use Latin letters.
go-on = Where would you like to go on?
cannot-hide = We cannot take the message back here. Press and hold the message with the number, then choose Delete.
nothing-to-hide = There is no message with a number to take back.
