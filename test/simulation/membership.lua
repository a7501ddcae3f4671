-- Stores that join and leave while requests go on, as client/src/cluster/scale/stores.ts has it step by step; what it
-- asks of session-cluster-repair (`prune`, `once`) is asked here.
local repair = require('repair')
local sorted = require('sorted')

local membership = {}

-- Milliseconds between two tries of what could not be done, as there.
local PAUSE = 500

-- Whether a party can be told of another file of the stores now.
local function is_up(store, node)
    if store then
        return not store.paused and not store.down
    end
    return not node.party.paused and node.proxy ~= nil
end

-- Runs `operation`, which gets ways to wait.
local function run(w, operation)
    local thread
    local function resume(...)
        local fine, problem = coroutine.resume(thread, ...)
        if not fine then
            error(debug.traceback(thread, problem), 0)
        end
    end
    local ways = {}
    -- What `start` hands to its argument, at once or later.
    function ways.await(start)
        local results, waits
        start(function(...)
            results = table.pack(...)
            if waits then
                resume()
            end
        end)
        if not results then
            waits = true
            coroutine.yield()
        end
        return table.unpack(results, 1, results.n)
    end
    function ways.sleep(milliseconds)
        ways.await(function(done) w.scheduler:after(milliseconds, nil, done) end)
    end
    thread = coroutine.create(function() operation(ways) end)
    resume()
end

-- The same file for every party, each at a time of its own; resolves when all go by it.
local function write_files(w, ways, fate_of)
    local lines = w:lines_of(fate_of)
    w.trace('the file of the stores is to be: %s', table.concat(lines, ', '))
    local left
    repeat
        left = 0
        for _, store in ipairs(w.stores) do
            if store.helper.lines ~= lines then
                if is_up(store) and math.random() < 0.4 then
                    store.helper.lines = lines
                    w:start_repair(store)
                else
                    left = left + 1
                end
            end
        end
        for _, node in ipairs(w.nodes) do
            if node.party.lines ~= lines then
                if is_up(nil, node) and math.random() < 0.4 then
                    w.trace('%s goes by another file of the stores', node.party.name)
                    node.party.lines = lines
                    node.proxy.reload()
                else
                    left = left + 1
                end
            end
        end
        ways.sleep(math.random(5, 60))
    until left == 0
end

-- What `start` hands to its argument; false where the store, and what runs beside it, dies before.
local function await_beside(w, ways, store, start)
    local epoch, over = store.epoch, false
    return ways.await(function(done)
        local function finish(...)
            if not over then
                over = true
                done(...)
            end
        end
        start(finish)
        local function watch()
            if store.epoch ~= epoch then
                finish(false)
            elseif not over then
                w.scheduler:after(50, nil, watch)
            end
        end
        watch()
    end)
end

-- The keys on all stores of the file; nil where one of them does not answer.
local function all_keys(w, ways, store)
    local helper, known = store.helper, {}
    for _, other in ipairs(w:members_of(helper)) do
        local result = await_beside(w, ways, store, function(done)
            w.network:request(w.network:backend(helper, other), w.request('mg session-cluster.x c'), done)
        end)
        if not result then
            return nil
        end
        for key in pairs(other.memory:dump()) do
            known[key] = key:sub(1, 16) ~= 'session-cluster.' or nil
        end
    end
    return sorted.keys(known)
end

-- One try, beside a store, with a proxy for its time: whether `each` could do what it does with all keys.
local function with_every_key(w, ways, store, each)
    if store.down or store.helper.paused then
        return false
    end
    local proxy = w:new_proxy(store.helper)
    local keys = all_keys(w, ways, store)
    for _, key in ipairs(keys or {}) do
        local is_done = await_beside(w, ways, store, function(done) each(proxy, key, done) end)
        if not is_done then
            return false
        end
    end
    return keys ~= nil
end

-- session-cluster-repair prune.
local function prune(w, ways, store)
    while not with_every_key(w, ways, store, function(proxy, key, done)
        proxy:handle('md ' .. key, nil, 0, function(answer) done(answer == 'HD') end)
    end) do
        ways.sleep(PAUSE)
    end
end

local function always()
    return true
end

-- session-cluster-repair once.
local function copy(w, ways, store)
    while not with_every_key(w, ways, store, function(proxy, key, done)
        repair.bring_up_to_date(w, store.helper, proxy, key, always, done)
    end) do
        ways.sleep(PAUSE)
    end
end

local function keep()
    return 'keep'
end

local function add(w, ways)
    prune(w, ways, w.stores[1])
    local store = w:make_store(#w.stores + 1)
    local function joins(other)
        return other == store and 'join' or 'keep'
    end
    store.helper.lines = w:lines_of(joins)
    w:start_repair(store)
    while not store.complete do
        ways.sleep(50)
    end
    w.trace('%s joins', store.name)
    write_files(w, ways, joins)
    copy(w, ways, store)
    if math.random() < 0.2 then
        w.trace('%s does not join after all', store.name)
        w:forget_store(store)
    end
    write_files(w, ways, keep)
    if not w:is_member(store) then
        w:remove_store(store)
    end
end

local function remove(w, ways)
    prune(w, ways, w.stores[1])
    local store = w.stores[#w.stores]
    w.trace('%s leaves', store.name)
    write_files(w, ways, function(other) return other == store and 'leave' or 'keep' end)
    copy(w, ways, w.stores[1])
    -- Its word counts no more, before anybody stops writing to it.
    write_files(w, ways, function(other) return other == store and 'join' or 'keep' end)
    w:forget_store(store)
    write_files(w, ways, keep)
    w:remove_store(store)
end

-- Some changes one after the other, with so many stores at least, each when the locks of before have ended, seconds;
-- `finished` is called when the last of them is done.
function membership.change(w, steps, least, expire, finished)
    run(w, function(ways)
        for step = 1, steps do
            ways.sleep(math.random(10, 600) + (step > 1 and 1000 * expire or 0))
            if #w.stores <= least or (#w.stores < 5 and math.random() < 0.6) then
                add(w, ways)
            else
                remove(w, ways)
            end
        end
        finished()
    end)
end

return membership
