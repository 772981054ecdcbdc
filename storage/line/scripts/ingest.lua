-- First time this message id is seen: append it; to the holder of the lease hand it over at once, others wake the holder.
-- KEYS seen inbox lease session   ARGV seconds user blob token room channel partition known
if not redis.call('SET', KEYS[1], '', 'NX', 'EX', ARGV[1]) then return 0 end
local id = redis.call('XADD', KEYS[2], '*', 'u', ARGV[2], 'b', ARGV[3])
local holder = redis.call('GET', KEYS[3])
if holder and holder == ARGV[4] then
  return {id, ARGV[8] == '' and redis.call('GET', KEYS[4]), hand_over(KEYS[2], ARGV[5], id)}
end
if holder then redis.call('PUBLISH', ARGV[6] .. string.sub(holder, 1, 32), ARGV[7]) end
return id
