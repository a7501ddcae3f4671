-- The parties of one schedule: stores, each with its repair, and proxies, each beside a PHP.
local scheduler = require('scheduler')
local memcached = require('memcached')
local network = require('network')
local proxy = require('proxy')
local repair = require('repair')

local world = {}
world.__index = world

local EPOCH = 1790000000000 -- milliseconds; what the clocks say at the beginning

-- `id` is the party's own: a store and the repair beside it have one name.
local function party(name, skew, id)
    return { name = name, id = id or name, skew = skew or 0, epoch = 0, paused = false, inbox = {} }
end

-- `chunks` are replicate.lua and judge.lua, each a function of its environment.
function world.new(chunks, options, trace)
    local self = setmetatable({ chunks = chunks, stores = {}, nodes = {}, epoch = EPOCH, lives = 0 }, world)
    -- Called with a node whose proxy ends itself.
    self.gave_up = function() end
    self.scheduler = scheduler.new()
    self.network = network.new(self.scheduler)
    self.trace = trace and function(format, ...)
        trace(string.format('%9.2f  ' .. format, self.scheduler.now, ...))
    end or function() end
    self.network.trace = trace and function(format, from, store, line, result)
        local told = string.format('%s %s %s', result.status, result.c or '', result.value or '')
        self.trace(format, from, store, line:gsub('%s+$', ''), told)
    end
    self.skew = options.skew or 0
    for number = 1, options.stores do
        self:make_store(number)
    end
    local lines = self:lines_of(function() return 'keep' end)
    for _, store in ipairs(self.stores) do
        store.helper.lines = lines
    end
    for number = 1, options.nodes do
        local node = { party = party('application-' .. number, math.random(-self.skew, self.skew)) }
        node.party.lines = lines
        node.under_way, node.free_clients = {}, {}
        self.nodes[number] = node
        self:start_node(node)
    end
    for _, store in ipairs(self.stores) do
        repair.start(self, store)
    end
    return self
end

world.request = proxy.request

-- With nothing in its memory yet.
function world:make_store(number)
    local store = party('store-' .. number)
    store.memory = memcached.new(function() return self.scheduler.now end)
    store.memory.name = store.name
    store.number = number
    store.helper = party(store.name, math.random(-self.skew, self.skew), 'repair-' .. number)
    table.insert(self.stores, store)
    self.stores[store.name] = store
    return store
end

-- It will be named in files no more; until then some may ask it.
function world:forget_store(store)
    for index, other in ipairs(self.stores) do
        if other == store then
            table.remove(self.stores, index)
            return
        end
    end
end

function world:is_member(store)
    for _, other in ipairs(self.stores) do
        if other == store then
            return true
        end
    end
    return false
end

function world:remove_store(store)
    self.trace('%s is removed', store.name)
    store.epoch, store.helper.epoch = store.epoch + 1, store.helper.epoch + 1
    store.down, store.complete = true, false
    store.memory:clear()
end

function world:start_repair(store)
    repair.start(self, store)
end

-- What stands in the file of the stores where each has the fate that is told.
function world:lines_of(fate_of)
    local lines = {}
    for _, store in ipairs(self.stores) do
        local number = store.number
        table.insert(lines, string.format('%s 10.0.0.%d 11211 %s %d', fate_of(store), number, store.name, number))
    end
    return lines
end

-- The stores in a party's file.
function world:members_of(owner)
    local members = {}
    for _, line in ipairs(owner.lines) do
        table.insert(members, self.stores[line:match('11211 (%S+)')])
    end
    return members
end

function world:new_life()
    self.lives = self.lives + 1
    return self.lives
end

function world:new_proxy(owner, ended)
    return proxy.new(self, owner, self.chunks, self.stores, ended or function() end)
end

function world:start_node(node)
    local epoch = node.party.epoch
    node.proxy = self:new_proxy(node.party, function()
        self.gave_up(node)
        self:kill_node(node, 'gave up')
    end)
    node.ready, node.started_at = false, self.scheduler.now
    -- The supervisor lets Apache listen when the proxy says that requests can be answered.
    local function ask()
        if node.party.epoch == epoch then
            node.proxy:handle('mg session-cluster.ready', nil, 0, function(answer)
                if answer == 'HD' then
                    node.ready = true
                else
                    self.scheduler:after(200, node.party, ask)
                end
            end)
        end
    end
    self.scheduler:after(0, node.party, ask)
end

function world:kill_node(node, why)
    self.trace('%s ends: %s', node.party.name, why)
    node.party.epoch = node.party.epoch + 1
    node.party.paused, node.party.inbox = false, {}
    node.ready, node.free_clients = false, {}
    local under_way = node.under_way
    node.under_way = {}
    for _, fail in ipairs(under_way) do
        fail()
    end
    self.scheduler:after(300, nil, function() self:start_node(node) end)
end

-- Without its memory, after a while.
function world:restart_store(store, after)
    self.trace('%s is killed', store.name)
    store.epoch = store.epoch + 1
    store.helper.epoch = store.helper.epoch + 1
    store.helper.inbox, store.inbox = {}, {}
    store.paused, store.helper.paused = false, false
    store.memory:clear()
    store.complete, store.down = false, true
    self.network:close(store)
    local epoch = store.epoch
    local function start()
        if store.epoch == epoch then
            self.trace('%s starts', store.name)
            store.down = false
            repair.start(self, store)
        end
    end
    if after > 0 then
        self.scheduler:after(after, nil, start)
    else
        start()
    end
end

function world:pause_store(store)
    self.trace('%s is paused', store.name)
    store.paused, store.helper.paused = true, true
end

function world:resume_store(store)
    if store.paused then
        self.trace('%s goes on', store.name)
        self.scheduler:resume(store)
        self.scheduler:resume(store.helper)
    end
end

-- Pairs of parties between which nothing arrives. Each is whole again at a time of its own, within `spread` after
-- `length`, milliseconds.
function world:cut(links, length, spread)
    for _, link in ipairs(links) do
        self.network:cut_link(link[1], link[2])
        self.scheduler:after(length + math.random() * spread, nil, function()
            self.trace('%s reaches %s again', link[1].id, link[2].id)
            self.network:heal_link(link[1], link[2])
        end)
    end
end

-- Those of a store to all others.
function world:links_of(store)
    local links = {}
    for _, node in ipairs(self.nodes) do
        table.insert(links, { node.party, store })
    end
    for _, other in ipairs(self.stores) do
        if other ~= store then
            table.insert(links, { other.helper, store })
            table.insert(links, { store.helper, other })
        end
    end
    return links
end

function world:all_complete()
    for _, store in ipairs(self.stores) do
        if not store.complete or store.paused or store.down then
            return false
        end
    end
    return true
end

return world
