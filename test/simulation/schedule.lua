-- One schedule: sessions at work, and what goes wrong beside them, all by one seed.
local faults = require('faults')
local history = require('history')
local membership = require('membership')
local php = require('php')
local sorted = require('sorted')
local steps = require('steps')
local world = require('world')

local schedule = {}

local ONE_BY_ONE = {
    'pause store', 'restart store', 'kill store', 'isolate store', 'reboot store', 'cut one link', 'cut from nodes',
    'slow store', 'kill node', 'pause node', 'cut node off',
}

local function all_of(...)
    local set = {}
    for _, name in ipairs({ ... }) do
        set[name] = true
    end
    return set
end

-- What may go wrong, and what docs/replication.md does not promise then (`forgives`; kinds of history.lua, and 'gave
-- up': a proxy that ends itself though it could reach a store).
--   waits: the next fault comes when every store is complete again, and so much later, milliseconds: the proxies, too,
--     have to have noticed (each tries a store again after a second), and locks that lie on one store only to have
--     ended.
--   longest: of a fault, milliseconds.
--   unseen: how often nobody comes back to what the last fault made stores miss.
--   spares: one store that no fault is with.
schedule.CLASSES = {
    quiet = { faults = {}, forgives = {}, skew = 10000 },
    single = { faults = ONE_BY_ONE, forgives = {}, waits = 1500, skew = 10000 },
    -- One of the failures of `single`, in which a store catches up again and again beside what goes on.
    link = { faults = { 'cut one link' }, forgives = {}, waits = 1500, shortest = 1000, unseen = 1, skew = 10000 },
    -- The next one fails in the moment in which all are complete: locks that lie on it alone are gone, and a proxy that
    -- waits for both may have waited for too long.
    successive = {
        faults = { 'restart store', 'restart store', 'reboot store', 'kill store', 'cut from nodes', 'pause store' },
        forgives = all_of('lock', 'needless refusal', 'needless wait', 'gave up'),
        waits = 0,
        skew = 10000,
    },
    -- What was written as they stalled may be there, and be followed, before its writer learns of it.
    stalled = {
        faults = { 'stall all stores' }, forgives = all_of('needless refusal'),
        waits = 1500, longest = 3000, skew = 5000,
    },
    outage = {
        faults = { 'stall all stores' },
        forgives = all_of('gave up', 'needless refusal', 'unsaved', 'lock', 'needless wait'),
        waits = 1500, shortest = 3500, longest = 9000, skew = 5000,
    },
    spared = { faults = ONE_BY_ONE, forgives = {}, spares = true, skew = 10000 },
    behind = {
        faults = { 'others stall when a store is behind' },
        -- None is left that answers all along.
        forgives = all_of('gave up'), waits = 1500, longest = 2500, skew = 10000,
    },
    overlapping = {
        faults = { 'stall all stores', table.unpack(ONE_BY_ONE) },
        forgives = all_of(
            'lost', 'stale', 'resurrected', 'lock', 'needless refusal', 'needless wait', 'gave up', 'unsaved'
        ),
        skew = 10000,
    },
    partition = {
        faults = { 'partition' },
        forgives = all_of('stale', 'lost', 'resurrected', 'lock', 'needless refusal', 'needless wait', 'lifetime'),
        waits = 1500,
        skew = 10000,
    },
    -- Stores join and leave, and nothing fails. What says that a session was deleted is taken away before that, maybe
    -- between what a request reads and what it writes.
    membership = {
        faults = {}, changes = 3, forgives = all_of('resurrected', 'late write', 'needless refusal'), skew = 10000,
    },
    -- Something fails meanwhile.
    shaken = {
        faults = ONE_BY_ONE, changes = 2,
        forgives = all_of('resurrected', 'late write', 'needless refusal', 'gave up'),
        skew = 10000,
    },
    -- What has ended may still come back, where what says so was evicted, and what was written, where a request
    -- outlives its lock and finds that evicted. Nobody misses what nobody looks at.
    eviction = {
        faults = { 'isolate store and evict', 'evict' },
        forgives = all_of('lost', 'resurrected', 'late write', 'convergence', 'lifetime', 'needless refusal'),
        waits = 1500,
        skew = 1000,
    },
}

local function pick(list)
    return list[math.random(#list)]
end

-- A browser: one request after the other, mostly; of two at once, the lock decides. One that is idle comes back after
-- seconds: what it finds has been written down, or is gone.
local function browse(w, past, id, options)
    local count, idle = 0, math.random() < 0.4
    local is_slow = math.random() < 0.3
    local function visit()
        if w.scheduler.now > options.lasts then
            return
        end
        count = count + 1
        local ready = {}
        for _, candidate in ipairs(w.nodes) do
            -- The balancer does not know at once that a node keeps silent.
            if candidate.ready and (not candidate.party.paused or math.random() < 0.2) then
                ready[#ready + 1] = candidate
            end
        end
        if #ready == 0 then
            w.scheduler:after(100, nil, visit)
            return
        end
        -- The balancer keeps a session with its node, for as long as it is there.
        local node = ready[math.random() < 0.7 and (#id % #ready + 1) or math.random(#ready)]
        local chance = math.random()
        local kind = chance < 0.7 and 'write' or chance < 0.9 and 'touch' or 'destroy'
        local work = math.random() < (is_slow and 0.3 or 0.02) and math.random(800, 5000) or math.random() * 20
        local listener = past:request(id, string.format('%s#%d@%s', id, count, node.party.name), options.lifetime)
        local ended = false
        local function go_on()
            if not ended then
                ended = true
                local pause = math.random() < 0.2 and 0 or math.random() * options.pause
                w.scheduler:after(idle and math.random(1000, 6000) or pause, nil, visit)
            end
        end
        local began = w.scheduler.now
        php.request(w, node, id, work, kind, options, function(event, value)
            listener(event, value)
            if event == 'done' then
                -- When the last of those began that the node is done with.
                node.done_since = math.max(began, node.done_since or 0)
            end
            if event == 'done' or event == 'failed' or event == 'empty' then
                go_on()
            end
        end)
        -- The balancer does not wait for a node that keeps silent: the browser goes on, and what that node does later
        -- it does all the same.
        w.scheduler:after(2000, nil, function()
            if not ended and node.party.paused then
                go_on()
            end
        end)
    end
    w.scheduler:after(300 + math.random() * 200, nil, visit)
    if math.random() < 0.4 then
        w.scheduler:after(300 + math.random() * 200, nil, visit)
    end
end

-- Of a session's key in the stores, the session's id; nil of others.
local function id_in(key)
    return not key:find('.lock.sx', 1, true) and key:match('%.(sx+)$')
end

-- Whether all stores are alike, and what was answered as written or touched is there for as long as it was to be.
local function converged(w, past, judge)
    local stores = {}
    for place, store in ipairs(w.stores) do
        stores[place] = { fate = 'keep', name = store.name }
    end
    local owners_of = judge.placement(stores)
    for _, store in ipairs(w.stores) do
        if not store.complete then
            past:violation('convergence', '%s is not complete', store.name)
            return
        end
    end
    local keys = {}
    for _, store in ipairs(w.stores) do
        for key in pairs(store.memory:dump()) do
            keys[key] = true
        end
    end
    for _, key in ipairs(sorted.keys(keys)) do
        local id = id_in(key)
        -- What a request that died has left behind is made alike when somebody reads it.
        local session = id and past:session(id)
        if session and (session.unclear or w.scheduler.now >= session.expires) then
            session = nil
        end
        local owners = owners_of(key)
        local first = w.stores[owners[1]].memory:item(key)
        for _, place in ipairs(session and owners or {}) do
            local store = w.stores[place]
            local item = store.memory:item(key)
            local same = first and item and item.cas == first.cas and item.value == first.value
            if not same then
                local value = item and item.value or 'nothing'
                past:violation('convergence', '%s is not the same everywhere: %s on %s', key, value, store.name)
            elseif past:goes_on(session) and item.ends < session.expires then
                local format = '%s ends %.0f ms too early on %s'
                past:violation('lifetime', format, key, session.expires - item.ends, store.name)
            end
        end
    end
end

-- When the next fault comes: at a step of the protocol, or at any time.
local function fault_at_a_step(w, name, store, length, node)
    local over
    local function fire(_, other)
        if over then
            return nil
        end
        local lasts = faults[name](w, store or other, length, node or pick(w.nodes)) or length
        over = w.scheduler.now + lasts
        return nil
    end
    local forget
    if math.random() < 0.7 then
        forget = steps.arm(w, fire)
    end
    local limit = w.scheduler.now + math.random() * 1500
    while not over and w.scheduler.now < limit do
        w.scheduler:run_until(math.min(limit, w.scheduler.now + 20))
    end
    if forget then
        forget()
    end
    if not over then
        fire(nil, pick(w.stores))
    end
    return over
end

-- Returns the history. `limits`: { faults, sessions } to make it shorter.
function schedule.run(chunks, seed, class, limits, trace)
    math.randomseed(seed)
    local rules = schedule.CLASSES[class]
    local options = {
        stores = rules.changes and math.random(#rules.faults > 0 and 2 or 1, 4) or math.random() < 0.6 and 2 or 3,
        nodes = math.random(2, 3),
        sessions = math.min(limits.sessions or 9, math.random(1, 4)),
        faults = math.min(limits.faults or 9, math.random(1, 3)),
        pause = pick({ 5, 60, 300 }),
        prefix = math.random() < 0.2 and 'clock.' or 'memc.sess.key.',
        lifetime = math.random() < 0.3 and math.random(6, 12) or 1440,
        skew = rules.skew,
        lasts = math.huge,
    }
    local w = world.new(chunks, options, trace)
    local past = history.new(w, rules.forgives)
    function w.gave_up(node)
        if w.scheduler.now > (node.excused_until or 0) then
            past:violation('gave up', '%s ended itself', node.party.name)
        end
    end
    function w.network.lost(request)
        if request.words[1] == 'ms' and request.words[2]:find('.lock.sx', 1, true) then
            -- It may have been taken all the same.
            past:locks_unclear_until(w.scheduler.now + 2500)
        end
    end
    function w.freezes()
        -- Its proxy may have been taking a lock, of which PHP does not know yet.
        past:locks_unclear_until(w.scheduler.now + 3000)
    end
    for number = 1, options.sessions do
        browse(w, past, 's' .. string.rep('x', number), options)
    end
    steps.hold_up(w, pick({ 100, 400, 2000 }), function() return options.lasts end)
    w.scheduler:run_until(600)
    local at = 600
    local spared = rules.spares and pick(w.stores)
    local changes = rules.changes and math.random(1, rules.changes) or 0
    local changing = changes > 0
    if changing then
        membership.change(w, changes, #rules.faults > 0 and 2 or 1, function() changing = false end)
    end
    if rules.changes and #rules.faults > 0 then
        w.scheduler:run_until(w.scheduler.now + math.random() * 2500)
        local length = math.random(50, 2500)
        at = fault_at_a_step(w, pick(rules.faults), nil, length, math.random() < 0.5 and pick(w.nodes) or nil) + 400
        w.scheduler:run_until(math.max(at, w.scheduler.now) + 1000)
    elseif #rules.faults > 0 then
        for number = 1, options.faults do
            if rules.waits then
                local limit = w.scheduler.now + 20000
                while not (w:all_complete() and w.scheduler.now > at) and w.scheduler.now < limit do
                    w.scheduler:run_until(w.scheduler.now + 20)
                end
                w.scheduler:run_until(w.scheduler.now + rules.waits)
            end
            local shortest, longest = rules.shortest or 50, rules.longest or 6000
            local length = math.random() < 0.5 and math.random(shortest, math.max(shortest, longest // 4))
                or math.random(shortest, longest)
            local store = math.random() < 0.5 and pick(w.stores) or nil
            while spared and (not store or store == spared) do
                store = pick(w.stores)
            end
            local node = math.random() < 0.5 and pick(w.nodes) or nil
            local over = fault_at_a_step(w, pick(rules.faults), store, length, node)
            at = math.max(at, over + 400)
            if number == options.faults and math.random() < (rules.unseen or 0.4) then
                -- Nobody comes back to what was missed: it has to be written down.
                options.lasts = w.scheduler.now + math.random() * (at - w.scheduler.now)
            end
        end
        w.scheduler:run_until(math.max(at, w.scheduler.now) + 1000)
    else
        w.scheduler:run_until(3000)
    end
    w.scheduler:run_until(w.scheduler.now + 1500)
    local enough = w.scheduler.now + 90000
    while changing and w.scheduler.now < enough do
        w.scheduler:run_until(w.scheduler.now + 100)
    end
    if changing then
        past:violation('convergence', 'the change of the stores does not end')
    end
    options.lasts = math.min(options.lasts, w.scheduler.now)
    -- Until nobody is at work any more and every store is complete for a while.
    local limit, settled = w.scheduler.now + 15000, 0
    while settled < 6 and w.scheduler.now < limit do
        w.scheduler:run_until(w.scheduler.now + 250)
        settled = past.active == 0 and w:all_complete() and settled + 1 or 0
    end
    converged(w, past, chunks.judge(setmetatable({}, { __index = _G })))
    return past, options
end

return schedule
