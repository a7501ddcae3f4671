-- Sessions on several memcached nodes: the configuration of memcached's proxy (1.6.23 or later) that runs beside each
-- Apache.
--
-- Every value carries a version as its CAS token, the time of its writing, the same on every store. A write goes to all
-- of its stores that can be reached; a read takes the newest version. So a store that was away, noticed by anybody or
-- not, may come back with old data: nobody reads it. What a store missed is noted on the others: a deletion in place of
-- the value, and that there is something to catch up with, which session-cluster-repair does.
--
-- No write takes away what its request has not read: a request that was held up (a node that was paused, say) until its
-- lock was another's has its write refused, and leaves the other's lock alone.
--
-- proxy_arg names the file of the stores, a line each: what becomes of it (keep, join, leave), address, port, name. Up
-- to three stores have every session each; of more, two have it. While stores join or leave, a session is on those that
-- had it and on those that will.

-- What may become of a store: a line that begins with another word is none of the file of the stores.
local FATES = { keep = true, join = true, leave = true }
local REPLICAS = { few = 3, many = 2 }
local DELETED = 3726540496 -- client flags, 0xDE1E7ED0, of what says that a key was deleted
local DELETED_SECONDS = 7 * 86400 -- longer than a store is away or a session lives
local MISSED = 'session-cluster.missed.' -- and the store's name: the key of "there is something to catch up with"
local LONGEST_EXPIRY = 30 * 86400 -- seconds; more is a date (memcached's protocol.txt)
local NO_STORE = 'SERVER_ERROR no memcached node can be reached\r\n'
local NOT_TAKEN = 'SERVER_ERROR no memcached node can be reached, or the value is too large for all\r\n'

function mcp_config_pools()
    -- Seconds. A store that is paused or cut off costs each proxy one read time-out, and is tried again a second later.
    mcp.backend_connect_timeout(0.3)
    mcp.backend_read_timeout(0.5)
    mcp.backend_retry_timeout(1)
    mcp.backend_failure_limit(0)
    -- What requests leave behind is collected at four times what is in use, not at twice: a third of that work.
    mcp.luagc_ratio(4)
    local stores = {}
    for line in io.lines(mcp.start_arg) do
        local fate, address, port, name = line:match('^(%l+) (%S+) (%d+) (%S+)$')
        if FATES[fate] then
            table.insert(stores, { fate = fate, name = name, pool = mcp.pool({ mcp.backend(name, address, port) }) })
        end
    end
    return stores
end

-- FNV-1a, 64 bits.
local function hash(text)
    local value = 0xcbf29ce484222325
    for index = 1, #text do
        value = (value ~ text:byte(index)) * 0x100000001b3
    end
    return value
end

-- The finaliser of MurmurHash3, 64 bits: a change of one bit changes half of them.
local function mixed(value)
    value = (value ~ (value >> 33)) * 0xff51afd7ed558ccd
    value = (value ~ (value >> 33)) * 0xc4ceb9fe1a85ec53
    return value ~ (value >> 33)
end

-- Of the stores that pass, those that hold a key: the ones with the highest weight for it (rendezvous hashing), so that
-- a store that joins or leaves moves only its own share. Marks them in `chosen`.
local function choose(stores, passes, key_hash, chosen)
    local members = {}
    for number, store in ipairs(stores) do
        if passes(store.fate) then
            table.insert(members, { number = number, weight = mixed(key_hash ~ store.hash) })
        end
    end
    if #members > REPLICAS.few then
        table.sort(members, function(one, other) return math.ult(other.weight, one.weight) end)
    end
    for rank, member in ipairs(members) do
        if #members <= REPLICAS.few or rank <= REPLICAS.many then
            chosen[member.number] = true
        end
    end
end

local function was_there(fate)
    return fate ~= 'join'
end

local function will_be_there(fate)
    return fate ~= 'leave'
end

-- Which stores hold a key: a function from the key to their numbers, in ascending order.
local function placement(stores)
    local everywhere, simple = {}, #stores <= REPLICAS.few
    for number, store in ipairs(stores) do
        everywhere[number] = number
        store.hash = hash(store.name)
    end
    if simple then
        return function() return everywhere end
    end
    return function(key)
        local key_hash, chosen, numbers = hash(key), {}, {}
        choose(stores, was_there, key_hash, chosen)
        choose(stores, will_be_there, key_hash, chosen)
        for number in ipairs(stores) do
            if chosen[number] then
                table.insert(numbers, number)
            end
        end
        return numbers
    end
end

-- What is known of client connections, each of which is one PHP request's own:
-- `read`, { key, version } of the session that it has read;
-- `held`, the lock that it has: { key, version, owners, session: the key that it guards, sure_until: milliseconds,
-- released: it is gone already };
-- `peeked`, what the stores had of the session when it got the lock: { key, states, newest }. Nobody else writes to it
-- since.
local read, held, peeked = {}, {}, {}

local sequence = 0

-- Newer than every version before it: milliseconds, and within them a number.
local function new_version()
    sequence = (sequence + 1) % 65536
    return mcp.time_real_millis() * 65536 + sequence
end

-- Whether a store did what it was asked, or said why it did not; not so where it was out of reach (no result) or out of
-- memory.
local function answered(result)
    local code = result and result:code()
    return result
        and code ~= mcp.MCMC_CODE_SERVER_ERROR
        and code ~= mcp.MCMC_CODE_CLIENT_ERROR
        and code ~= mcp.MCMC_CODE_ERROR
end

local function done(result)
    return result:code() == mcp.MCMC_CODE_OK
end

local function look(key)
    return mcp.request('mg ' .. key .. ' c f t\r\n')
end

-- Made in mcp_config_routes. An answer's own line() is of no use: it is overwritten by the answers that come after it
-- (measured).
local flags_of

-- What a store said to `mg KEY c f t`: version 0 where it has nothing; nil where it was out of reach.
local function state_of(result)
    if not answered(result) then
        return nil
    end
    local found, version, _, flags, _, ttl = flags_of(result)
    if not found then
        return { version = 0, flags = 0, ttl = 0, live = false }
    end
    -- A TTL of -1: it never expires, which is written as 0.
    return { version = version, flags = flags, ttl = math.max(0, ttl), live = flags ~= DELETED }
end

-- The states by store, and the first store with the newest version; nil where none was reached.
local function states_of(owners, results)
    local states, newest = {}, nil
    for _, number in ipairs(owners) do
        local state = state_of(results[number])
        states[number] = state
        if state and (newest == nil or state.version > states[newest].version) then
            newest = number
        end
    end
    return states, newest
end

local function reached_and_missed(owners, results)
    local numbers = { reached = {}, missed = {} }
    for _, number in ipairs(owners) do
        table.insert(answered(results[number]) and numbers.reached or numbers.missed, number)
    end
    return numbers
end

local function tombstone(key, version, condition)
    local line = string.format('ms %s 0 T%d F%d E%d %s\r\n', key, DELETED_SECONDS, DELETED, version, condition)
    return mcp.request(line, '\r\n')
end

-- Only in place of what was there when it was looked at.
local function in_place_of(state)
    return state.version == 0 and 'ME' or 'C' .. state.version
end

-- Writes down, on the stores that were reached, which stores missed a write.
local function note_missed(stores, numbers)
    if #numbers.reached == 0 then
        return
    end
    for _, missed in ipairs(numbers.missed) do
        local line = string.format('ms %s%s 0 T0 E%d\r\n', MISSED, stores.name(missed), new_version())
        stores.ask('note' .. missed, numbers.reached, mcp.request(line, '\r\n'))
    end
end

-- Puts a deletion that some stores know of in place of what it deleted on the others.
local function bury(stores, key, owners, states, newest)
    local count = 0
    for _, number in ipairs(owners) do
        local state = states[number]
        if state and state.live then
            stores.send('bury', number, tombstone(key, states[newest].version, in_place_of(state)))
            count = count + 1
        end
    end
    stores.wait(count)
end

-- An answer to `get` that has the newest version; nil where every store that has it went out of reach since it was
-- looked at.
local function fetch(stores, r, owners, states, newest)
    for _, number in ipairs(owners) do
        if states[number] and states[number].version == states[newest].version then
            local result = stores.ask_one('fetch', number, r)
            if answered(result) and result:hit() then
                return result
            end
        end
    end
    return nil
end

local function get(stores)
    return function(r)
        local key, client = r:key(), stores.client()
        local owners = stores.of(key)
        local known, first = peeked[client], nil
        peeked[client] = nil
        if not known or known.key ~= key then
            -- The value is asked of the first: mostly it has the newest version.
            stores.send('value', owners[1], r)
            stores.send('look', owners, look(key))
            stores.wait(#owners + 1)
            known = {}
            known.states, known.newest = states_of(owners, stores.results('look', owners))
            first = stores.result('value', owners[1])
        end
        local states, newest = known.states, known.newest
        if newest == nil then
            return NO_STORE
        end
        read[client] = { key = key, version = states[newest].version }
        if not states[newest].live then
            bury(stores, key, owners, states, newest)
            return 'END\r\n'
        end
        if newest == owners[1] and answered(first) and first:hit() then
            return first
        end
        return fetch(stores, r, owners, states, newest) or NO_STORE
    end
end

-- After `md KEY`, of one version where it is known: a store that answered that it has another, older one has a lock
-- that outlived its owner there; and the stores that were reached remember the deletion where others were not. Rounds:
-- old, retract, tombstone.
local function finish_deletion(stores, key, owners, results, version)
    for _, number in ipairs(owners) do
        if version and answered(results[number]) and results[number]:code() == mcp.MCMC_CODE_EXISTS then
            local state = state_of(stores.ask_one('old', number, look(key)))
            if state and state.live and state.version < version then
                stores.ask_one('retract', number, mcp.request(string.format('md %s C%d\r\n', key, state.version)))
            end
        end
    end
    local numbers = reached_and_missed(owners, results)
    if #numbers.missed > 0 then
        -- Not where somebody has written since: a lock may have been taken again.
        stores.ask('tombstone', numbers.reached, tombstone(key, new_version(), 'ME'))
    end
    return numbers
end

-- PHP gives the lock back right after it has written: that goes with the write, and what PHP asks for afterwards is
-- done already.
local function send_release(stores, client, session)
    local lock = held[client]
    if not stores.everywhere or not lock or lock.session ~= session or lock.released then
        return nil
    end
    lock.released = true
    stores.send('release', lock.owners, mcp.request(string.format('md %s C%d\r\n', lock.key, lock.version)))
    return lock
end

local function finish_release(stores, lock)
    if lock then
        finish_deletion(stores, lock.key, lock.owners, stores.results('release', lock.owners), lock.version)
    end
end

-- A request that took longer than its lock lasts may have lost it to another one, which has read what this one is about
-- to overwrite. Where nobody took it, it may still write: whether somebody did and is done, the version of what it
-- overwrites tells.
local function has_lost_lock(stores, lock)
    if lock == nil or lock.released or mcp.time_mono_millis() < lock.sure_until then
        return false
    end
    local states = states_of(lock.owners, stores.ask('holder', lock.owners, look(lock.key)))
    for _, state in pairs(states) do
        if state.live and state.version > lock.version then
            lock.released = true
            return true
        end
    end
    return false
end

local function set(stores)
    return function(r)
        local key, version, client = r:key(), new_version(), stores.client()
        local owners = stores.of(key)
        local line = string.format('ms %s %s T%s F%s E%d ', key, r:token(5), r:token(4), r:token(3), version)
        local known = read[client]
        if known and known.key ~= key then
            known = nil
        end
        if held[client] and held[client].session == key and has_lost_lock(stores, held[client]) then
            return 'NOT_STORED\r\n'
        end
        stores.send('write', owners, mcp.request(line .. (known and in_place_of(known) or '') .. '\r\n', r))
        local lock = send_release(stores, client, key)
        stores.wait(#owners + (lock and #lock.owners or 0))
        finish_release(stores, lock)
        local results = stores.results('write', owners)
        local written, refused = {}, false
        for _, number in ipairs(owners) do
            if answered(results[number]) and not done(results[number]) then
                -- Something else is there than was read: older on a store that came back, or newer.
                local state = state_of(stores.ask_one('look', number, look(key)))
                if state and state.version <= known.version then
                    local replacing = mcp.request(line .. in_place_of(state) .. '\r\n', r)
                    results[number] = stores.ask_one('replace', number, replacing)
                elseif state == nil then
                    results[number] = nil
                end
            end
            if answered(results[number]) then
                if done(results[number]) then
                    table.insert(written, number)
                else
                    refused = true
                end
            end
        end
        if refused then
            stores.ask('undo', written, mcp.request(string.format('md %s C%d\r\n', key, version)))
            return 'NOT_STORED\r\n'
        end
        if #written == 0 then
            return NOT_TAKEN
        end
        read[client] = { key = key, version = version }
        note_missed(stores, reached_and_missed(owners, results))
        return 'STORED\r\n'
    end
end

local function touch(stores)
    return function(r)
        local key = r:key()
        local owners = stores.of(key)
        stores.send('write', owners, mcp.request(string.format('mg %s c f t T%s\r\n', key, r:token(3))))
        local lock = send_release(stores, stores.client(), key)
        stores.wait(#owners + (lock and #lock.owners or 0))
        finish_release(stores, lock)
        local results = stores.results('write', owners)
        local states, newest = states_of(owners, results)
        if newest == nil then
            return NO_STORE
        end
        if not states[newest].live then
            return 'NOT_FOUND\r\n'
        end
        note_missed(stores, reached_and_missed(owners, results))
        return 'TOUCHED\r\n'
    end
end

local function delete(stores)
    return function(r)
        local key, client = r:key(), stores.client()
        local lock = held[client]
        if lock and lock.key ~= key then
            lock = nil
        end
        if lock and lock.released then
            held[client] = nil
            return 'DELETED\r\n'
        end
        local owners = stores.of(key)
        local condition = lock and ' C' .. lock.version or ''
        local results = stores.ask('write', owners, mcp.request('md ' .. key .. condition .. '\r\n'))
        local numbers = finish_deletion(stores, key, owners, results, lock and lock.version)
        if #numbers.reached == 0 then
            return NO_STORE
        end
        note_missed(stores, numbers)
        for _, number in ipairs(numbers.reached) do
            if done(results[number]) then
                return 'DELETED\r\n'
            end
        end
        return 'NOT_FOUND\r\n'
    end
end

-- Session locks, and new session ids. On every store that can be reached, one after the other: of two that want it, the
-- one that has it on the first store has it. What lies on a store that missed the deletion is not in the way: the
-- deletion, known elsewhere, is newer.
local function add(stores)
    return function(r)
        local key, expiry, client = r:key(), tonumber(r:token(4)), stores.client()
        local owners = stores.of(key)
        if expiry > LONGEST_EXPIRY and expiry * 1000 < mcp.time_real_millis() then
            -- How libmemcached asks whether a key exists: what would be added has expired already.
            local states, newest = states_of(owners, stores.ask('exists', owners, look(key)))
            return newest == nil and NO_STORE or states[newest].live and 'NOT_STORED\r\n' or 'STORED\r\n'
        end
        -- A request begins with the lock; another connection before this one may have had its number.
        read[client], held[client], peeked[client] = nil, nil, nil
        local prefix, id = key:match('^(.*)lock%.([^.]*)$')
        local session = prefix and prefix .. id
        -- Where the session is on the same stores, what they have of it is asked for in the same breath.
        local peek = session and stores.everywhere and look(session)
        local version = new_version()
        local line = string.format('ms %s %s T%s F%s E%d ', key, r:token(5), r:token(4), r:token(3), version)
        local fresh = mcp.request(line .. 'ME\r\n', r)
        local deleted = 0 -- the newest deletion that any store knows of
        local numbers = { reached = {}, missed = {} }

        -- Where there is something on the store already: the store's answer, or nil where somebody holds the key.
        local function replace(number)
            local states = states_of(owners, stores.ask('look' .. number, owners, look(key)))
            for _, state in pairs(states) do
                if not state.live then
                    deleted = math.max(deleted, state.version)
                end
            end
            local here = states[number]
            -- Taken so long ago that it is over: it reached the store late, and what is said there of its end is too
            -- late as well.
            local is_over = here and expiry > 0 and mcp.time_real_millis() - here.version // 65536 > 1000 * expiry
            if here and (not here.live or here.version < deleted or is_over) then
                return stores.ask_one('replace', number, mcp.request(line .. in_place_of(here) .. '\r\n', r))
            end
            return nil
        end

        for _, number in ipairs(owners) do
            stores.send('write', number, fresh)
            if peek then
                stores.send('peek', number, peek)
            end
            stores.wait(peek and 2 or 1)
            local result = stores.result('write', number)
            if answered(result) and not done(result) then
                -- What was peeked at is from before the lock.
                peek = nil
                result = replace(number)
                if result == nil or (answered(result) and not done(result)) then
                    stores.ask('undo', numbers.reached, mcp.request(string.format('md %s C%d\r\n', key, version)))
                    return 'NOT_STORED\r\n'
                end
            end
            table.insert(answered(result) and numbers.reached or numbers.missed, number)
        end
        if #numbers.reached == 0 then
            return NO_STORE
        end
        if prefix then
            held[client] = {
                key = key,
                version = version,
                owners = owners,
                session = prefix .. id,
                -- memcached counts in whole seconds: one of them may be over at once. Without an expiry it is sure for
                -- ever.
                sure_until = expiry > 0 and mcp.time_mono_millis() + 1000 * (expiry - 1) or math.huge,
            }
        end
        if peek then
            local states, newest = states_of(owners, stores.results('peek', owners))
            peeked[client] = newest and { key = session, states = states, newest = newest }
        end
        note_missed(stores, numbers)
        return 'STORED\r\n'
    end
end

-- `mg KEY`, of session-cluster-repair: what each store of the key has, NAME=VERSION,FLAGS,TTL, or NAME=? where it is
-- out of reach.
-- `mg session-cluster.stores`: the stores that are in force.
local function tell(stores)
    return function(r)
        local key = r:key()
        if key == 'session-cluster.stores' then
            return 'HD ' .. stores.list .. '\r\n'
        end
        local owners = stores.of(key)
        local states = states_of(owners, stores.ask('look', owners, look(key)))
        local words = {}
        for index, number in ipairs(owners) do
            local state = states[number]
            local word = state and string.format('%d,%d,%d', state.version, state.flags, state.ttl) or '?'
            words[index] = stores.name(number) .. '=' .. word
        end
        return 'HD ' .. table.concat(words, ' ') .. '\r\n'
    end
end

-- How a request talks with the stores. A handle serves once in a request, so each round of questions has handles of its
-- own.
local function conversation(rctx, stores, handles, owners_of)
    local list = {}
    for number, store in ipairs(stores) do
        list[number] = store.fate .. ':' .. store.name
    end
    local talk = { of = owners_of, list = table.concat(list, ' '), everywhere = #stores <= REPLICAS.few }
    function talk.client()
        return rctx:cfd()
    end
    function talk.name(number)
        return stores[number].name
    end
    -- To one store, or to a list of them.
    function talk.send(round, numbers, request)
        for _, number in ipairs(type(numbers) == 'table' and numbers or { numbers }) do
            rctx:enqueue(request, handles[round][number])
        end
    end
    function talk.wait(count)
        if count > 0 then
            rctx:wait_cond(count, mcp.WAIT_ANY)
        end
    end
    function talk.result(round, number)
        return (rctx:result(handles[round][number]))
    end
    function talk.results(round, numbers)
        local results = {}
        for _, number in ipairs(numbers) do
            results[number] = talk.result(round, number)
        end
        return results
    end
    function talk.ask(round, numbers, request)
        talk.send(round, numbers, request)
        talk.wait(#numbers)
        return talk.results(round, numbers)
    end
    function talk.ask_one(round, number, request)
        return rctx:enqueue_and_wait(request, handles[round][number])
    end
    return talk
end

local function attach(command, name, stores, rounds, make)
    local owners_of = placement(stores)
    local generator = mcp.funcgen_new()
    local handles = {}
    for number in ipairs(stores) do
        table.insert(rounds, 'note' .. number)
        table.insert(rounds, 'look' .. number)
    end
    for _, round in ipairs(rounds) do
        handles[round] = {}
        for number, store in ipairs(stores) do
            handles[round][number] = generator:new_handle(store.pool)
        end
    end
    generator:ready({
        n = name,
        f = function(rctx)
            return make(conversation(rctx, stores, handles, owners_of))
        end,
    })
    mcp.attach(command, generator)
end

function mcp_config_routes(stores)
    flags_of = mcp.res_inspector_new(
        { t = 'flagint', flag = 'c' },
        { t = 'flagint', flag = 'f' },
        { t = 'flagint', flag = 't' }
    )
    local release = { 'release', 'old', 'retract', 'tombstone' }
    attach(mcp.CMD_GET, 'get', stores, { 'value', 'look', 'fetch', 'bury' }, get)
    attach(mcp.CMD_SET, 'set', stores, { 'holder', 'write', 'look', 'replace', 'undo', table.unpack(release) }, set)
    attach(mcp.CMD_ADD, 'add', stores, { 'exists', 'write', 'peek', 'replace', 'undo' }, add)
    attach(mcp.CMD_TOUCH, 'touch', stores, { 'write', table.unpack(release) }, touch)
    attach(mcp.CMD_DELETE, 'delete', stores, { 'write', table.unpack(release) }, delete)
    attach(mcp.CMD_MG, 'tell', stores, { 'look' }, tell)
end
