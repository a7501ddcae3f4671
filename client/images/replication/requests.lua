-- What is known of client connections, each of which is one PHP request's own, and session locks.
local alike = require('alike')
local answers = require('answers')
local conversation = require('conversation')
local judge = require('judge')
local versions = require('versions')

local LOCK, TRIES = answers.LOCK, alike.TRIES
local answered, done, ledger_of, in_place_of = answers.answered, answers.done, answers.ledger_of, answers.in_place_of

local requests = {}

-- Milliseconds for which a request for a lock is held before PHP is let try again.
local LOCK_TURN = 1000

-- Milliseconds that taking a lock may have lasted.
local LONGEST_TAKING = 500

-- `read`, the view of the session that it has read, with its `key`: what a write is in place of;
-- `held`, the lock that it has: { key, version, names: of its stores, expiry: seconds, sure_until: milliseconds,
--   is_everywhere: all of them took it, is_late: it was over, and taken again, released: it was given back, is_left:
--   but on no store, as none answered }. Between two questions of a request the stores may be others, and their places
--   with them;
-- `peeked`, the view of the session when it got the lock, with its `key`. Nobody else writes to it since;
-- `waiting`, since when it has waited for a lock and no store could be asked: { key, since, last }.
requests.read, requests.held, requests.peeked = {}, {}, {}
local read, held, peeked, waiting = requests.read, requests.held, requests.peeked, {}

-- "lock." stands in a lock's key before the session's id, which may have any form.
function requests.guards(lock_key, session_key)
    if #lock_key ~= #session_key + 5 then
        return false
    end
    local from = 1
    while true do
        local at = lock_key:find('lock.', from, true)
        if not at then
            return false
        end
        if lock_key:sub(1, at - 1) .. lock_key:sub(at + 5) == session_key then
            return true
        end
        from = at + 1
    end
end

local function send_unlock(stores, lock)
    lock.places = stores.places(lock.names)
    lock.round = stores.send(lock.places, mcp.request(string.format('md %s C%d\r\n', lock.key, lock.version)))
end

-- After that, and a wait: whether it is gone where it was, or, on stores that were not reached, noted.
local function finish_unlock(stores, lock)
    local reached, missed = answers.by_reach(lock.places, stores.results(lock.round, lock.places))
    lock.is_left = not alike.note_missed(stores, lock.key, lock.version, reached, missed)
    return not lock.is_left
end

-- PHP gives the lock back right after it has written: that goes with the write, and what PHP asks for afterwards is
-- done already. Not where a store does not have the lock: somebody else would get it there before the write arrives.
function requests.send_release(stores, client, session)
    local lock = held[client]
    if not stores.everywhere or not lock or not lock.is_everywhere or not requests.guards(lock.key, session) then
        return nil
    end
    if lock.released and not lock.is_left then
        return nil
    end
    lock.released = true
    send_unlock(stores, lock)
    return lock
end

function requests.finish_release(stores, lock)
    if lock then
        finish_unlock(stores, lock)
    end
end

-- Whether somebody else has the lock, by the stores whose word counts.
local function other_holder(view, version, own)
    for _, number in ipairs(view.trusted) do
        local state = view.states[number]
        if answers.is_live(state) and state.version ~= version and state.version ~= own then
            return true
        end
    end
    return false
end

-- Takes a lock on the owners one after the other: of two that want it, the one that has it on the first has it. Where
-- `own`, the version of a lock that one has had, is still there, it is put in its place. 'taken'; 'held' by another
-- one; nil where it cannot be told.
local function take_lock(stores, key, version, expiry, own, peek)
    local line = string.format('ms %s 1 T%d F%d E%d ', key, expiry, LOCK, version)
    local owners = stores.of(key)
    local got, ledgers, peeks = {}, {}, {}
    local function undo()
        if #got > 0 then
            stores.send(got, mcp.request(string.format('md %s C%d\r\n', key, version)))
            stores.wait()
        end
    end
    for _, number in ipairs(owners) do
        local round = stores.send({ number }, mcp.request(line .. 'ME\r\n', '1\r\n'))
        local ledger = stores.send({ number }, answers.look_at_ledger())
        local looked = peek and stores.send({ number }, peek)
        stores.wait()
        local result = stores.result(round, number)
        ledgers[number] = stores.result(ledger, number)
        peeks[number] = looked and stores.result(looked, number)
        for _ = 1, TRIES do
            if not answered(result) or done(result) then
                break
            end
            -- What was peeked at is from before the lock.
            peek = nil
            local view = alike.survey(stores, key)
            if not view.decided or other_holder(view, version, own) then
                undo()
                return view.decided and 'held' or nil
            end
            local here = view.states[number]
            if here and here.version == version then
                break
            end
            -- Left behind by a request of before, on a store that does not know that it is over.
            result = here and stores.ask_one(number, mcp.request(line .. in_place_of(here.version) .. '\r\n', '1\r\n'))
        end
        if answered(result) then
            table.insert(got, number)
        else
            ledgers[number] = nil
        end
    end
    local states, known = {}, {}
    for _, number in ipairs(got) do
        states[number], known[number] = { version = version, flags = LOCK, ttl = expiry }, ledger_of(ledgers[number])
    end
    local view = judge.view(owners, states, known, stores.bit)
    if not alike.is_decided(stores, view) then
        undo()
        return nil
    end
    return 'taken', owners, #got == #owners, peek and { items = peeks, ledgers = ledgers }
