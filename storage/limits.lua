-- Count an attempt as failed unless the scope is locked; then say until when.
-- KEYS scope   ARGV attempt now window, then (failures, lock) in growing order
-- One sorted set holds both: attempts with their time as score, locks as 'L' and attempt with their end as a negative one.
local now = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], -now, now - ARGV[3])
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
if first and tonumber(first) < 0 then return -tonumber(first) end
redis.call('ZADD', KEYS[1], now, ARGV[1])
local failures, lock = redis.call('ZCARD', KEYS[1]), 0
for i = 4, #ARGV, 2 do
  local after = tonumber(ARGV[i])
  if failures == after or (failures > after and i + 1 == #ARGV) then lock = tonumber(ARGV[i + 1]) end
end
if lock > 0 then redis.call('ZADD', KEYS[1], -(now + lock), 'L' .. ARGV[1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 0
