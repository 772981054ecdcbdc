-- Keep an upload if there is room for it.
-- KEYS index upload   ARGV token now life size conversation network sealed most most_each most_network most_files
-- The index holds one member for each upload, 'token size conversation network', with its end as score.
local now, size = tonumber(ARGV[2]), tonumber(ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local all, own, near, files = size, size, size, 1
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local bytes, conversation, network = member:match('^%S+ (%d+) (%S+) (%S+)$')
  all, files = all + bytes, files + 1
  if conversation == ARGV[5] then own = own + bytes end
  if network == ARGV[6] then near = near + bytes end
end
if own > tonumber(ARGV[9]) then return 2 end
if near > tonumber(ARGV[10]) then return 3 end
if all > tonumber(ARGV[8]) or files > tonumber(ARGV[11]) then return 1 end
redis.call('SET', KEYS[2], ARGV[7], 'PX', ARGV[3])
redis.call('ZADD', KEYS[1], now + ARGV[3], table.concat({ARGV[1], ARGV[4], ARGV[5], ARGV[6]}, ' '))
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 0
