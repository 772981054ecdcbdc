-- Move due timers into the inbox and hand over what waits there.   KEYS lease inbox timers   ARGV token now room
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local due = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[2], 'WITHSCORES', 'LIMIT', 0, 100)
for i = 1, #due, 2 do
  local user, name = string.match(due[i], '^([^|]*)|(.*)$')
  redis.call('ZREM', KEYS[3], due[i])
  redis.call('XADD', KEYS[2], '*', 'u', user, 't', name, 'd', due[i + 1], 'a', ARGV[2])
end
local room = tonumber(ARGV[3])
return room > 0 and hand_over(KEYS[2], room, '') or {}
