-- Simulated time: what happens next is what is due first; of what is due at once, chance decides. Everything that
-- belongs to a party which is paused waits until it goes on.
local scheduler = {}
scheduler.__index = scheduler

function scheduler.new()
    return setmetatable({ now = 0, heap = {}, size = 0 }, scheduler)
end

local function before(one, other)
    if one.at ~= other.at then
        return one.at < other.at
    end
    return one.chance < other.chance
end

-- Milliseconds from now; `party` has `paused` and `inbox`, or is nil.
function scheduler:after(delay, party, work)
    local event = { at = self.now + delay, chance = math.random(), party = party, work = work }
    local heap, index = self.heap, self.size + 1
    self.size = index
    while index > 1 and before(event, heap[index // 2]) do
        heap[index] = heap[index // 2]
        index = index // 2
    end
    heap[index] = event
end

local function take_first(self)
    local heap = self.heap
    local first, last = heap[1], heap[self.size]
    heap[self.size] = nil
    self.size = self.size - 1
    if self.size > 0 then
        local index = 1
        while true do
            local child = 2 * index
            if child > self.size then
                break
            end
            if child < self.size and before(heap[child + 1], heap[child]) then
                child = child + 1
            end
            if not before(heap[child], last) then
                break
            end
            heap[index] = heap[child]
            index = child
        end
        heap[index] = last
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
    while self.size > 0 and self.heap[1].at <= time do
        local event = take_first(self)
        self.now = event.at
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
