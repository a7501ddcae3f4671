-- What happens at a step of the protocol: when a certain message is sent, or has been carried out and its answer is on
-- its way. Between such steps is where a protocol is wrong, and chance alone hardly ever hits them.
local steps = {}

local function is_of(key, kind)
    if kind == 'session' then
        return key:find('.sx', 1, true) ~= nil and not key:find('.lock.sx', 1, true)
    end
    return key:find(kind, 1, true) ~= nil
end

local function is(word, kind, flag)
    return function(request)
        local words = request.words
        if words[1] ~= word or not is_of(words[2], kind) then
            return false
        end
        for index = 3, flag and #words or 0 do
            if words[index]:find(flag) then
                return true
            end
        end
        return flag == nil
    end
end

local SESSION, LOCK = 'session', '.lock.sx'
steps.WRITE, steps.LOOK = is('ms', SESSION), is('mg', SESSION)

local PLACES = {
    is('ms', SESSION), is('ms', SESSION), is('ms', SESSION),
    is('mg', SESSION), is('get', SESSION), is('mg', SESSION, '^T'), is('md', SESSION),
    is('ms', LOCK), is('ms', LOCK), is('md', LOCK), is('mg', LOCK),
    is('ms', 'missed', '^M[EA]'), is('ms', 'missed', '^C'), is('mg', 'missed'),
    is('ms', 'ledger', '^MA'), is('ms', 'ledger', '^C'), is('ms', 'ledger', '^ME'), is('mg', 'ledger', '^f'),
}
-- Where a message that is late opens the longest gap.
local GAPS = { is('ms', 'ledger', '^C'), is('ms', 'missed', '^C'), is('ms', 'missed', '^M[EA]'), is('ms', SESSION) }
local STAGES = { 'sent', 'executed' }

-- `fire(proxy, store)` gets the parties between which the message is, and may return for how long it is held up.
-- Forgets the step after a while; returns whether it is still to come.
function steps.arm(world, fire, lasts, place)
    local step = {
        stage = STAGES[math.random(2)],
        matches = place or PLACES[math.random(#PLACES)],
        skip = (place or math.random(3) > 1) and 0 or math.random(0, 10),
        fire = fire,
    }
    local armed = world.network.steps
    table.insert(armed, step)
    local function forget()
        for index, other in ipairs(armed) do
            if other == step then
                table.remove(armed, index)
                return true
            end
        end
        return false
    end
    if lasts then
        world.scheduler:after(lasts, nil, forget)
    end
    return forget
end

-- Messages that are late now and then; by less than what a proxy takes for an outage.
function steps.hold_up(world, every, till)
    -- In some schedules again and again at one place.
    local place = math.random() < 0.4 and GAPS[math.random(#GAPS)] or nil
    every = place and 50 or every
    local function arm()
        if world.scheduler.now < till() then
            steps.arm(world, function(_, store)
                local held_up = math.random() < 0.5 and math.random() * 20 or math.random() * 80
                world.trace('a message of %s is held up for %.0f ms', store.name, held_up)
                return held_up
            end, every * 3, place)
            world.scheduler:after(math.random() * 2 * every, nil, arm)
        end
    end
    arm()
end

return steps
