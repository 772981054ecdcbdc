recovery-one = Found it. This is your KPJ:
recovery-several = Found it. There are { $count } numbers in your name:
recovery-inactive = "Not active" means that you no longer work there. The number is still valid and still works in JMO.
recovery-one-close = Write the 11 digits down and do not share them. Where would you like to go on?
recovery-several-close = Use the oldest one, number 1. Where would you like to go on?
recovery-shown = Your KPJ was sent above. Where would you like to go on?
recovery-shown-help = Choose STEPS IN JMO to register, KEEP IT SAFE for tips, or MENU if you are done.
recovery-shown-wrong = I did not get that. Please choose one.
recovery-shown-example = For example, answer 1 to see the steps in JMO.

recovery-none = We have your data, but { $operator } has no KPJ on record for you. Your employer may not have enrolled you, or the data is not in yet. Ask HR, or talk to a person.
recovery-none-help = Ask HR: "Am I enrolled in BPJS Ketenagakerjaan, and what is my member number?"
recovery-none-wrong = Please choose one, or type MENU.
recovery-none-example = For example, answer 1 to see how to talk to a person.

recovery-hidden = The message with the number was taken back from this chat.
recovery-hidden-help = The number can be shown again at any time. Your data may have to be checked again then.
recovery-hidden-wrong = Choose SHOW IT AGAIN if you need the number, or MENU.
recovery-hidden-example = For example, answer 1 to show the number again.

recovery-keep-help = Your KPJ stays valid when you change jobs, so keep it well.
recovery-keep-wrong = Please choose one, or type MENU.
recovery-keep-example = For example, answer 1 to see the number again.

recovery-which =
    Why are there several numbers? Usually because a new employer enrolled you as a new member.
    The one to keep is the oldest.
    The balances can be merged in JMO under "Pengkinian Data": make sure that the number shown is the first one.
    If that does not work in JMO: through HR with all cards, KTP and proof of employment (paklaring), or at a branch office.
recovery-which-help = Merging the numbers costs nothing. You do not need anybody who offers it as a service.
recovery-which-wrong = Please choose one, or type MENU.
recovery-which-example = For example, answer 1 to see the number again.

recovery-away = Sorry, the number cannot be fetched right now. I will try again in a moment and send it here.
recovery-away-help = I keep trying. You can close this chat.
recovery-away-wrong = It still cannot be fetched. I will tell you as soon as it can.
recovery-away-example = If you do not want to wait, answer 1 to talk to a person.

recovery-not_confirmed =
    Sorry, we could not confirm that data, so we cannot give the number here.
    Please check: is it the NIK (not the family card number), is the name exactly as on the KTP, and is this chat on the registered phone number?
    There are several ways to go on:
recovery-not_confirmed-help = TRY AGAIN starts with the NIK. OTHER WAYS shows how to get the number without this chat. The others explain what often causes this.
recovery-not_confirmed-wrong = Please choose one below.
recovery-not_confirmed-example = For example, answer with the number in front of your choice.

recovery-locked = To keep people safe, searching is closed for now. Try again in about { $minutes } minutes. General questions and the other ways still work.
recovery-locked-hours = To keep people safe, searching is closed for now. Try again in about { $hours } hours. General questions and the other ways still work.
recovery-locked-help = Too much of the data did not match, so searching stops for a while, to keep others from guessing. After that you can try again.
recovery-locked-wrong = Please choose one, or type MENU.
recovery-locked-example = For example, answer 1 for other ways to get the number.

recovery-ways = Other ways to get your KPJ, none of which needs a middleman:
recovery-ways-help = HR is usually the fastest. If not, the call centre or a branch office with your KTP.
recovery-ways-wrong = Please choose one, or type MENU.
recovery-ways-example = For example, answer 2 to go back to the menu.

recovery-declined = That is fine. Nothing was kept. You can also get your KPJ through:
recovery-declined-help = If you change your mind, choose GO ON WITH MY DATA. You will be asked for permission again.
recovery-declined-wrong = Please choose one, or type MENU.
recovery-declined-example = For example, answer 2 to go back to the menu.

choice-recovery-next = Steps in JMO
choice-recovery-next-words = register jmo, how to register, next step, next
choice-recovery-which = Why several?
choice-recovery-which-words = why are there several, why two, which one
choice-recovery-keep = Keep it safe
choice-recovery-hide = Hide the number
choice-recovery-hide-words = hide, hide it, delete the message
choice-recovery-show = Show it again
choice-recovery-show-words = see it again, see the number, show
choice-recovery-again = Try again
choice-recovery-again-words = once more, retry
choice-recovery-not_enrolled = Not enrolled?
choice-recovery-differs = Data differ?
choice-recovery-records = Changed jobs?
choice-recovery-ways = Other ways
choice-recovery-ways-words = another way, alternatives
choice-recovery-rethink = Go on with my data
choice-recovery-rethink-words = agree, go on, changed my mind
recovery-away-short = { recovery-away-wrong }
