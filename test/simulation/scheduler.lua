-- Simulated time: what happens next is what is due first; of what is due at once, chance decides. Everything that
-- belongs to a party which is paused waits until it goes on.
local scheduler = {}
scheduler.__index = scheduler

-- Milliseconds. What is due later than the current slice of time waits in a list of its own slice: most timers are of
-- no use any more when they are due, and a small heap is quick.
local SLICE = 8
local floor, random = math.floor, math.random

function scheduler.new()
    -- The heap: when, and what, by place. `slices`: lists of both by turns, by number. `slice`: the one in the heap.
    return setmetatable({ now = 0, times = {}, events = {}, size = 0, slices = {}, slice = 0, waiting = 0 }, scheduler)
end

local function push(self, at, event)
    local times, events, index = self.times, self.events, self.size + 1
    self.size = index
    while index > 1 do
        local above = index // 2
        if times[above] <= at then
            break
        end
        times[index], events[index] = times[above], events[above]
        index = above
    end
    times[index], events[index] = at, event
end

-- Milliseconds from now; `party` has `paused` and `inbox`, or is nil.
function scheduler:after(delay, party, work)
    -- Chance is in the time, far below what anything else is told apart by.
    local at = self.now + delay + random() * 1e-6
    local event = { party = party, work = work }
    local number = floor(at / SLICE)
    if number <= self.slice then
        push(self, at, event)
        return
    end
    local slice = self.slices[number]
    if not slice then
        slice = {}
        self.slices[number] = slice
    end
    local count = #slice
    slice[count + 1], slice[count + 2] = at, event
    self.waiting = self.waiting + 1
end

-- The next slices, until one has something that is due by then.
local function fill(self, time)
    local last = floor(time / SLICE)
    while self.size == 0 and self.waiting > 0 and self.slice < last do
        self.slice = self.slice + 1
        local slice = self.slices[self.slice]
        if slice then
            self.slices[self.slice] = nil
            self.waiting = self.waiting - #slice // 2
            for index = 1, #slice, 2 do
                push(self, slice[index], slice[index + 1])
            end
        end
    end
end

local function take_first(self)
    local times, events, size = self.times, self.events, self.size
    local first = events[1]
    local at, event = times[size], events[size]
    times[size], events[size] = nil, nil
    size = size - 1
    self.size = size
    if size > 0 then
        local index, child = 1, 2
        while child <= size do
            if child < size and times[child + 1] < times[child] then
                child = child + 1
            end
            if at <= times[child] then
                break
            end
            times[index], events[index] = times[child], events[child]
            index, child = child, 2 * child
        end
        times[index], events[index] = at, event
    end
    return first
end

local function happen(event)
    local party = event.party
    if party and party.paused then
        table.insert(party.inbox, event)
    else
        event.work()
    end
end

-- Until a time, in milliseconds, or until nothing is left to happen.
function scheduler:run_until(time)
    while true do
        if self.size == 0 then
            fill(self, time)
        end
        local at = self.times[1]
        if not at or at > time then
            break
        end
        local event = take_first(self)
        self.now = at
        happen(event)
    end
    self.now = math.max(self.now, time)
end

-- What waited happens in the order in which it came.
function scheduler.resume(_, party)
    party.paused = false
    local inbox = party.inbox
    party.inbox = {}
    for _, event in ipairs(inbox) do
        happen(event)
    end
end

return scheduler
