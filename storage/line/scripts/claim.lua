-- What is pending: left undone by an earlier holder, or by us before the connection broke. Oldest first, each with how
-- often it was handed out; this time is counted only if asked for.
-- KEYS lease stream   ARGV token after most count
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local claim = {'XAUTOCLAIM', KEYS[2], 'line', 'w', 0, ARGV[2], 'COUNT', ARGV[3]}
if ARGV[4] == '' then claim[#claim + 1] = 'JUSTID' end
local read = redis.call(unpack(claim))
local found = {}
for i, entry in ipairs(read[2]) do
  local id = ARGV[4] == '' and entry or entry[1]
  local pending = redis.call('XPENDING', KEYS[2], 'line', id, id, 1)[1]
  local whole = redis.call('XRANGE', KEYS[2], id, id)[1]
  if whole then found[#found + 1] = {id, whole[2], pending and pending[4] or 0} end
end
return {read[1], found}
