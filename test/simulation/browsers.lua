-- What browsers ask for, and when.
local php = require('php')

local browsers = {}

local function kind_of(options)
    local chance, writes, touches = math.random(), table.unpack(options.chances)
    if options.large and math.random() < 0.01 then
        return 'large'
    end
    return chance < writes and 'write' or chance < touches and 'touch' or 'destroy'
end

-- A browser: one request after the other, mostly; of two at once, the lock decides. One that is idle comes back after
-- seconds: what it finds has been written down, or is gone.
function browsers.start(w, past, id, options)
    local count, idle = 0, not options.busy and math.random() < 0.4 or #id > 200
    -- Some never come back: whether stores still have what they left behind, nobody looks at before the end.
    local leaves = math.random() < 0.3 and w.scheduler.now + math.random(500, 4000) or math.huge
    local is_slow = math.random() < (options.crowd and 0.6 or 0.3)
    local function work()
        if math.random() < (is_slow and 0.3 or 0.02) then
            return math.random(800, options.longest_work)
        end
        return math.random() * (options.crowd and math.random() < 0.5 and 300 or 20)
    end
    local function visit()
        if w.scheduler.now > math.min(leaves, options.lasts) then
            return
        end
        count = count + 1
        local ready = {}
        for _, candidate in ipairs(w.nodes) do
            -- The balancer does not know at once that a node keeps silent.
            if candidate.ready and (not candidate.party.paused or math.random() < 0.2) then
                ready[#ready + 1] = candidate
            end
        end
        if #ready == 0 then
            w.scheduler:after(100, nil, visit)
            return
        end
        -- The balancer keeps a session with its node, for as long as it is there.
        local node = ready[not options.busy and math.random() < 0.7 and (#id % #ready + 1) or math.random(#ready)]
        local label = string.format('%s#%d@%s', #id < 20 and id or 'long', count, node.party.name)
        local listener = past:request(id, label, options)
        local ended = false
        local function go_on()
            if not ended then
                ended = true
                local pause = math.random() < 0.2 and 0 or math.random() * options.pause
                w.scheduler:after(idle and math.random(1000, 6000) or pause, nil, visit)
            end
        end
        local began = w.scheduler.now
        php.request(w, node, id, work(), kind_of(options), options, function(event, value)
            listener(event, value)
            if event == 'written' then
                node.written_at = began
            elseif event == 'done' then
                -- When the last of those began that the node is done with.
                node.done_since = math.max(began, node.done_since or 0)
            end
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
    local at_once = options.crowd and math.random(2, 4) or (options.busy or math.random() < 0.4) and 2 or 1
    for _ = 1, at_once do
        w.scheduler:after(300 + math.random() * 200, nil, visit)
    end
end

return browsers
