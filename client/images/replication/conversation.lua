-- How a request talks with the stores, and what this proxy has noticed of them.
local answers = require('answers')
local judge = require('judge')

local conversation = {}

-- Milliseconds for which a request waits for a store that answers: libmemcached, in PHP, gives up after 5 s, and PHP
-- would go on with an empty session.
conversation.PATIENCE = 4000
-- Milliseconds after which nobody waits any more for a store that keeps silent, nor for one that is behind to catch up:
-- less than PATIENCE by what it takes to notice that, and by a pause, so that a request which began meanwhile is
-- answered; more than a stall of 3 s looks like to a proxy.
local LONG = 3000
-- Milliseconds for which a store that answers again is not gone by alone: a proxy tries each store once a second, and
-- after a stall of all each proxy would have another one first. One that has answered all along is gone by meanwhile.
local REGATHERING = 1700
local SLOW = 250 * 1000 -- microseconds, of an answer: that store was stalled
-- Milliseconds after which a store knows that it is behind, wherever its repair reaches the one that says so: that
-- looks every 0.1 s.
local KNOWN_AFTER = 400
-- How often a store is asked in one request, at most; a handle serves once.
local ROUNDS = 100

local PATIENCE = conversation.PATIENCE

-- Since when a store has not answered this proxy, milliseconds, by name; nil while it does. When one that had not did
-- again. And since when it has said that it is behind. (This is read once more, where there is no clock: to learn of
-- the stores.)
local silent_since, recovered_at, behind_since = {}, {}, {}
local started_at = mcp.time_mono_millis and mcp.time_mono_millis() or 0

-- Since when it stands on a ledger, by this proxy, that a store which keeps silent misses something, milliseconds, by
-- name.
local noted_since = {}

-- Whether one of these stores has answered for long enough to be gone by.
function conversation.is_steady(stores, places)
    local long_ago = mcp.time_mono_millis() - REGATHERING
    for _, number in ipairs(places) do
        if (recovered_at[stores.name(number)] or started_at) <= long_ago then
            return true
        end
    end
    return false
end

-- What a store says of itself: whether it is complete.
function conversation.note_complete(stores, number, is_complete)
    local name = stores.name(number)
    behind_since[name] = not is_complete and (behind_since[name] or mcp.time_mono_millis()) or nil
end

local function is_long_ago(time)
    return time ~= nil and mcp.time_mono_millis() - time >= LONG
end

-- Whether nobody waits for a store any more: it is silent, or has not caught up, for too long.
function conversation.has_been_silent(stores, number)
    return is_long_ago(silent_since[stores.name(number)])
end

function conversation.has_been_behind(stores, number)
    return is_long_ago(behind_since[stores.name(number)])
end

-- It was not on the ledger, or not any more: whatever it knew is over.
function conversation.begin_noting(stores, missed)
    for _, number in ipairs(missed) do
        noted_since[stores.name(number)] = mcp.time_mono_millis()
    end
end

-- Resolves when the stores that missed something can know that they are behind: the repair beside each asks the others'
-- ledgers again and again. Another proxy may reach only them, and must not take them for complete once this request is
-- answered. False where in the middle of that time none of the others has the version of the key any more, or answers:
-- nobody may have been told, or what was written may have been taken for what does not count.
function conversation.await_known(stores, key, version, reached, missed)
    local now = mcp.time_mono_millis()
    local known_at = now
    for _, number in ipairs(missed) do
        local name = stores.name(number)
        noted_since[name] = noted_since[name] or now
        known_at = math.max(known_at, noted_since[name] + KNOWN_AFTER)
    end
    if known_at == now then
        return true
    end
    local half = (known_at - now) / 2000
    stores.sleep(half)
    local round = stores.send(reached, answers.look(key))
    stores.wait()
    local has_it = false
    for _, number in ipairs(reached) do
        local state = answers.state_of(stores.result(round, number))
        has_it = has_it or (state ~= nil and state.version >= version)
    end
    stores.sleep(half)
    return has_it
end

-- Does what is tried until it says something else than nil, for as long as PHP waits; then Apache ends, with this
-- proxy: an answer would be an empty session.
function conversation.patiently(stores, try)
    local deadline, pause = mcp.time_mono_millis() + PATIENCE, 0.05
    while true do
        local answer = try()
        if answer ~= nil then
            return answer
        end
        if mcp.time_mono_millis() >= deadline or not stores.can_ask() then
            return stores.give_up()
        end
        stores.sleep(pause)
        pause = math.min(0.4, 2 * pause)
    end
