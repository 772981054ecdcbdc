-- One try: right once, and then never again. The same try again has the same outcome.
-- KEYS code   ARGV digest bound now once   (bound: what was read to make the digest; another one has come if it differs)
local held = redis.call('HMGET', KEYS[1], 'digest', 'bound', 'until', 'tries', 'checked', 'verdict')
if not held[1] then return 'gone' end
if held[2] ~= ARGV[2] then return 'again' end
if ARGV[4] ~= '' and held[5] == ARGV[4] then return held[6] end
local tries, verdict = tonumber(held[4]), 'gone'
if tonumber(held[3]) > tonumber(ARGV[3]) and tries > 0 then
  tries = tries - 1
  if held[1] == ARGV[1] then
    verdict, tries = 'right', 0
  elseif tries > 0 then
    verdict = 'wrong'
  end
end
redis.call('HSET', KEYS[1], 'tries', tries, 'checked', ARGV[4], 'verdict', verdict)
return verdict
