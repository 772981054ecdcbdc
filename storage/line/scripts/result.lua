-- An effect is done: its result goes into the inbox. The acknowledgement is what makes it happen once.
-- KEYS lease outbox inbox session   ARGV token entry user blob room
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('XACK', KEYS[2], 'line', ARGV[2]) == 0 then return 'gone' end
redis.call('XDEL', KEYS[2], ARGV[2])
local id = redis.call('XADD', KEYS[3], '*', 'u', ARGV[3], 'b', ARGV[4])
local room = tonumber(ARGV[5])
return {id, redis.call('GET', KEYS[4]), room > 0 and hand_over(KEYS[3], room, id) or {}}
