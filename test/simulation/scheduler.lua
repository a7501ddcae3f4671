-- Simulated time: what happens next is what is due first; of what is due at once, chance decides. Everything that
-- belongs to a party which is paused waits until it goes on.
local scheduler = {}
scheduler.__index = scheduler

-- Milliseconds. What is due later than the current slice of time waits in a list of its own slice: most timers are of
-- no use any more when they are due, and a small heap is quick.
local SLICE = 8
local floor, random = math.floor, math.random

function scheduler.new()
    return setmetatable({
        now = 0,
        -- The heap: when, whose (or false), what, and with what, by place.
        times = {}, parties = {}, works = {}, values = {}, size = 0,
        -- Lists of all four by turns, by number; `slice`: the one in the heap.
        slices = {}, slice = 0, waiting = 0,
    }, scheduler)
end

local function push(self, at, party, work, value)
    local times, parties, works, values, index = self.times, self.parties, self.works, self.values, self.size + 1
    self.size = index
    while index > 1 do
        local above = index // 2
        if times[above] <= at then
            break
        end
        times[index], parties[index] = times[above], parties[above]
        works[index], values[index] = works[above], values[above]
        index = above
    end
    times[index], parties[index], works[index], values[index] = at, party, work, value
end

-- `work(value)` happens so many milliseconds from now; `party` has `paused` and `inbox`, or is nil.
function scheduler:after(delay, party, work, value)
    -- Chance is in the time, far below what anything else is told apart by.
    local at = self.now + delay + random() * 1e-6
    local number = floor(at / SLICE)
    party, value = party or false, value or false
    if number <= self.slice then
        push(self, at, party, work, value)
        return
    end
    local slice = self.slices[number]
    if not slice then
        slice = {}
        self.slices[number] = slice
    end
    local count = #slice
    slice[count + 1], slice[count + 2], slice[count + 3], slice[count + 4] = at, party, work, value
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
            self.waiting = self.waiting - #slice // 4
            for index = 1, #slice, 4 do
                push(self, slice[index], slice[index + 1], slice[index + 2], slice[index + 3])
            end
        end
    end
end

-- Takes the first away.
local function drop_first(self)
    local times, parties, works, values, size = self.times, self.parties, self.works, self.values, self.size
    local at, party, work, value = times[size], parties[size], works[size], values[size]
    times[size], parties[size], works[size], values[size] = nil, nil, nil, nil
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
            times[index], parties[index] = times[child], parties[child]
            works[index], values[index] = works[child], values[child]
            index, child = child, 2 * child
        end
        times[index], parties[index], works[index], values[index] = at, party, work, value
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
        local party, work, value = self.parties[1], self.works[1], self.values[1]
        drop_first(self)
        self.now = at
        if party and party.paused then
            table.insert(party.inbox, { work = work, value = value })
        else
            work(value)
        end
    end
    self.now = math.max(self.now, time)
end

-- What waited happens in the order in which it came.
function scheduler.resume(_, party)
    party.paused = false
    local inbox = party.inbox
    party.inbox = {}
    for _, event in ipairs(inbox) do
        -- What happens may pause it again.
        if party.paused then
            table.insert(party.inbox, event)
        else
            event.work(event.value)
        end
    end
end

return scheduler
