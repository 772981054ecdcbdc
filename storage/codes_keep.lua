-- Keep a code instead of the one before. Made again under the same name, it has no more tries left than it had.
-- KEYS code   ARGV digest bound until tries once life
local tries = tonumber(ARGV[4])
if redis.call('HGET', KEYS[1], 'made') == ARGV[5] then
  tries = math.min(tries, tonumber(redis.call('HGET', KEYS[1], 'tries')))
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'bound', ARGV[2], 'until', ARGV[3], 'tries', tries, 'made', ARGV[5])
redis.call('PEXPIRE', KEYS[1], ARGV[6])
return 1
