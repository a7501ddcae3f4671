-- The parties of one schedule: stores, each with its repair, and proxies, each beside a PHP.
local scheduler = require('scheduler')
local memcached = require('memcached')
local network = require('network')
local proxy = require('proxy')
local repair = require('repair')

local world = {}
world.__index = world

local EPOCH = 1790000000000 -- milliseconds; what the clocks say at the beginning

local function party(name, skew)
    return { name = name, skew = skew or 0, epoch = 0, paused = false, inbox = {} }
end

-- `chunks` are replicate.lua and judge.lua, each a function of its environment.
function world.new(chunks, options, trace)
    local self = setmetatable({ chunks = chunks, stores = {}, nodes = {}, epoch = EPOCH, lives = 0 }, world)
    self.scheduler = scheduler.new()
    self.network = network.new(self.scheduler)
    self.trace = trace and function(format, ...)
        trace(string.format('%9.2f  ' .. format, self.scheduler.now, ...))
    end or function() end
    self.lines = {}
    for number = 1, options.stores do
        local store = party('store-' .. number)
        store.memory = memcached.new(function() return self.scheduler.now end)
        store.memory.name = store.name
        store.number = number
        store.helper = party('store-' .. number)
        self.stores[number] = store
        self.stores[store.name] = store
        self.lines[number] = string.format('keep 10.0.0.%d 11211 %s %d', number, store.name, number)
    end
    for number = 1, options.nodes do
        local skew = options.skew and math.random(-options.skew, options.skew) or 0
        local node = { party = party('application-' .. number, skew) }
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

function world:new_life()
    self.lives = self.lives + 1
    return self.lives
end

function world:new_proxy(owner, ended)
    return proxy.new(self, owner, self.chunks, self.stores, self.lines, ended or function() end)
end

function world:start_node(node)
    local epoch = node.party.epoch
    node.proxy = self:new_proxy(node.party, function() self:kill_node(node, 'gave up') end)
    node.ready = false
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

-- Without its memory.
function world:restart_store(store)
    self.trace('%s restarts', store.name)
    store.epoch = store.epoch + 1
    store.helper.epoch = store.helper.epoch + 1
    store.helper.inbox, store.inbox = {}, {}
    store.paused, store.helper.paused = false, false
    store.memory:clear()
    store.complete = false
    repair.start(self, store)
end

function world:pause_store(store)
    self.trace('%s is paused', store.name)
    store.paused, store.helper.paused = true, true
end

function world:resume_store(store)
    self.trace('%s goes on', store.name)
    self.scheduler:resume(store)
    self.scheduler:resume(store.helper)
end

function world:isolate(store)
    self.trace('%s is cut off', store.name)
    for _, node in ipairs(self.nodes) do
        self.network:cut_link(node.party, store)
    end
    for _, other in ipairs(self.stores) do
        if other ~= store then
            self.network:cut_link(other.helper, store)
            self.network:cut_link(store.helper, other)
        end
    end
end

function world:heal()
    self.trace('links are healed')
    self.network:heal_all()
end

function world:all_complete()
    for _, store in ipairs(self.stores) do
        if not store.complete or store.paused then
            return false
        end
    end
    return true
end

return world
