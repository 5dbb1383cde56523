import {mostEntries, replayWindow} from '../notifications.js';

/** Reads the clock of the store, so that the servers need no common one. */
const start = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = ${replayWindow}
`;

/**
 * Adds an entry to the stream of a visit and tells every server that has listeners of it. Keys: the entries, those that
 * nobody has got, the pages, the repetition. Arguments: the channel, the data, whether a repetition is to be recognised.
 */
export const publishScript = `${start}
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
local isNew = 1
if ARGV[3] == '1' and not redis.call('SET', KEYS[4], '1', 'NX', 'PX', window) then isNew = 0 end
local heard
if isNew == 1 then
  local id = redis.call('XADD', KEYS[1], 'MAXLEN', ${mostEntries}, '*', 'data', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], window)
  heard = redis.call('PUBLISH', ARGV[1], id .. ' ' .. ARGV[2])
  if heard == 0 then
    redis.call('RPUSH', KEYS[2], id)
    redis.call('PEXPIRE', KEYS[2], window)
  end
else
  heard = redis.call('PUBSUB', 'NUMSUB', ARGV[1])[2]
end
return {isNew, heard, redis.call('ZRANGE', KEYS[3], 0, -1)}
`;

/**
 * Reads what a listener has missed. Keys: the entries, those that nobody has got, the pages. Arguments: the id of the
 * last entry that it has got, or nothing; what it is among the pages; how long it is one of them, in ms.
 *
 * The times in ids tell which entries are later. An id of the future was given before the clock was set back, and says
 * nothing unless it is still there.
 */
export const listenScript = `${start}
local format = function (number) return string.format('%.0f', number) end
local missed = {}
if ARGV[1] == '' then
  for _, id in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
    local entry = redis.call('XRANGE', KEYS[1], id, id)[1]
    if entry then table.insert(missed, entry) end
  end
else
  local from = format(now - window)
  local at = tonumber(string.match(ARGV[1], '^(%d+)%-%d+$'))
  local isKnown = at and redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
  if isKnown or (at and at >= now - window and at <= now) then from = '(' .. ARGV[1] end
  missed = redis.call('XRANGE', KEYS[1], from, '+')
end
redis.call('DEL', KEYS[2])
redis.call('ZADD', KEYS[3], now + ARGV[3], ARGV[2])
redis.call('PEXPIRE', KEYS[3], ARGV[3])
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
return {newest and newest[1] or format(now - 1) .. '-9', missed}
`;

/** Keeps a page among those of a visit. Key: the pages. Arguments: which page, and for how long, in ms. */
export const touchScript = `${start}
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
`;
