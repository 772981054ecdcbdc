### What the web chat's page itself says to workers.

## The page
skip = Go to the message box
chat = Chat with Teman KPJ
new = Start a new conversation
contents = Conversation
safety = Conversations are kept encrypted and deleted by themselves. Never give the password, PIN or OTP code of the JMO app to anybody.
needs-javascript = This chat needs JavaScript. Switch it on in your browser, then load the page again.
messages = Messages
newer = New messages
attach = Attach a photo or PDF
write = Write a message
placeholder = Write a message…
send = Send
sure = Start a new conversation?
sure-what = All messages on this page are deleted, and the conversation starts again.
sure-no = Cancel
sure-yes = Delete and start again

## The demo's panel
simulation = Simulation
fictional = fictional data
writing-as = Writing as
simulation-what = Everybody here is made up. Choose somebody and write as if from their phone. Each has a conversation of their own. Tap a piece of data to copy it into the message box.
no-phone = no phone number

## Beside messages
bot = Teman KPJ:
you = You:
waiting = Waiting to be sent
sent = Sent
not-sent = Not sent
choices = Possible answers
deleted = This message was deleted to keep your data safe.
hidden = This message is hidden now.
download = Download { $name }
photo = Photo: { $name }
attachment = Attachment: { $name }
copy = Copy
copy-number = Copy { $number }
copied = Copied ✓
not-copied = Not possible
number-copied = Number copied
number-not-copied = The number could not be copied

## Troubles
reconnecting = Connecting again… Your messages are not lost.
offline = No internet. Your messages are kept and sent by themselves later.
trouble = Something is not working right now. Your messages are kept and sent by themselves.
no-cookies = This browser refuses cookies. Allow cookies for this site so that messages can be sent.
not-left = Not deleted yet: there is no connection. Please try again in a moment.
file-forgotten = This file was not sent because the page was loaded again. Please choose it once more.
cannot-send = This message cannot be sent.

## What is not taken
refused-origin = Another page may not send messages here. Please open this chat itself.
refused-conversation = The conversation is not open yet. Please load this page again.
refused-persona = Writing as somebody else exists in the simulation only.
refused-file-gone = This file is not there any more. Please write SEND MY DATA again.
refused-file-large = This file is too large, { $most } MB is the most. Please send an ordinary photo.
refused-file-empty = This file is empty. Please choose another one.
refused-file-type = Photos (JPG, PNG, WebP) and PDFs can be sent. Please send it as one of these.
refused-uploads = Files cannot be sent here. Please just write.
refused-room-own = Many files have been sent already. Please try again later.
refused-room = Many files are being sent right now. Please try again later.
refused-slow = The file was cut off on its way. Please try again.
refused-not-json = This cannot be read. Please use the message box on the page.
refused-malformed = This cannot be read. Please load the page again and try once more.
refused-empty = The message is empty. Please write something first.
refused-long = The message is too long. { $limit } characters are the most; please split it.
refused-fast = Not so fast, please.
refused-full = It is busy here. We will try to connect again in a moment.
