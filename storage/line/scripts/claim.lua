-- What an earlier holder left undone, oldest first, with how often each was handed out.
-- KEYS lease stream   ARGV token after count
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local read = redis.call('XAUTOCLAIM', KEYS[2], 'line', 'w', 0, ARGV[2], 'COUNT', ARGV[3])
for _, entry in ipairs(read[2]) do
  local pending = redis.call('XPENDING', KEYS[2], 'line', entry[1], entry[1], 1)[1]
  entry[3] = pending and pending[4] or 0
end
return {read[1], read[2]}
