-- What stores say, as replicate.lua reads it, and the keys and client flags of the protocol.
local judge = require('judge')

local answers = {}

local PREFIX = 'session-cluster.' -- of the keys that are this protocol's own
answers.PREFIX = PREFIX
answers.LEDGER = PREFIX .. 'ledger' -- which stores are behind the one that it lies on
answers.MISSED = PREFIX .. 'missed.' -- and a store's name: the keys that it missed, each with the version
-- Client flags: of what says that a key was deleted, 0xDE1E7ED0, and of a lock, 0x10C40000.
answers.DELETED, answers.LOCK = 3726540496, 281280512

-- Whether a store did what it was asked, or said why it did not; not so where it was out of reach (no result) or out of
-- memory.
function answers.answered(result)
    local code = result and result:code()
    return result
        and code ~= mcp.MCMC_CODE_SERVER_ERROR
        and code ~= mcp.MCMC_CODE_CLIENT_ERROR
        and code ~= mcp.MCMC_CODE_ERROR
end

function answers.done(result)
    return answers.answered(result) and result:code() == mcp.MCMC_CODE_OK
end

-- Made at the first use: there is none while the configuration is read.
local flags_of

-- What a store said to `mg KEY c f t`: version 0 where it has nothing; nil where it was out of reach. (An answer's own
-- line() is of no use: it is overwritten by the answers that come after it; measured.)
function answers.state_of(result)
    if not answers.answered(result) then
        return nil
    end
    flags_of = flags_of
        or mcp.res_inspector_new(
            { t = 'flagint', flag = 'c' },
            { t = 'flagint', flag = 'f' },
            { t = 'flagint', flag = 't' }
        )
    local found, version, _, flags, _, ttl = flags_of(result)
    if not found then
        return { version = 0, flags = 0, ttl = 0 }
    end
    -- A TTL of -1: it never expires.
    return { version = version, flags = flags, ttl = ttl and ttl < 0 and math.huge or ttl }
end

function answers.ledger_of(result)
    local state = answers.state_of(result)
    return state and judge.ledger(state.version, state.version ~= 0 and state.flags or nil)
end

function answers.is_live(state)
    return state ~= nil and state.version ~= 0 and state.flags ~= answers.DELETED
end

-- Which of the owners answered, and which did not.
function answers.by_reach(owners, results)
    local reached, missed = {}, {}
    for _, number in ipairs(owners) do
        table.insert(answers.answered(results[number]) and reached or missed, number)
    end
    return reached, missed
end

-- Only in place of that version; of none, where there is nothing.
function answers.in_place_of(version)
    return version == 0 and 'ME' or 'C' .. version
end

-- `u`: that a key is looked at does not keep it from being evicted.
function answers.look(key)
    return mcp.request('mg ' .. key .. ' c f t u\r\n')
end

-- The ledger is in use: it is kept from being evicted.
function answers.look_at_ledger()
    return mcp.request('mg ' .. answers.LEDGER .. ' c f\r\n')
end

return answers
