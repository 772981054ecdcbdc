-- Make sure that the streams of a partition have their group.   KEYS lease inbox outbox   ARGV token
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
for i = 2, 3 do redis.pcall('XGROUP', 'CREATE', KEYS[i], 'line', '0', 'MKSTREAM') end
return 1
