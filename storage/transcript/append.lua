-- Add to a transcript unless this message or effect is already there (as itself, or as the note that it was taken back).
-- KEYS: transcript. ARGV: once, sealed, entries kept, seconds kept, bell, its call. Returns the entry's id, and 1 if new.
for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 64)) do
  if entry[2][2] == ARGV[1] then
    return {entry[1], 0}
  end
end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[3], '*', 'once', ARGV[1], 'said', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return {id, 1}
