-- Say that a worker is alive, forget those that are not, name the living.   KEYS workers   ARGV worker patience
local now = redis.call('TIME')
local at = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZADD', KEYS[1], at, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. (at - ARGV[2]))
return redis.call('ZRANGE', KEYS[1], 0, -1)
