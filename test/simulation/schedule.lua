-- One schedule: sessions at work, and what goes wrong beside them, all by one seed.
local browsers = require('browsers')
local classes = require('classes')
local faults = require('faults')
local history = require('history')
local membership = require('membership')
local sorted = require('sorted')
local steps = require('steps')
local world = require('world')

local schedule = {}

-- The client flags of what says that a session was deleted (answers.lua).
local DELETED = 0xDE1E7ED0

local function pick(list)
    return list[math.random(#list)]
end

-- Of a session's key in the stores, the session's id; nil of others.
local function id_in(key)
    return not key:find('.lock.sx', 1, true) and key:match('%.(sx+)$')
end

-- What says that a session was deleted is as good as nothing in the end: it may last longer on one store.
local function item_of(store, key)
    local item = store.memory:item(key)
    return item and item.flags ~= DELETED and item or nil
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
        local first = item_of(w.stores[owners[1]], key)
        for _, place in ipairs(session and owners or {}) do
            local store = w.stores[place]
            local item = item_of(store, key)
            local same = item == first or first and item and item.cas == first.cas and item.value == first.value
            if not same then
                local value = item and item.value or 'nothing'
                past:violation('convergence', '%s is not the same everywhere: %s on %s', key, value, store.name)
            elseif item and session.ended[tonumber(item.value:match(':(%d+):'))] then
                past:violation('resurrected', '%s is there, which had ended', item.value)
            elseif item and past:goes_on(session) and item.ends < session.expires then
                local format = '%s ends %.0f ms too early on %s'
                past:violation('lifetime', format, key, session.expires - item.ends, store.name)
            end
        end
    end
end

-- Milliseconds that a request waits for at most, with the last question (conversation.lua), and for which a fault is
-- noticed after it is over: a proxy tries a store each second, and lets it answer for 1.7 s.
local PATIENCE, NOTICED = 4500, 2700

-- How many faults, or starts of a proxy, a request may have waited for that has waited for too long.
local function waited_through(w, spells, node)
    local now, count = w.scheduler.now, 0
    for _, over in ipairs(spells) do
        if over + NOTICED > now - PATIENCE then
            count = count + 1
        end
    end
    return count + (node.started_at + NOTICED > now - PATIENCE and 1 or 0)
end

-- When the next fault comes: at a step of the protocol, or at any time. `spells`: when each of them is over.
local function fault_at_a_step(w, spells, name, store, length, node)
    local over
    local function fire(_, other)
        if over then
            return nil
        end
        local lasts = faults[name](w, store or other, length, node or pick(w.nodes)) or length
        over = w.scheduler.now + lasts
        table.insert(spells, over)
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
    local rules = classes[class]
    local options = {
        stores = rules.stores or rules.changes and math.random(#rules.faults > 0 and 2 or 1, 4)
            or math.random() < 0.6 and 2 or 3,
        nodes = math.random(2, 3),
        sessions = math.min(limits.sessions or 9, math.random(1, rules.crowd and 2 or 4)),
        faults = math.min(limits.faults or 9, math.random(1, 3)),
        pause = rules.busy and 20 or pick({ 15, 60, 300 }),
        -- memcached.sess_prefix: "lock." may stand in it.
        prefix = pick({ 'clock.', 'lock.memc.', 'memc.sess.key.', 'memc.sess.key.', 'memc.sess.key.' }),
        lifetime = math.random() < 0.3 and math.random(6, 12) or 1440,
        expire = pick(rules.expires or { 2 }),
        -- Up to which chance a request writes, and touches; else it destroys.
        chances = math.random() < 0.2 and { 0.2, 0.95 } or { 0.7, 0.9 },
        longest_work = 5000,
        crowd = rules.crowd,
        busy = rules.busy,
        unlocked = rules.unlocked,
        large = rules.large,
        skew = rules.skew,
        lasts = math.huge,
    }
    if rules.unlocked then
        options.chances, options.lifetime = { 0.85, 1 }, 1440
    elseif rules.crowd and options.lifetime < 1440 then
        -- Some outlive what they have read.
        options.longest_work = 16000
    end
    local w = world.new(chunks, options, trace)
    local past, spells = history.new(w, rules, options.expire), {}
    function w.gave_up(node)
        local is_excused = rules.ends_through_two and waited_through(w, spells, node) > 1
        if w.scheduler.now > (node.excused_until or 0) and not is_excused then
            past:violation('gave up', '%s ended itself', node.party.name)
        end
    end
    function w.network.lost(request)
        if request.words[1] == 'ms' and request.words[2]:find('.lock.sx', 1, true) then
            -- It may have been taken all the same.
            past:locks_are_unclear()
        end
    end
    function w.freezes()
        -- Its proxy may have been taking a lock, of which PHP does not know yet.
        past:locks_are_unclear()
    end
    for number = 1, options.sessions do
        browsers.start(w, past, 's' .. string.rep('x', number), options)
    end
    if rules.large and math.random() < 0.1 then
        browsers.start(w, past, 's' .. string.rep('x', math.random(240, 260)), options)
    end
    steps.hold_up(w, pick({ 100, 400, 2000 }), function() return options.lasts end)
    w.scheduler:run_until(600)
    local at = 600
    local spared = rules.spares and pick(w.stores)
    w.spared = spared
    local changes = rules.changes and math.random(1, rules.changes) or 0
    local changing = changes > 0
    if changing then
        membership.change(w, changes, #rules.faults > 0 and 2 or 1, options.expire, function() changing = false end)
    end
    if rules.changes and #rules.faults > 0 then
        w.scheduler:run_until(w.scheduler.now + math.random() * 2500)
        local length = math.random(50, 2500)
        local node = math.random() < 0.5 and pick(w.nodes) or nil
        at = fault_at_a_step(w, spells, pick(rules.faults), nil, length, node) + 400
        w.scheduler:run_until(math.max(at, w.scheduler.now) + 1000)
    elseif #rules.faults > 0 then
        for number = 1, options.faults do
            if rules.waits then
                local limit = w.scheduler.now + 20000
                while not (w:all_complete() and w.scheduler.now > at) and w.scheduler.now < limit do
                    w.scheduler:run_until(w.scheduler.now + 20)
                end
                local locks = rules.waits > 0 and 1000 * (options.expire - 2) or 0
                w.scheduler:run_until(w.scheduler.now + rules.waits + locks)
            end
            local shortest, longest = rules.shortest or 50, rules.longest or 6000
            local length = math.random() < 0.5 and math.random(shortest, math.max(shortest, longest // 4))
                or math.random(shortest, longest)
            local store = math.random() < 0.5 and pick(w.stores) or nil
            while spared and (not store or store == spared) do
                store = pick(w.stores)
            end
            local node = math.random() < 0.5 and pick(w.nodes) or nil
            local over = fault_at_a_step(w, spells, pick(rules.faults), store, length, node)
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
