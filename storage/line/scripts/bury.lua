-- An entry that cannot be done goes to the dead letters.   KEYS lease stream dead   ARGV token entry from why time kept
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local entry = redis.call('XRANGE', KEYS[2], ARGV[2], ARGV[2])[1]
if redis.call('XACK', KEYS[2], 'line', ARGV[2]) == 0 then return 'gone' end
redis.call('XDEL', KEYS[2], ARGV[2])
if not entry then return 'gone' end
return redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[6], '*', 'from', ARGV[3], 'id', ARGV[2], 'why', ARGV[4],
  'at', ARGV[5], unpack(entry[2]))
