-- Connections between a proxy and a store: first in, first out; a link may be cut, and a store paused. What was sent
-- before its connection was given up may still arrive, long afterwards, or never.
local network = {}
network.__index = network

-- Milliseconds, as replicate.lua sets them for the real proxy.
local READ_TIMEOUT, RETRY = 500, 1000

-- `steps` are looked at with each message (steps.lua); `lost` is called with a request that has no
-- answer, and again when it arrives all the same.
function network.new(scheduler)
    return setmetatable({ scheduler = scheduler, cut = {}, slow = {}, steps = {}, lost = function() end }, network)
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

function network:heal_link(from, to)
    local link = link_of(from, to)
    local waiting = self.cut[link]
    waiting.times = waiting.times - 1
    if waiting.times > 0 then
        return
    end
    self.cut[link] = nil
    for _, message in ipairs(waiting) do
        self.scheduler:after(math.random() * 3, message.to, message.deliver)
    end
end

local function delay(self, from, to)
    local slow = self.slow[from.name] or self.slow[to.name]
    return slow and math.random() * slow or 0.05 + math.random() * (math.random() < 0.02 and 20 or 0.5)
end

-- One direction of a connection, in order. `arrive` happens where it arrives, when that is not paused.
local function transmit(self, connection, direction, from, to, held_up, arrive)
    local at = self.scheduler.now + delay(self, from, to) + held_up
    at = math.max(at, (connection[direction] or 0) + 0.0001)
    connection[direction] = at
    local function deliver()
        -- Of a connection that was given up, the rest may be lost.
        if not connection.given_up or not connection.loses then
            arrive()
        end
    end
    self.scheduler:after(at - self.scheduler.now, to, function()
        local waiting = self.cut[link_of(connection.proxy, connection.store)]
        if waiting then
            table.insert(waiting, { to = to, deliver = deliver })
        else
            deliver()
        end
    end)
end

-- What a proxy has of one store.
function network.backend(_, proxy, store)
    return { proxy = proxy, store = store, down = false }
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
    for _, pending in ipairs(connection.pending) do
        if not pending.over then
            pending.over = true
            self.lost(pending.request)
            pending.answer(nil)
        end
    end
end

local function open(backend)
    local connection = { proxy = backend.proxy, store = backend.store, store_epoch = backend.store.epoch, pending = {} }
    backend.connection = connection
    return connection
end

-- One timer a connection, for what has waited longest.
local function watch(scheduler, connection)
    if connection.watched then
        return
    end
    connection.watched = true
    scheduler:after(connection.pending[1].until_time - scheduler.now, connection.proxy, function()
        connection.watched = false
        while connection.pending[1] and connection.pending[1].over do
            table.remove(connection.pending, 1)
        end
        local first = connection.pending[1]
        if first and first.until_time <= scheduler.now then
            first.lose()
        elseif first and not connection.given_up then
            watch(scheduler, connection)
        end
    end)
end

local function send(self, backend, connection, request, answer)
    local scheduler, proxy, store = self.scheduler, backend.proxy, backend.store
    local pending = { answer = answer, over = false, request = request }
    table.insert(connection.pending, pending)
    local proxy_epoch = proxy.epoch
    local function lose()
        if not pending.over and proxy.epoch == proxy_epoch then
            give_up(self, backend, connection)
        end
    end
    pending.lose, pending.until_time = lose, scheduler.now + READ_TIMEOUT
    watch(scheduler, connection)
    local steps = self.steps
    local held_up = #steps > 0 and self:step('sent', proxy, store, request) or 0
    transmit(self, connection, 'there', proxy, store, held_up, function()
        if store.epoch ~= connection.store_epoch or store.down then
            -- The store was started anew: its end of the connection is gone.
            scheduler:after(0, proxy, lose)
            return
        end
        local result = store.memory:execute(request)
        if pending.over or proxy.paused then
            self.lost(request)
        end
        if self.trace then
            self.trace('    %s to %s: %s: %s', proxy.id, store.name, request.line, result)
        end
        local held_back = #steps > 0 and self:step('executed', proxy, store, request) or 0
        transmit(self, connection, 'back', store, proxy, held_back, function()
            if not pending.over and proxy.epoch == proxy_epoch then
                pending.over = true
                if connection.pending[1] == pending then
                    table.remove(connection.pending, 1)
                end
                pending.answer(result)
            end
        end)
    end)
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

local VERSION = { line = 'mg version', words = { 'mg', 'version' } }

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
