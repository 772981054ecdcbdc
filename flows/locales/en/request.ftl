### A message to the operator's people, and their replies. No time is promised but what the operator wrote.

request-topic = Your message will be read by the people of { $operator } and answered in this chat. What is it about?
request-topic-help = Choose the nearest. After that you write what the trouble is.
request-topic-wrong = Please choose first what it is about. Then you write what the trouble is.
request-topic-example = For example, answer 1 if it is about the KPJ.

request-words = Please write what the trouble is in your own words, in one message. I pass it on at once. No NIK, password or code is needed.
request-words-help = Just write what you want to do, what you tried, and what the screen says.
request-words-wrong = I cannot pass that on. Please write it in words.
request-words-wrong-short = That is too short for somebody to help.
request-words-example = For example: "JMO says that the data do not match, but my name is the same as on my KTP".

request-opened = Your message has been passed on. Request number: { $number }. The answer will come in this chat.
request-hours = The people of { $operator }: { $contact }
request-failed = Sorry, we could not keep your message. If it does come in after all, I send you its number here. Try again?
request-failed-help = SEND AGAIN to write the message once more. Other ways to people are in TALK TO A PERSON.
request-failed-wrong = Please choose one.
request-failed-example = For example, answer 1 to try again.

choice-menu-agent = Talk to our people
choice-menu-agent-words = talk to an agent, contact an agent
choice-agent-request = Leave a message
choice-agent-request-words = send a message, write a message
choice-request-kpj = KPJ number
choice-request-kpj-words = kpj, find my number
choice-request-jmo = JMO app
choice-request-jmo-words = jmo, app, jmo account
choice-request-data = Membership data
choice-request-data-words = data, wrong data, not enrolled, two numbers
choice-request-other = Something else
choice-request-other-words = other, else
choice-request-again = Send again
choice-request-again-words = try again, once more

## The brief for the operator's people
brief-channel = Channel: { $channel }, language: { $language }
brief-open = Now at: { $places }
brief-path = Last places: { $places }
brief-asked = Last question answered: { $topic }
brief-screen = Words on their screen: { $words }
brief-proof = Proven: level { $level } ({ $proofs })
brief-consent = Consent given { $hours } hours ago
brief-flow = { $flow ->
    [recovery] finding the KPJ
    [identity] proving identity
    [guide] JMO guide
    [data] trouble with membership data
    [account] trouble with the JMO account
    [offices] contacts and offices of BPJS
    [follow_up] follow-up
   *[other] something else
}
brief-step = step { $number } of the JMO guide
brief-topic = { $topic ->
    [for-others] somebody else's number
    [heirs] a member who has died
    [cost] cost
    [middleman] middlemen
    [safe] whether this service is safe
    [why-nik] why the NIK is asked for
    [what-kpj] what a KPJ is
    [without-kpj] registering in JMO without a KPJ
    [lost-card] a lost card
    [several] several KPJ numbers
    [left-job] having left the job
    [employer] an employer who does not help
    [not-enrolled] not enrolled by the employer
    [paklaring] letter of employment
    [claim] claiming JHT
    [claim-part] claiming part of JHT
    [balance] balance
    [health] BPJS Kesehatan
    [how-long] how long it takes
    [hours] opening hours
    [jmo] the JMO app
    [register] how to register in JMO
    [account] trouble logging in to JMO
    [data] data that differs
   *[other] something else
}
brief-evidence = { $kind ->
    [none] no proof yet
    [knowledge] personal details match
    [phone] registered phone
    [code] code to the registered phone
    [agent] documents checked by an agent
   *[other] other proof
}
brief-held-back = (a message of the bot with personal data was not sent, because an agent had taken over)
brief-edited = (edited)
brief-forwarded = (forwarded)
brief-kind-photo = [photo]
brief-kind-voice = [voice message]
brief-kind-video = [video]
brief-kind-sticker = [sticker]
brief-kind-document = [document]
brief-kind-poll = [poll]
brief-kind-reaction = [reaction]
brief-kind-call = [call]
brief-kind-other = [something else]
brief-place = Location:
brief-contact = [contact]
