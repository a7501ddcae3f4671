-- One schedule: sessions at work, and what goes wrong beside them, all by one seed.
local php = require('php')
local history = require('history')
local sorted = require('sorted')
local world = require('world')

local schedule = {}

local ONE_BY_ONE = {
    'pause store', 'restart store', 'isolate store', 'cut one link', 'slow store',
    'kill node', 'pause node', 'cut node off',
}

-- What may go wrong, and what the specification does not promise then. Of `single`, the next fault comes when every
-- store is complete again.
schedule.CLASSES = {
    quiet = { faults = {}, forgives = {} },
    single = {
        faults = ONE_BY_ONE,
        forgives = {}, waits = true, skew = 10000,
    },
    stalled = { faults = { 'stall all stores' }, forgives = {}, waits = true, skew = 5000 },
    overlapping = {
        faults = { 'stall all stores', table.unpack(ONE_BY_ONE) },
        forgives = { lost = true, stale = true, resurrected = true, lock = true, ['needless refusal'] = true },
        skew = 10000,
    },
    -- By name only: what has ended may still come back, where what says so was evicted.
    eviction = {
        open = true,
        faults = { 'isolate store and evict' },
        forgives = { lost = true, resurrected = true },
        waits = true,
        skew = 1000,
    },
}

-- Milliseconds after which the supervisor ends Apache: PHP, whose time-outs are over, would go on with empty sessions.
local FROZEN_TOO_LONG = 3500

