### Canned replies.

replies-title = Canned replies
replies-how = Agents find them by typing / in the reply box. Write no personal data here.
replies-variables = Filled by themselves: { $names }
replies-new = New reply
replies-change = Change
replies-shortcut = Word to find it by (after /)
replies-name = Title
replies-text = Text
replies-locale = Language
replies-keep = Keep
replies-delete = Delete
replies-delete-sure = Delete this reply?
replies-none = There are no canned replies yet.
replies-changed = Changed { $date } by { $name }
replies-first = From the beginning
replies-only-supervisor = Only supervisors can change them.
replies-kept = The reply is kept.
replies-deleted = The reply is deleted.
replies-taken = Another reply has that word.
replies-gone = That reply is no longer there.
replies-bad-shortcut = The word: 1 to 30 small letters, digits or dashes.
replies-bad-title = The title: 1 to 80 characters.
replies-bad-text = The text: 1 to 1200 characters.
replies-bad-variable = Not known: { $names }. Those that can be used stand above.
locale-id = Indonesian
locale-en = English
