-- Delete a transcript and leave a note of that, by which open pages know that nothing they show is left.
-- KEYS: transcript. ARGV: seconds kept, bell, its call.
redis.call('XTRIM', KEYS[1], 'MAXLEN', 0) -- not DEL: the note's id has to come after all that readers have seen
redis.call('XADD', KEYS[1], '*', 'once', '', 'gone', '*')
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1
