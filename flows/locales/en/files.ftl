### Photos and files for our people: why one is not taken. What begins with brief- is read by agents.

file-empty = That file is empty. Please send it once more.
file-type = We can take ordinary photos or PDF. Please send it in that form.
file-heic = We cannot open that iPhone photo. Please send a screenshot of it.
file-large = The file is too large. Please send a smaller one, or a photo of the page.
file-pixels = The photo is too large. Please send a screenshot of it.
file-damaged = We cannot open the file; it may be damaged. Please send it once more, or send a photo.
file-locked = That PDF has a password. Please send it without one, or send a photo of the page.
file-active = That PDF holds more than ordinary pages, so for safety we do not take it. Please send a photo of the page.
file-pages = That PDF is too long; we take at most { $pages } pages. Please send only the part that is needed.
file-virus = The virus scanner says that the file is harmful, so we do not take it. Please send a photo instead.
file-unscanned = We cannot check the file right now. Please send it again later.
file-many-ticket = There are { $files } files for this request already. Please ask our staff which one is still needed.
file-many-day = There are { $a_day } files today already. Please send the rest tomorrow.
file-gone = The file is no longer there. Please send it once more.
file-away = We could not get the file. Please send it again later.
file-instead = There is a file for you: { $name }. It cannot be sent here.

brief-file-note = A file from the user was not taken: { $why }.
brief-file-empty = empty
brief-file-type = neither a photo nor a PDF
brief-file-heic = a HEIC photo from an iPhone, which cannot be opened
brief-file-large = too large
brief-file-pixels = a photo with too many points
brief-file-damaged = damaged, or not what it says it is
brief-file-locked = a PDF with a password
brief-file-active = a PDF with scripts, actions or other files in it
brief-file-pages = a PDF with more than { $pages } pages
brief-file-virus = the virus scanner found something
brief-file-unscanned = the virus scanner cannot be reached
brief-file-many-ticket = { $files } files in this ticket already
brief-file-many-day = { $a_day } files from this user within a day already
brief-file-gone = no longer with the chat provider
brief-file-away = could not be fetched from the chat provider
