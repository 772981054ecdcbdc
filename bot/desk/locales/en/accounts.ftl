### Signing in to the agents' desk, accounts, and the audit.

desk-name = Teman KPJ desk
desk-skip = Skip to content
desk-nav = Sections
desk-log-out = Log out
desk-back = Back

login-title = Log in
login-name = Account name
login-password = Password
login-go = Log in
login-or = or
login-elsewhere = Log in with { $name }
login-wrong = Account name or password does not fit. Please check both.
login-locked = Too many failed attempts. Try again in { $minutes } min.
login-later = Too many failed attempts. Try again later.
login-busy = Very busy just now. Try again in a moment.
login-not-here = This account is not known at the desk. Ask an admin to add it.
login-elsewhere-failed = Logging in through your organisation did not work. Please try once more.

code-title = Second code
code-what = Open the authenticator app on your phone and type the 6 digits. No phone at hand? Type one of your recovery codes.
code-label = Code
code-wrong = The code does not fit, or was used before. Wait for the next one and try again.
code-other = Log in with another account

password-title = Change password
password-what = Afterwards every other device that is logged in with this account is logged out.
password-current = Present password
password-fresh = New password
password-again = New password, once more
password-rules = At least 12 characters. A few random words that you can remember are better than one complicated word.
password-go = Change
password-wrong = The present password does not fit.
password-differ = The two new passwords differ.
password-same = That is the present password. Choose another.
password-short = Too short. At least 12 characters.
password-long = Too long. At most 200 characters.
password-name = The password must not contain the account's name.
password-plain = Too easy to guess. Choose another.

factor-title = Set up the second code
factor-what = Scan this picture with an authenticator app on your phone, then type the 6 digits that it shows.
factor-picture = QR code for the authenticator app
factor-typed = Cannot scan? Type this key into the app
factor-code = 6 digits from the app
factor-go = Set up

recovery-title = Recovery codes
recovery-what = Keep these codes in a safe place. Each works once, when your phone is not there. They are shown only now.
recovery-kept = I have kept them

me-title = My account
me-language = Language
me-language-go = Save
me-password = Password
me-factor = Second code
me-factor-on = Set up. Recovery codes left: { $left }.
me-factor-off = Not set up.
me-factor-again = Set up on another phone
me-recovery-go = Make new recovery codes
me-everywhere = Log out everywhere
me-everywhere-what = Whatever is logged in with this account has to log in again, here too.
me-everywhere-go = Log out everywhere

role-agent = Agent
role-supervisor = Supervisor
role-auditor = Auditor
role-admin = Admin

denied-title = Cannot be opened
denied-role = This account has no right to that page.
denied-form = That page was too old, or not one of ours. Open it again and repeat.
denied-away = A part cannot be reached just now. Try again in a moment.
denied-busy = Very busy just now. Try again in a moment.
denied-plain = This desk is open under an https:// address only. Ask your admin for it.
denied-back = To the desk
people-display = Name that workers see
people-role = Role
