-- Effects that are done and have no result.   KEYS lease outbox   ARGV token entry...
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local done = redis.call('XACK', KEYS[2], 'line', unpack(ARGV, 2))
redis.call('XDEL', KEYS[2], unpack(ARGV, 2))
return done
