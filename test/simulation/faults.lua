-- What goes wrong: each of them with a store, a node, and how long it lasts, milliseconds.
local sorted = require('sorted')
local steps = require('steps')

local faults = {}

-- Milliseconds after which the supervisor ends Apache: PHP, whose time-outs are over, would go on with empty sessions.
local FROZEN_TOO_LONG = 3500
-- Milliseconds within which links are whole again one after the other.
local SPREAD = 400

local function others(w, store)
    local found = {}
    for _, other in ipairs(w.stores) do
        if other ~= store then
            found[#found + 1] = other
        end
    end
    return found
end

local function pause(w, store, length)
    if not store.down then
        w:pause_store(store)
        local epoch = store.epoch
        w.scheduler:after(length, nil, function()
            if store.epoch == epoch then
                w:resume_store(store)
            end
        end)
    end
end

faults['pause store'] = pause

faults['restart store'] = function(w, store)
    w:restart_store(store, 0)
end

faults['kill store'] = function(w, store, length)
    w:restart_store(store, length)
end

faults['isolate store'] = function(w, store, length)
    w.trace('%s is cut off', store.name)
    w:cut(w:links_of(store), length, SPREAD)
end

-- Its memory goes, and it comes back before its links do.
faults['reboot store'] = function(w, store, length)
    w.trace('%s is cut off, too', store.name)
    w:cut(w:links_of(store), length + math.random() * 1500, SPREAD)
    w:restart_store(store, length)
end

faults['cut one link'] = function(w, store, length, node)
    w.trace('%s does not reach %s', node.party.name, store.name)
    w:cut({ { node.party, store } }, length, 0)
end

faults['cut from nodes'] = function(w, store, length)
    w.trace('no node reaches %s', store.name)
    local links = {}
    for _, node in ipairs(w.nodes) do
        table.insert(links, { node.party, store })
    end
    w:cut(links, length, SPREAD)
end

faults['slow store'] = function(w, store, length)
    w.trace('%s is slow', store.name)
    w.network.slow[store.name] = math.random(50, 700)
    w.scheduler:after(length, nil, function() w.network.slow[store.name] = nil end)
end

faults['kill node'] = function(w, _, _, node)
    w:kill_node(node, 'killed')
end

faults['pause node'] = function(w, _, length, node)
    local epoch = node.party.epoch
    w.trace('%s is paused', node.party.name)
    w.freezes()
    node.party.paused = true
    node.excused_until = w.scheduler.now + length + 6000
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

faults['cut node off'] = function(w, _, length, node)
    w.trace('%s is cut off from all stores', node.party.name)
    local links = {}
    for _, store in ipairs(w.stores) do
        table.insert(links, { node.party, store })
    end
    node.excused_until = w.scheduler.now + length + 6000
    w:cut(links, length, SPREAD)
end

-- Not all in the same instant, but before any proxy has missed one of them.
faults['stall all stores'] = function(w, _, length)
    for _, store in ipairs(w.stores) do
        local late = math.random() < 0.5 and 0 or math.random() * 400
        w.scheduler:after(late, nil, function()
            local early = math.random() < 0.5 and math.random() * 30 or math.random() * 600
            pause(w, store, math.max(10, length - late - early))
        end)
    end
end

-- As where a switch is started anew: each proxy reaches another store first.
faults['cut all links'] = function(w, _, length)
    w.trace('no node reaches any store')
    local spread = (0.5 + 0.5 * math.random()) * math.min(1500, length)
    for _, node in ipairs(w.nodes) do
        for _, store in ipairs(w.stores) do
            w:cut({ { node.party, store } }, length - spread, spread)
        end
    end
end

-- A store loses its memory while another one is silent: it takes long to look at all, and is told of the other one
-- meanwhile.
faults['restart beside a silent store'] = function(w, store, length)
    for _, other in ipairs(others(w, store)) do
        if other ~= w.spared then
            pause(w, other, 2000 + length)
            w.scheduler:after(math.random() * 700, nil, function() w:restart_store(store, 0) end)
            return 3000 + length
        end
    end
    return faults['restart store'](w, store)
end

-- Whether the ledger of any other store says that this one is behind.
local function is_listed(w, store)
    for _, other in ipairs(others(w, store)) do
        local ledger = other.memory:item('session-cluster.ledger')
        if ledger and ledger.flags & 1 << store.number ~= 0 then
            return true
        end
    end
    return false
end

-- A node, or more, does not reach a store for a while; then, when that store can know that it is behind, the others
-- stall. It is told by the repair beside it, or, where that does not reach the others, by a node that reaches all.
faults['others stall when a store is behind'] = function(w, store, length, node)
    local links, reaching = {}, {}
    for _, other in ipairs(w.nodes) do
        if other == node or math.random() < 0.3 then
            table.insert(links, { other.party, store })
        else
            table.insert(reaching, other)
        end
    end
    local is_told_by_nodes = #reaching > 0 and math.random() < 0.6
    if is_told_by_nodes then
        for _, other in ipairs(others(w, store)) do
            table.insert(links, { store.helper, other })
        end
    end
    local away = 700 + math.random() * 2000
    w.trace('%d of the nodes do not reach %s', #links, store.name)
    local function stall()
        for _, other in ipairs(others(w, store)) do
            pause(w, other, math.min(500 + length, 3000))
        end
    end
    if not is_told_by_nodes then
        w:cut(links, away, 0)
        w.scheduler:after(away - (math.random() < 0.5 and 0 or math.random() * 600), nil, stall)
        return away + 2500
    end
    w:cut(links, away + 1500, 0)
    local ends, listed_at = w.scheduler.now + away + 500
    local function watch()
        listed_at = is_listed(w, store) and (listed_at or w.scheduler.now) or nil
        for _, other in ipairs(reaching) do
            if listed_at and other.done_since and other.done_since > listed_at then
                return stall()
            end
        end
        if w.scheduler.now < ends then
            w.scheduler:after(10, nil, watch)
        end
    end
    watch()
    return away + 3500
end

-- A node does not reach a store, which catches up all the same, and is behind again with each write of that node. As
-- soon as one of those was answered the others stall; for longer than the node takes to find the store again.
faults['others stall when a store is behind again'] = function(w, store, _, node)
    w.trace('%s does not reach %s', node.party.name, store.name)
    w.network:cut_link(node.party, store)
    local away = 1500 + math.random() * 2000
    local ends, admitted, listed_at = w.scheduler.now + away, 0, nil
    local function watch()
        if is_listed(w, store) then
            listed_at = listed_at or w.scheduler.now
        elseif listed_at then
            admitted, listed_at = admitted + 1, nil
        end
        if not (admitted > 0 and listed_at and (node.written_at or 0) > listed_at) and w.scheduler.now < ends then
            w.scheduler:after(2, nil, watch)
            return
        end
        w.trace('%s reaches %s again', node.party.name, store.name)
        w.network:heal_link(node.party, store)
        for _, other in ipairs(others(w, store)) do
            pause(w, other, math.random(2000, 3000))
        end
    end
    watch()
    return away + 3500
end

local function evict_from(w, store, chance)
    for _, key in ipairs(sorted.keys(store.memory.items)) do
        -- Neither what is in use at this moment, the ledger and locks.
        if key ~= 'session-cluster.ledger' and not key:find('.lock.', 1, true) and math.random() < chance then
            w.trace('%s evicts %s', store.name, key)
            store.memory.items[key] = nil
        end
    end
end

-- The nodes reach it before the repair beside it knows what it missed.
faults['isolate store and evict'] = function(w, store, length)
    faults['cut from nodes'](w, store, length)
    local links = {}
    for _, other in ipairs(others(w, store)) do
        table.insert(links, { store.helper, other })
        table.insert(links, { other.helper, store })
    end
    w:cut(links, length + math.random() * 2000, SPREAD)
    w.scheduler:after(length * 0.9, nil, function()
        for _, other in ipairs(others(w, store)) do
            evict_from(w, other, 0.5)
        end
    end)
    return length + 2000
end

faults['evict'] = function(w, store)
    evict_from(w, store, 0.5)
end

-- A store is cut off from the nodes, and from the repair beside it; what the others have written down of what it misses
-- is evicted meanwhile, and written to again.
faults['evict lists'] = function(w, store, length)
    faults['cut from nodes'](w, store, length)
    local links = {}
    for _, other in ipairs(others(w, store)) do
        table.insert(links, { store.helper, other })
    end
    w:cut(links, length + math.random() * 500, SPREAD)
    w.scheduler:after(length * (0.3 + 0.5 * math.random()), nil, function()
        for _, other in ipairs(others(w, store)) do
            w.trace('%s evicts its list', other.name)
            other.memory.items['session-cluster.missed.' .. store.name] = nil
        end
    end)
    return length + 1000
end

-- Two sides, with at least one store each.
faults['partition'] = function(w, _, length)
    local function side_of(index, count)
        return index == 1 and 1 or index == count and 2 or math.random(2)
    end
    local nodes, stores, links = {}, {}, {}
    for index, node in ipairs(w.nodes) do
        nodes[node] = side_of(index, #w.nodes)
    end
    for index, store in ipairs(w.stores) do
        stores[store] = side_of(index, #w.stores)
    end
    for _, store in ipairs(w.stores) do
        for _, node in ipairs(w.nodes) do
            if nodes[node] ~= stores[store] then
                table.insert(links, { node.party, store })
            end
        end
        for _, other in ipairs(w.stores) do
            if stores[other] ~= stores[store] then
                table.insert(links, { other.helper, store })
            end
        end
    end
    w.trace('the nodes and stores are cut in two')
    w:cut(links, length, SPREAD)
    if math.random() < 0.5 then
        -- Where they come together again, one of them stalls for a moment.
        w.scheduler:after(length, nil, function()
            steps.arm(w, function(proxy, store)
                if proxy.id ~= proxy.name and proxy ~= store.helper then
                    pause(w, store, math.random(550, 900))
                end
            end, 2000, steps.LOOK)
        end)
        return length + 2000
    end
    return length
end

return faults