local function pick(list)
    return list[math.random(#list)]
end

local faults = {}

faults['pause store'] = function(w, store, length)
    w:pause_store(store)
    w.scheduler:after(length, nil, function() if store.paused then w:resume_store(store) end end)
end

faults['restart store'] = function(w, store)
    w:restart_store(store)
end

faults['isolate store'] = function(w, store, length)
    w:isolate(store)
    w.scheduler:after(length, nil, function() w:heal() end)
end

faults['cut one link'] = function(w, store, length)
    local node = pick(w.nodes)
    w.trace('%s does not reach %s', node.party.name, store.name)
    w.network:cut_link(node.party, store)
    w.scheduler:after(length, nil, function() w:heal() end)
end

faults['slow store'] = function(w, store, length)
    w.trace('%s is slow', store.name)
    w.network.slow[store.name] = math.random(50, 700)
    w.scheduler:after(length, nil, function() w.network.slow[store.name] = nil end)
end

faults['kill node'] = function(w)
    w:kill_node(pick(w.nodes), 'killed')
end

faults['pause node'] = function(w, _, length)
    local node = pick(w.nodes)
    local epoch = node.party.epoch
    w.trace('%s is paused', node.party.name)
    node.party.paused = true
    w.scheduler:after(length, nil, function()
        if node.party.epoch == epoch then
            if length > FROZEN_TOO_LONG then
                w:kill_node(node, 'was frozen')
                return
            end
            w.trace('%s goes on', node.party.name)
            w.scheduler:resume(node.party)
        end
    end)
end

faults['cut node off'] = function(w, _, length)
    local node = pick(w.nodes)
    w.trace('%s is cut off from all stores', node.party.name)
    for _, store in ipairs(w.stores) do
        w.network:cut_link(node.party, store)
    end
    w.scheduler:after(length, nil, function() w:heal() end)
end

faults['stall all stores'] = function(w, _, length)
    for _, store in ipairs(w.stores) do
        w:pause_store(store)
    end
    w.scheduler:after(length, nil, function()
        for _, store in ipairs(w.stores) do
            if store.paused then
                w.scheduler:after(math.random() * 30, nil, function()
                    if store.paused then
                        w:resume_store(store)
                    end
                end)
            end
        end
    end)
end

faults['isolate store and evict'] = function(w, store, length)
    w:isolate(store)
    w.scheduler:after(length * 0.9, nil, function()
        for _, other in ipairs(w.stores) do
            if other ~= store then
                -- Neither what is in use at this moment, the ledger and locks.
                for _, key in ipairs(sorted.keys(other.memory.items)) do
                    if key ~= 'session-cluster.ledger' and not key:find('lock.', 1, true) and math.random() < 0.5 then
                        w.trace('%s evicts %s', other.name, key)
                        other.memory.items[key] = nil
                    end
                end
            end
        end
    end)
    w.scheduler:after(length, nil, function() w:heal() end)
end

-- A browser: one request after the other, mostly; of two at once, the lock decides.
local function browse(w, past, id, options)
    local count = 0
    local function visit()
        if w.scheduler.now > options.lasts then
            return
        end
        count = count + 1
        local ready = {}
        for _, candidate in ipairs(w.nodes) do
            if candidate.ready and not candidate.party.paused then
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
        local work = math.random() < 0.03 and math.random(800, 3000) or math.random() * 20
        local listener = past:request(id, string.format('%s#%d@%s', id, count, node.party.name))
        local ended = false
        local function go_on()
            if not ended then
                ended = true
                w.scheduler:after(math.random() < 0.2 and 0 or math.random() * options.pause, nil, visit)
            end
        end
        php.request(w, node, id, work, kind, function(event, value)
            listener(event, value)
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
    if math.random() < 0.3 then
        w.scheduler:after(300 + math.random() * 200, nil, visit)
    end
end

local function converged(w, past)
    for _, store in ipairs(w.stores) do
        if not store.complete then
            past:violation('convergence', '%s is not complete', store.name)
            return
        end
    end
    local keys = {}
    for _, store in ipairs(w.stores) do
        for key in pairs(store.memory:dump()) do
            if key:match('^memc%.sess%.key%.s') then
                keys[key] = true
            end
        end
    end
    for key in pairs(keys) do
        local first = w.stores[1].memory:item(key)
        for _, store in ipairs(w.stores) do
            local item = store.memory:item(key)
            local same = first and item and item.cas == first.cas and item.value == first.value
            if not same then
                local value = item and item.value or 'nothing'
                past:violation('convergence', '%s is not the same everywhere: %s on %s', key, value, store.name)
            elseif math.abs(item.ends - first.ends) > 3000 then
                past:violation('convergence', '%s ends %d ms later on %s', key, item.ends - first.ends, store.name)
            end
        end
    end
end

-- Returns the history. `limits`: { faults, sessions } to make it shorter.
function schedule.run(chunks, seed, class, limits, trace)
    math.randomseed(seed)
    local rules = schedule.CLASSES[class]
    local options = {
        stores = math.random() < 0.6 and 2 or 3,
        nodes = math.random(2, 3),
        sessions = math.min(limits.sessions or 9, math.random(1, 3)),
        faults = math.min(limits.faults or 9, math.random(1, 3)),
        pause = pick({ 5, 60, 300 }),
        skew = rules.skew,
        lasts = math.huge,
    }
    local w = world.new(chunks, options, trace)
    local past = history.new(w, rules.forgives)
    for number = 1, options.sessions do
        browse(w, past, 's' .. string.rep('x', number), options)
    end
    local at = 600
    w.scheduler:run_until(at)
    if #rules.faults > 0 then
        for _ = 1, options.faults do
            if rules.waits then
                local limit = w.scheduler.now + 20000
                while not (w:all_complete() and w.scheduler.now > at) and w.scheduler.now < limit do
                    w.scheduler:run_until(w.scheduler.now + 50)
                end
                -- The proxies, too, have to have noticed: each tries a store again after a second.
                w.scheduler:run_until(w.scheduler.now + 1500)
            else
                w.scheduler:run_until(w.scheduler.now + math.random() * 1500)
            end
            local longest = class == 'stalled' and 3000 or 6000
            local length = math.random() < 0.5 and math.random(50, 1500) or math.random(50, longest)
            local name = pick(rules.faults)
            faults[name](w, pick(w.stores), length)
            at = w.scheduler.now + length
        end
        w.scheduler:run_until(math.max(at, w.scheduler.now) + 1000)
    else
        w.scheduler:run_until(3000)
    end
    w:heal()
    for _, store in ipairs(w.stores) do
        if store.paused then
            w:resume_store(store)
        end
    end
    w.scheduler:run_until(w.scheduler.now + 1500)
    options.lasts = w.scheduler.now
    w.scheduler:run_until(w.scheduler.now + 12000)
    converged(w, past)
    return past, options
end

return schedule