end

-- memcached counts in whole seconds: one of them may be over at once. Without an expiry it is sure for ever.
local function sure_until(began, expiry)
    return expiry > 0 and began + 1000 * (expiry - 1) or math.huge
end

-- A request that took longer than its lock lasts may have lost it to another one, which has read what this one is about
-- to overwrite. Where nobody has it now it is taken again; whether somebody had it and is done, the version of what is
-- overwritten tells. False where somebody has it; nil where it cannot be told.
function requests.keep_lock(stores, lock)
    if lock.released or mcp.time_mono_millis() < lock.sure_until then
        return true
    end
    local version, began = versions.new(lock.version), mcp.time_mono_millis()
    local outcome, owners, is_everywhere = take_lock(stores, lock.key, version, lock.expiry, lock.version)
    if outcome == 'taken' then
        lock.version, lock.sure_until, lock.is_late = version, sure_until(began, lock.expiry), true
        lock.is_everywhere = is_everywhere
        -- They may be others by now.
        lock.names = stores.names(owners)
        return true
    end
    if outcome == 'held' then
        lock.released = true
        return false
    end
    return nil
end

function requests.release(stores, lock)
    if not lock.released or lock.is_left then
        send_unlock(stores, lock)
        stores.wait()
        if not finish_unlock(stores, lock) then
            return nil
        end
    end
    return 'DELETED\r\n'
end

-- PHP tries again and again while a lock is another's, so waiting for a store looks like that, for as long as any
-- request waits.
local function wait_for_lock(stores, client, key)
    local now, wait = mcp.time_mono_millis(), waiting[client]
    if not wait or wait.key ~= key or now - wait.last > conversation.PATIENCE then
        wait = { key = key, since = now }
        waiting[client] = wait
    end
    wait.last = now
    if now - wait.since >= conversation.PATIENCE then
        return stores.give_up()
    end
    return nil
end

function requests.add_lock(stores, key, expiry, client)
    -- A request begins with the lock; another connection before this one may have had its number.
    read[client], held[client], peeked[client] = nil, nil, nil
    -- Where the session is on the same stores, what they have of it is asked for in the same breath. The id begins
    -- behind the last "lock.": a guess, which costs a question where it is wrong.
    local prefix, id = key:match('^(.*)lock%.(.*)$')
    local session = prefix .. id
    local peek = stores.everywhere and answers.look(session)
    local version = versions.new()
    local turn_ends, pause = mcp.time_mono_millis() + LOCK_TURN, 0.05
    while true do
        local began = mcp.time_mono_millis()
        local outcome, owners, is_everywhere, looked = take_lock(stores, key, version, expiry, nil, peek)
        if outcome == 'taken' and mcp.time_mono_millis() - began > LONGEST_TAKING and expiry > 0 then
            -- Little is left of it, where a store was silent meanwhile: PHP would be alone for less than it is told.
            requests.release(stores, { key = key, version = version, names = stores.names(owners) })
            outcome = nil
        end
        if outcome == 'taken' then
            waiting[client] = nil
            held[client] = {
                key = key,
                version = version,
                names = stores.names(owners),
                expiry = expiry,
                sure_until = sure_until(began, expiry),
                is_everywhere = is_everywhere,
            }
            if looked then
                local view = alike.view_of(stores, owners, looked.items, looked.ledgers)
                view.key, view.list = session, stores.list
                peeked[client] = view.decided and view or nil
            end
            return 'STORED\r\n'
        end
        if outcome == 'held' then
            waiting[client] = nil
            return 'NOT_STORED\r\n'
        end
        local over = wait_for_lock(stores, client, key)
        if over then
            return over
        end
        if mcp.time_mono_millis() >= turn_ends or not stores.can_ask() then
            return 'NOT_STORED\r\n'
        end
        stores.sleep(pause)
        pause = math.min(0.4, 2 * pause)
    end
end

return requests
