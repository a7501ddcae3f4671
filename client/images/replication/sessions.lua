-- What PHP asks for: to read, write, touch, delete a session, and its lock.
local alike = require('alike')
local answers = require('answers')
local conversation = require('conversation')
local requests = require('requests')
local versions = require('versions')

local answered, done, look, in_place_of = answers.answered, answers.done, answers.look, answers.in_place_of
local patiently = conversation.patiently
local read, held, peeked = requests.read, requests.held, requests.peeked

local sessions = {}

local DELETED_SECONDS = 86400 -- longer than a request lasts that has read what was deleted, or a partition
local LONGEST_EXPIRY = 30 * 86400 -- seconds; more is a date (memcached's protocol.txt)
-- Characters of a key; a store answers a longer one with an error. A session's lock has five more than it has itself.
local LONGEST_KEY = 250
local KEY_TOO_LONG = 'CLIENT_ERROR the id of the session is too long\r\n'
-- Bytes of a session. The stores and the proxies are started with --max-item-size=4m; what a value comes with is less.
local LARGEST = 4 * 1024 * 1024 - 4096
local TOO_LARGE = 'SERVER_ERROR object too large for cache\r\n'
local NO_ROOM = 'SERVER_ERROR out of memory storing object\r\n'
local HELD_UP = 'SERVER_ERROR held up for longer than its lock lasts: another request has written the session since\r\n'

function sessions.get(stores)
    return function(r)
        local key, client = r:key(), stores.client()
        local owners = stores.of(key)
        return patiently(stores, function()
            local view = peeked[client]
            peeked[client] = nil
            local first
            if not view or view.key ~= key or view.list ~= stores.list then
                -- The value is asked of the first: mostly it has what counts. After its version: a write in between is
                -- found out when this request writes.
                local items, value = stores.send(owners, look(key)), stores.send({ owners[1] }, r)
                local ledgers = stores.send(owners, answers.look_at_ledger())
                stores.wait()
                view = alike.view_of(stores, owners, stores.results(items, owners), stores.results(ledgers, owners))
                first = stores.result(value, owners[1])
            end
            if not view.decided then
                return nil
            end
            view.key, view.list = key, stores.list
            read[client] = view
            local _, any = alike.differences(key, view)
            if any then
                alike.mend(stores, key)
            end
            if not view.live then
                return 'END\r\n'
            end
            local result = view.winner == owners[1] and first or stores.ask_one(view.winner, r)
            if not answered(result) or not result:hit() then
                return nil
            end
            -- An empty one may be what says that it was deleted since.
            if result:vlen() == 0 and not alike.survey(stores, key).live then
                return nil
            end
            return result
        end)
    end
end

-- Whether of two that have written at once this one stays: where its version counts, and nothing that others have was
-- written after what it has read, wherever that lies.
local function prevails(view, version, read_version)
    local winner = view.states[view.winner]
    local is_trusted = {}
    for _, number in ipairs(view.trusted) do
        is_trusted[number] = true
    end
    for _, number in ipairs(view.reached) do
        local other = view.states[number].version
        if other ~= version and other > read_version and not is_trusted[number] then
            return false
        end
    end
    return winner ~= nil and winner.version == version
end

-- Takes away what was written, where it was, and lets what counts take its place.
local function retract(stores, key, version, view)
    if view then
        for _, number in ipairs(view.reached) do
            if view.states[number].version == version then
                stores.send({ number }, mcp.request(string.format('md %s C%d\r\n', key, version)))
            end
        end
        stores.wait()
        alike.mend(stores, key)
    end
end

-- Writes a version of a key to all of its stores. `line` is what stands before the condition, `known` the view that was
-- read: of what is no newer, it is put in place. `is_late`: another one may have had the lock since, and where nothing
-- is left of what was read, that one may have ended it. Returns 'written'; 'refused' where somebody has written since,
-- unless `wins`; 'untaken' where no store has taken it; nil where it is to be tried again: not all were asked of those
-- that are coming back. Where an earlier try has landed, `known` says so, and what is newer has followed it.
local function write(stores, key, version, line, size, payload, known, wins, is_late)
    local owners = known.owners
    local rounds = {}
    for _, number in ipairs(owners) do
        local before = known.states[number] and known.states[number].version or known.top
        rounds[number] = stores.send({ number }, mcp.request(line .. in_place_of(before) .. '\r\n', payload))
    end
    local lock = requests.send_release(stores, stores.client(), key)
    stores.wait()
    local results, looks, states, in_place = {}, {}, {}, false
    for _, number in ipairs(owners) do
        local result = stores.result(rounds[number], number)
        results[number], in_place = result, in_place or done(result)
        -- Something else is there than was read: older on a store that came back, or newer.
        looks[number] = answered(result) and not done(result) and stores.send({ number }, look(key)) or nil
    end
    stores.wait()
    local is_left = in_place
    for number, round in pairs(looks) do
        states[number] = answers.state_of(stores.result(round, number))
        is_left = is_left or (states[number] ~= nil and states[number].version ~= 0)
    end
    -- Since it landed it has had no lock either.
    local is_gone = (is_late or known.landed) and known.live and not is_left
    local reached, missed, written, conflict = {}, {}, 0, is_gone
    for _, number in ipairs(owners) do
        local result, state = results[number], states[number]
        for _ = 1, is_gone and 0 or alike.TRIES do
            if not answered(result) or done(result) then
                break
            elseif not state then
                result = nil
            elseif state.version == version or (known.landed == version and state.version > version) then
                break
            elseif state.version > known.top and not (wins and state.version < version) then
                conflict = true
                break
            else
                result = stores.ask_one(number, mcp.request(line .. in_place_of(state.version) .. '\r\n', payload))
                if not done(result) then
                    state = answers.state_of(stores.ask_one(number, look(key)))
                end
            end
        end
        if answered(result) then
            table.insert(reached, number)
            if done(result) or (state and (state.version == version or known.landed == version)) then
                written = written + 1
            end
        else
            table.insert(missed, number)
        end
    end
    requests.finish_release(stores, lock)
    if #reached > 0 and written == #reached and not conflict then
        -- The lock has been given back: from now on it may be followed by others.
        known.landed = version
    end
    if #missed > 0 and not conversation.is_steady(stores, reached) then
        return #reached == 0 and 'untaken' or nil
    end
    if conflict or written < #reached then
        -- Two have written without knowing of each other. What counts stays, the same for both; the other one is told.
        -- Who is late, or has found what it read nowhere (evicted, say), comes second in any case.
        local view = written > 0 and alike.survey(stores, key)
        if not view or is_late or not in_place or not prevails(view, version, known.top) then
            retract(stores, key, version, view)
            return 'refused'
        end
        alike.settle(stores, key, view, { version = version, size = size, payload = payload })
    end
    if not alike.note_missed(stores, key, version, reached, missed) then
        return nil
    end
    return conversation.await_known(stores, key, version, reached, missed) and 'written' or nil
end

function sessions.set(stores)
    return function(r)
        local key, client = r:key(), stores.client()
        if tonumber(r:token(5)) > LARGEST then
            return TOO_LARGE
        end
        local version
        -- How often no store has taken it, and all answered right afterwards: then they have no room. One that is full
        -- takes nothing that needs more chunks than there are of their size.
        local untaken = 0
        return patiently(stores, function()
            local lock = held[client]
            local kept = not lock or not requests.guards(lock.key, key) or requests.keep_lock(stores, lock)
            if not kept then
                return kept == false and HELD_UP or nil
            end
            local known = read[client]
            if not known or known.key ~= key then
                known = alike.survey(stores, key)
                if not known.decided then
                    return nil
                end
            end
            if known.list and known.list ~= stores.list then
                -- Other stores by now: what was read tells what may be overwritten, and no more.
                known = { key = key, owners = stores.of(key), states = {}, top = known.top, live = known.live }
            end
            version = version or versions.new(known.top)
            local line = string.format('ms %s %s T%s F%s E%d ', key, r:token(5), r:token(4), r:token(3), version)
            local is_late = lock ~= nil and lock.is_late
            local outcome = write(stores, key, version, line, tonumber(r:token(5)), r, known, false, is_late)
            if outcome == 'written' then
                local states = {}
                for _, number in ipairs(known.owners) do
                    states[number] = { version = version }
                end
                read[client] = {
                    key = key, list = stores.list, owners = known.owners, states = states, top = version, live = true,
                }
                return 'STORED\r\n'
            end
            if outcome == 'untaken' then
                untaken = #alike.survey(stores, key).missed == 0 and untaken + 1 or 0
                return untaken == 3 and NO_ROOM or nil
            end
            return outcome and HELD_UP
        end)
    end
end

function sessions.touch(stores)
    return function(r)
        local key = r:key()
        local owners = stores.of(key)
        return patiently(stores, function()
            local items = stores.send(owners, mcp.request(string.format('mg %s c f t T%s\r\n', key, r:token(3))))
            local ledgers = stores.send(owners, answers.look_at_ledger())
            local lock = requests.send_release(stores, stores.client(), key)
            stores.wait()
            local view = alike.view_of(stores, owners, stores.results(items, owners), stores.results(ledgers, owners))
            requests.finish_release(stores, lock)
            if not view.decided then
                return nil
            end
            if not view.live then
                return 'NOT_FOUND\r\n'
            end
            local _, any = alike.differences(key, view)
            if any then
                alike.mend(stores, key)
            end
            local version = view.states[view.winner].version
            if not alike.note_missed(stores, key, version, view.reached, view.missed) then
                return nil
            end
            local is_known = conversation.await_known(stores, key, version, view.reached, view.missed)
            return is_known and 'TOUCHED\r\n' or nil
        end)
    end
end

-- What is deleted has a version, too: a write that comes too late does not bring it back, nor does a store. So has what
-- is not there: it may be on its way.
function sessions.delete(stores)
    return function(r)
        local key, client = r:key(), stores.client()
        local lock = held[client]
        return patiently(stores, function()
            if lock and lock.key == key then
                local answer = requests.release(stores, lock)
                held[client] = answer == nil and lock or nil
                return answer
            end
            local view = alike.survey(stores, key)
            if not view.decided then
                return nil
            end
            -- A lock that is another's, or has ended, is not this request's to give back.
            local state = view.states[view.winner]
            if state and state.flags == answers.LOCK then
                return 'NOT_FOUND\r\n'
            end
            local version = versions.new(view.top)
            local line = string.format('ms %s 0 T%d F%d E%d ', key, DELETED_SECONDS, answers.DELETED, version)
            local outcome = write(stores, key, version, line, 0, '\r\n', view, true)
            if outcome == 'written' then
                return view.live and 'DELETED\r\n' or 'NOT_FOUND\r\n'
            end
            return nil
        end)
    end
end

-- Session locks, which have one byte, and new session ids, which have none.
function sessions.add(stores)
    return function(r)
        local key, expiry, client = r:key(), tonumber(r:token(4)), stores.client()
        if r:token(5) == '1' and key:find('lock.', 1, true) then
            return requests.add_lock(stores, key, expiry, client)
        end
        return patiently(stores, function()
            local view = alike.survey(stores, key)
            if not view.decided then
                return nil
            end
            if view.live then
                return 'NOT_STORED\r\n'
            end
            if expiry > LONGEST_EXPIRY and expiry * 1000 < mcp.time_real_millis() then
                -- How libmemcached asks whether a key exists: what would be added has expired already.
                return 'STORED\r\n'
            end
            local version = versions.new(view.top)
            local line = string.format('ms %s %s T%s F%s E%d ', key, r:token(5), r:token(4), r:token(3), version)
            local outcome = write(stores, key, version, line, tonumber(r:token(5)), r, view)
            if outcome == 'written' then
                return 'STORED\r\n'
            end
            return outcome == 'refused' and 'NOT_STORED\r\n' or nil
        end)
    end
end

-- An id comes from a browser, which may send any. PHP tells a refusal to read once, and to lock a hundred times.
local function refusing_long_keys(make, longest, answer)
    return function(stores)
        local handle = make(stores)
        return function(r)
            return #r:key() > longest and answer or handle(r)
        end
    end
end

for _, name in ipairs({ 'get', 'set', 'touch' }) do
    sessions[name] = refusing_long_keys(sessions[name], LONGEST_KEY - #'lock.', KEY_TOO_LONG)
end
sessions.add = refusing_long_keys(sessions.add, LONGEST_KEY, 'STORED\r\n')
sessions.delete = refusing_long_keys(sessions.delete, LONGEST_KEY, 'DELETED\r\n')

return sessions
