-- Give the holder of the lease what waits in the inbox, oldest first. `own` came from the caller, who needs no copy.
local function hand_over(inbox, room, own)
  local given = {}
  local read = redis.call('XREADGROUP', 'GROUP', 'line', 'w', 'COUNT', room, 'STREAMS', inbox, '>')
  if not read then return given end
  for i, entry in ipairs(read[1][2]) do
    if entry[1] == own then given[i] = {own} else given[i] = entry end
  end
  return given
end
