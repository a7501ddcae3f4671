-- What session-cluster-repair, beside each store, asks for.
local alike = require('alike')
local answers = require('answers')
local judge = require('judge')

local done, ledger_of, in_place_of = answers.done, answers.ledger_of, answers.in_place_of
local PREFIX = answers.PREFIX

local repair = {}

local NO_STORE = 'SERVER_ERROR no memcached node can be reached\r\n'

-- What the repair of each store, by its name, has seen of the ledgers before it brought keys up to date.
local seen = {}
-- The places of the stores that were reached then: a key is not up to date where one of them is not asked any more. Nil
-- where nobody has looked: then all have to be asked.
local needed

local function ledgers_of_all(stores)
    local round = stores.send(stores.all, answers.look_at_ledger())
    stores.wait()
    local ledgers, reached, missed = {}, {}, {}
    for _, number in ipairs(stores.all) do
        ledgers[number] = ledger_of(stores.result(round, number))
        table.insert(ledgers[number] and reached or missed, number)
    end
    return ledgers, reached, missed
end

-- Whoever has found a store on another's ledger says so: from now on it does not count as complete.
local function behind(stores, me)
    for _ = 1, alike.TRIES do
        local ledger = ledger_of(stores.ask_one(me, answers.look_at_ledger()))
        if not ledger then
            return NO_STORE
        end
        if not ledger.complete then
            return 'HD\r\n'
        end
        local line = alike.ledger_line(judge.admitting_missed(ledger), in_place_of(ledger.version))
        if done(stores.ask_one(me, line)) then
            return 'HD\r\n'
        end
    end
    return 'HD again\r\n'
end

-- What a store has to catch up with: `HD complete`; `HD missed NAME…`, the stores that have a list of it; `HD all
-- NAME…`: every key is to be brought up to date. No list but theirs may be taken for done.
local function catch_up(stores, me)
    local ledgers, reached, missed = ledgers_of_all(stores)
    local mine = ledgers[me]
    if not mine then
        return NO_STORE
    end
    local names, others = {}, false
    for _, number in ipairs(reached) do
        if number ~= me then
            others = others or ledgers[number].complete
            if judge.lists(ledgers[number], stores.bit(me)) then
                table.insert(names, stores.name(number))
            end
        end
    end
    seen[me], needed = ledgers, {}
    for _, number in ipairs(reached) do
        needed[number] = true
    end
    if mine.complete and #names == 0 then
        return 'HD complete\r\n'
    end
    if not mine.complete and not others and #missed > 0 then
        -- Whoever has everything may be among those that do not answer.
        return NO_STORE
    end
    local what = (judge.has_forgotten(mine) or #names == 0) and 'all' or 'missed'
    return string.format('HD %s %s\r\n', what, table.concat(names, ' '))
end

-- After that: takes the store off the ledgers of the others, where nothing was missed since they were looked at, and
-- then it counts as complete. `HD again` where something was.
local function admit(stores, me)
    local before = seen[me]
    seen[me] = nil
    if not before then
        return 'HD again\r\n'
    end
    local bit = stores.bit(me)
    local rounds = {}
    for _, number in ipairs(stores.all) do
        local ledger = before[number]
        if number ~= me and ledger and judge.lists(ledger, bit) then
            local line = alike.ledger_line(judge.without(ledger, bit), in_place_of(ledger.version))
            rounds[number] = stores.send({ number }, line)
        end
    end
    stores.wait()
    for number, round in pairs(rounds) do
        if not done(stores.result(round, number)) then
            return 'HD again\r\n'
        end
    end
    local mine = before[me]
    if not mine.complete then
        local line = alike.ledger_line(judge.caught_up(mine), in_place_of(mine.version))
        if not done(stores.ask_one(me, line)) then
            return 'HD again\r\n'
        end
    end
    return 'HD complete\r\n'
end

-- What session-cluster-repair is told of a key that was to be brought up to date: `HD`; `HD from NAME VERSION`, whose
-- value is to be handed in by `ms KEY SIZE EVERSION`; `HD again` where a store of it is out of reach.
local function told(stores, outcome)
    if type(outcome) == 'table' then
        local state = outcome.states[outcome.winner]
        return string.format('HD from %s %d\r\n', stores.name(outcome.winner), state.version)
    end
    return outcome and 'HD\r\n' or 'HD again\r\n'
end

local function is_needed(number)
    return not needed or needed[number]
end

local function settled(stores, key, carried)
    return told(stores, alike.settle(stores, key, nil, carried, is_needed))
end

function repair.place(stores)
    return function(r)
        local _, version = r:flag_token('E')
        local carried = { version = math.tointeger(version), size = tonumber(r:token(3)), payload = r }
        return settled(stores, r:key(), carried)
    end
end

-- `mg KEY`, of session-cluster-repair: brings a key up to date.
-- `mg session-cluster.WORD`: `ready`, whether requests can be answered; `stores`, those that are in force;
-- `behind.NAME`, `catch-up.NAME` and `admit.NAME`, above.
function repair.inspect(stores)
    return function(r)
        local key = r:key()
        if key:sub(1, #PREFIX) ~= PREFIX then
            return settled(stores, key)
        end
        local word, name = key:sub(#PREFIX + 1):match('^([%l-]+)%.?(.*)$')
        if word == 'stores' then
            return 'HD ' .. stores.list .. '\r\n'
        elseif word == 'ready' then
            return alike.survey(stores, key).decided and 'HD\r\n' or NO_STORE
        end
        local me = stores.named(name)
        if me and word == 'behind' then
            return behind(stores, me)
        elseif me and word == 'catch-up' then
            return catch_up(stores, me)
        elseif me and word == 'admit' then
            return admit(stores, me)
        end
        return 'CLIENT_ERROR unknown\r\n'
    end
end

-- `md KEY`, of session-cluster-repair: takes a key away where it belongs to others now: when those leave, it would be
-- read again, whatever became of it. `md KEY x`, when nothing is replicated any more: what says that it was deleted,
-- which PHP without the proxy would take for a session. `HD again` where a store is out of reach.
function repair.prune(stores)
    return function(r)
        local key, ends = r:key(), r:flag_token('x')
        local round = stores.send(stores.all, answers.look(key))
        stores.wait()
        local view = alike.survey(stores, key)
        if not view.decided or #view.missed > 0 then
            return 'HD again\r\n'
        end
        local goes = {}
        for _, number in ipairs(stores.all) do
            goes[number] = true
        end
        for _, number in ipairs(view.owners) do
            goes[number] = ends and view.states[number].flags == answers.DELETED
        end
        for _, number in ipairs(stores.all) do
            local state = answers.state_of(stores.result(round, number))
            if not state then
                return 'HD again\r\n'
            end
            if state.version ~= 0 and goes[number] then
                stores.send({ number }, mcp.request(string.format('md %s C%d\r\n', key, state.version)))
            end
        end
        stores.wait()
        return 'HD\r\n'
    end
end

return repair
