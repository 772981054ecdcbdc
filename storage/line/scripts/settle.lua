-- One outbox entry is over: its result (if any) goes into the inbox, the entry (if it failed) to the dead letters. The
-- acknowledgement is what makes this happen once.
-- KEYS lease outbox inbox session dead   ARGV token entry user blob room why time kept
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('XACK', KEYS[2], 'line', ARGV[2]) == 0 then return 'gone' end
local entry = ARGV[6] ~= '' and redis.call('XRANGE', KEYS[2], ARGV[2], ARGV[2])[1]
if entry then
  redis.call('XADD', KEYS[5], 'MAXLEN', '~', ARGV[8], '*', 'from', 'out', 'id', ARGV[2], 'why', ARGV[6],
    'at', ARGV[7], unpack(entry[2]))
end
redis.call('XDEL', KEYS[2], ARGV[2])
if ARGV[4] == '' then return {} end
local id = redis.call('XADD', KEYS[3], '*', 'u', ARGV[3], 'b', ARGV[4])
local room = tonumber(ARGV[5])
return {id, redis.call('GET', KEYS[4]), room > 0 and hand_over(KEYS[3], room, id) or {}}