end

-- How a request talks with the stores. Each question is a round; a handle serves once in a request, so there is a
-- number of them.
function conversation.new(rctx, stores, handles, owners_of)
    local words, all = { 'protocol=2' }, {}
    for number, store in ipairs(stores) do
        words[#words + 1] = store.fate .. ':' .. store.name
        all[number] = number
    end
    local talk = { of = owners_of, all = all, list = table.concat(words, ' '), everywhere = judge.everywhere(stores) }
    -- By the place of a store, how many rounds there were with it.
    local rounds, pending, appended = {}, 0, {}
    function talk.begin()
        pending, appended = 0, {}
        for _, number in ipairs(all) do
            rounds[number] = 0
        end
    end
    function talk.client()
        return rctx:cfd()
    end
    function talk.name(number)
        return stores[number].name
    end
    function talk.names(places)
        local names = {}
        for index, number in ipairs(places) do
            names[index] = stores[number].name
        end
        return names
    end
    -- Those of them that there still are.
    function talk.places(names)
        local places = {}
        for _, name in ipairs(names) do
            table.insert(places, talk.named(name))
        end
        return places
    end
    function talk.bit(number)
        return stores[number].bit
    end
    function talk.named(name)
        for number, store in ipairs(stores) do
            if store.name == name then
                return number
            end
        end
        return nil
    end
    function talk.can_ask()
        return math.max(0, table.unpack(rounds)) < ROUNDS - 50
    end
    -- To a list of stores; the number of the round. Questions to one store after the other share rounds: who waits for
    -- stores has enough of them.
    function talk.send(numbers, request)
        local round = 0
        for _, number in ipairs(numbers) do
            round = math.max(round, rounds[number])
        end
        round = round + 1
        if round > ROUNDS then
            return talk.give_up()
        end
        for _, number in ipairs(numbers) do
            rounds[number] = round
            rctx:enqueue(request, handles[round][number])
        end
        pending = pending + #numbers
        return round
    end
    function talk.wait()
        if pending > 0 then
            rctx:wait_cond(pending, mcp.WAIT_ANY)
            pending = 0
        end
    end
    function talk.result(round, number)
        local result = (rctx:result(handles[round][number]))
        local name = stores[number].name
        if not answers.answered(result) then
            silent_since[name] = silent_since[name] or mcp.time_mono_millis()
        elseif silent_since[name] or result:elapsed() > SLOW then
            silent_since[name], noted_since[name], recovered_at[name] = nil, nil, mcp.time_mono_millis()
        end
        return result
    end
    function talk.results(round, numbers)
        local results = {}
        for _, number in ipairs(numbers) do
            results[number] = talk.result(round, number)
        end
        return results
    end
    function talk.ask_one(number, request)
        local round = talk.send({ number }, request)
        talk.wait()
        return talk.result(round, number)
    end
    function talk.note_appended(round, list)
        table.insert(appended, { round = round, list = list })
    end
    -- A list that takes no more is lost: then everything is compared.
    function talk.drop_full_lists(number)
        for _, entry in ipairs(appended) do
            local result = (rctx:result(handles[entry.round][number]))
            if result and not answers.answered(result) then
                talk.send({ number }, mcp.request('md ' .. entry.list .. '\r\n'))
            end
        end
        appended = {}
        talk.wait()
    end
    function talk.sleep(seconds)
        rctx:sleep(seconds)
    end
    -- Ends this proxy, and Apache with it (supervise.sh): the balancer goes elsewhere.
    function talk.give_up()
        io.stderr:write('session-cluster: no memcached node has answered for ' .. PATIENCE / 1000 .. ' s\n')
        os.exit(1)
    end
    return talk
end

function conversation.attach(command, name, stores, make)
    local owners_of = judge.placement(stores)
    local generator = mcp.funcgen_new()
    local handles = {}
    for round = 1, ROUNDS do
        handles[round] = {}
        for number, store in ipairs(stores) do
            handles[round][number] = generator:new_handle(store.pool)
        end
    end
    generator:ready({
        n = name,
        -- Once for many requests, one after the other.
        f = function(rctx)
            local talk = conversation.new(rctx, stores, handles, owners_of)
            local handle = make(talk)
            return function(r)
                talk.begin()
                return handle(r)
            end
        end,
    })
    mcp.attach(command, generator)
end

return conversation
