-- One turn: acknowledge its entry, write the session, append the effects, set timers, bury what failed; or nothing.
-- KEYS lease inbox session outbox timers dead
-- ARGV token entry version session ttl reason time kept effects timers finished, then entries of effects that are over
--      (whatever becomes of the turn), then user and blob of each new effect, then member and time of each timer (no
--      time: cancel)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local at = 12 + ARGV[11]
if at > 12 then
  redis.call('XACK', KEYS[4], 'line', unpack(ARGV, 12, at - 1))
  redis.call('XDEL', KEYS[4], unpack(ARGV, 12, at - 1))
end
if redis.call('GETRANGE', KEYS[3], 0, 7) ~= ARGV[3] then
  local pending = redis.call('XPENDING', KEYS[2], 'line', ARGV[2], ARGV[2], 1)
  return #pending == 0 and 'gone' or 'conflict'
end
if redis.call('XACK', KEYS[2], 'line', ARGV[2]) == 0 then return 'gone' end
if ARGV[6] ~= '' then
  local entry = redis.call('XRANGE', KEYS[2], ARGV[2], ARGV[2])[1]
  if entry then
    redis.call('XADD', KEYS[6], 'MAXLEN', '~', ARGV[8], '*', 'from', 'in', 'id', ARGV[2], 'why', ARGV[6],
      'at', ARGV[7], unpack(entry[2]))
  end
end
redis.call('XDEL', KEYS[2], ARGV[2])
if ARGV[4] ~= '' then
  redis.call('SET', KEYS[3], ARGV[4], 'EX', ARGV[5])
elseif ARGV[3] ~= '' then
  redis.call('DEL', KEYS[3])
end
local ids = {}
for i = 1, tonumber(ARGV[9]) do
  ids[i] = redis.call('XADD', KEYS[4], '*', 'u', ARGV[at], 'b', ARGV[at + 1])
  at = at + 2
end
if #ids > 0 then
  local claim = {unpack(ids)}
  claim[#ids + 1], claim[#ids + 2] = 'FORCE', 'JUSTID'
  redis.call('XCLAIM', KEYS[4], 'line', 'w', 0, unpack(claim))
end
for _ = 1, tonumber(ARGV[10]) do
  if ARGV[at + 1] == '' then
    redis.call('ZREM', KEYS[5], ARGV[at])
  else
    redis.call('ZADD', KEYS[5], ARGV[at + 1], ARGV[at])
  end
  at = at + 2
end
return ids
