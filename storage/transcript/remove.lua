-- Take an entry back and leave a note in its stead, which readers who have seen the entry come past.
-- KEYS: transcript. ARGV: the entry's id, bell, its call. Returns 1 if it was there.
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not found or found[2][3] == 'gone' then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[1])
redis.call('XADD', KEYS[1], '*', 'once', found[2][2], 'gone', ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1
