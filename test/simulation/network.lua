-- Connections between a proxy and a store: first in, first out; a link may be cut, and a store paused. What was sent
-- before its connection was given up may still arrive, long afterwards, or never.
local network = {}
network.__index = network

-- Milliseconds, as replicate.lua sets them for the real proxy.
local READ_TIMEOUT, RETRY = 500, 1000

-- `steps` are looked at with each message (steps.lua); `lost` is called with a request that has no answer, and again
-- when it arrives all the same.
function network.new(scheduler)
    return setmetatable({
        scheduler = scheduler, cut = {}, slow = {}, steps = {}, backends = {}, lost = function() end,
    }, network)
end

local function link_of(from, to)
    return from.id .. ' ' .. to.id
end

-- A link may be cut by two at a time: it is whole again when both are over.
function network:cut_link(from, to)
    local link = link_of(from, to)
    self.cut[link] = self.cut[link] or { times = 0 }
    self.cut[link].times = self.cut[link].times + 1
end

-- Declared below: what happens where a message arrives.
local deliver

function network:heal_link(from, to)
    local link = link_of(from, to)
    local waiting = self.cut[link]
    waiting.times = waiting.times - 1
    if waiting.times > 0 then
        return
    end
    self.cut[link] = nil
    for _, message in ipairs(waiting) do
        self.scheduler:after(math.random() * 3, message.to, deliver, message)
    end
end

-- Whether no link is cut, and no store slow.
function network:is_undisturbed()
    return next(self.cut) == nil and next(self.slow) == nil
end

local function delay(self, from, to)
    local slow = self.slow[from.name] or self.slow[to.name]
    return slow and math.random() * slow or 0.05 + math.random() * (math.random() < 0.02 and 20 or 0.5)
end

local function reach(message)
    local waiting = message.network.cut[message.connection.link]
    if waiting then
        table.insert(waiting, message)
    else
        deliver(message)
    end
end

-- One direction of a connection, in order: `message.arrive` happens where it arrives, when that is not paused.
local function transmit(self, message, from, to, held_up)
    local connection, scheduler = message.connection, self.scheduler
    local direction = message.result and 'back' or 'there'
    local at = scheduler.now + delay(self, from, to) + held_up
    at = math.max(at, (connection[direction] or 0) + 0.0001)
    connection[direction] = at
    message.to = to
    scheduler:after(at - scheduler.now, to, reach, message)
end

-- What somebody has of one store, for a question.
function network.backend(_, proxy, store)
    return { proxy = proxy, store = store, down = false, link = link_of(proxy, store) }
end

-- And for as long as a proxy lasts.
function network:lasting_backend(proxy, store)
    local backend = self:backend(proxy, store)
    table.insert(self.backends, backend)
    return backend
end

-- Declared below: asks whether the store is there again.
local probe

-- Everything that was asked on the connection has no answer. The next one is tried after a while.
local function give_up(self, backend, connection)
    if connection.given_up then
        return
    end
    connection.given_up = true
    connection.loses = math.random() < 0.3
    backend.connection, backend.down = nil, true
    self.scheduler:after(RETRY, backend.proxy, function() probe(self, backend) end)
    for _, message in ipairs(connection.pending) do
        if not message.over then
            message.over = true
            self.lost(message.request)
            message.answer(nil)
        end
    end
end

-- Of a store that dies, its proxies learn at once, where they can be told.
function network:close(store)
    for _, backend in ipairs(self.backends) do
        local connection = backend.connection
        if backend.store == store and connection and not self.cut[backend.link] then
            local epoch = backend.proxy.epoch
            self.scheduler:after(delay(self, store, backend.proxy), backend.proxy, function()
                if backend.proxy.epoch == epoch then
                    give_up(self, backend, connection)
                end
            end)
        end
    end
end

local function open(backend)
    local connection = {
        backend = backend, store_epoch = backend.store.epoch, link = backend.link, pending = {},
    }
    backend.connection = connection
    return connection
end

local function lose(message)
    if not message.over and message.connection.backend.proxy.epoch == message.proxy_epoch then
        give_up(message.network, message.connection.backend, message.connection)
    end
end

-- One timer a connection, for what has waited longest.
local function watch(connection)
    if connection.watched then
        return
    end
    connection.watched = true
    local scheduler = connection.pending[1].network.scheduler
    scheduler:after(connection.pending[1].until_time - scheduler.now, connection.backend.proxy, function()
        connection.watched = false
        while connection.pending[1] and connection.pending[1].over do
            table.remove(connection.pending, 1)
        end
        local first = connection.pending[1]
        if first and first.until_time <= scheduler.now then
            lose(first)
        elseif first and not connection.given_up then
            watch(connection)
        end
    end)
end

function deliver(message)
    local connection, self = message.connection, message.network
    -- Of a connection that was given up, the rest may be lost.
    if connection.given_up and connection.loses then
        return
    end
    local proxy, store = connection.backend.proxy, connection.backend.store
    if message.result then
        if not message.over and proxy.epoch == message.proxy_epoch then
            message.over = true
            if connection.pending[1] == message then
                table.remove(connection.pending, 1)
            end
            message.answer(message.result)
        end
        return
    end
    if store.epoch ~= connection.store_epoch or store.down then
        -- The store was started anew: its end of the connection is gone.
        self.scheduler:after(0, proxy, lose, message)
        return
    end
    local request = message.request
    message.result = store.memory:execute(request)
    if message.over or proxy.paused then
        self.lost(request)
    end
    if self.trace then
        self.trace('    %s to %s: %s: %s', proxy.id, store.name, request.line, message.result)
    end
    local held_back = #self.steps > 0 and self:step('executed', proxy, store, request) or 0
    transmit(self, message, store, proxy, held_back)
end

local function send(self, backend, connection, request, answer)
    local proxy, store = backend.proxy, backend.store
    -- Goes there, and back with a result.
    local message = {
        network = self, connection = connection, request = request, answer = answer, over = false,
        proxy_epoch = proxy.epoch, until_time = self.scheduler.now + READ_TIMEOUT,
    }
    table.insert(connection.pending, message)
    watch(connection)
    transmit(self, message, proxy, store, #self.steps > 0 and self:step('sent', proxy, store, request) or 0)
end

-- What is to happen at this step happens. Returns the milliseconds for which the message is held up.
function network:step(stage, proxy, store, request)
    local held_up = 0
    for index = #self.steps, 1, -1 do
        local step = self.steps[index]
        if step.stage == stage and step.matches(request, proxy) then
            step.skip = step.skip - 1
            if step.skip < 0 then
                table.remove(self.steps, index)
                held_up = held_up + (step.fire(proxy, store) or 0)
            end
        end
    end
    return held_up
end

local VERSION = { line = 'mg version', words = { 'mg', 'version' }, flags = {} }

-- Beside requests, which fail at once until then.
function probe(self, backend)
    local epoch = backend.proxy.epoch
    local connection = open(backend)
    send(self, backend, connection, VERSION, function(result)
        if result and backend.proxy.epoch == epoch then
            backend.down = false
        end
    end)
end

-- Sends a request; `answer` is called once, with what the store said, or nil.
function network:request(backend, request, answer)
    if backend.down then
        self.scheduler:after(0, backend.proxy, function() answer(nil) end)
        return
    end
    send(self, backend, backend.connection or open(backend), request, answer)
end

return network
