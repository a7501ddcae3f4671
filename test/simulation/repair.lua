-- What session-cluster-repair does beside each store, in its loop of `watch`: it lists and asks, the decisions are
-- those of protocol/repair.lua.
local sorted = require('sorted')

local repair = {}

local PAUSE = 200 -- milliseconds between two looks

function repair.start(world, store)
    local scheduler, epoch = world.scheduler, store.epoch
    local proxy = world:new_proxy(store.helper, store)
    local again
    local function alive()
        return store.epoch == epoch
    end
    local function ask(line, next_step)
        proxy:handle(line, nil, 0, function(answer, value)
            if alive() then
                next_step(answer, value)
            end
        end)
    end
    local function peers_of(names)
        local found = {}
        for _, other in ipairs(world.stores) do
            if names == nil or names[other.name] then
                table.insert(found, other)
            end
        end
        return found
    end
    -- Directly from the others; nil where one cannot be asked.
    local function reach(other, next_step)
        local question = { line = 'mg session-cluster.missed.' .. store.name .. ' c v', value = nil }
        world.network:request(world.network:backend(store.helper, other), world.request(question.line), next_step)
    end
    local function admit(lists)
        -- The lists begin anew, each in place of what was read.
        local left = 1
        local fine = true
        local function one_done()
            left = left - 1
            if left == 0 then
                if not fine then
                    return again()
                end
                ask('mg session-cluster.admit.' .. store.name, function(answer)
                    world.trace('%s admitted: %s', store.name, answer)
                    again()
                end)
            end
        end
        for _, list in ipairs(lists) do
            left = left + 1
            local line = string.format('ms session-cluster.missed.%s 0 T0 C%d', store.name, list.version)
            world.network:request(world.network:backend(store.helper, list.store), world.request(line, '\r\n'),
                function(result)
                    fine = fine and result ~= nil and (result.code == 'OK' or result.code == 'NOT_FOUND')
                    one_done()
                end)
        end
        one_done()
    end
    -- Hands in the value of a key, from the store that has it.
    local function carry(key, name, version, next_step)
        local from = world.stores[name]
        local question = world.request('mg ' .. key .. ' v c')
        world.network:request(world.network:backend(store.helper, from), question, function(result)
            if not alive() then
                return
            end
            if not result or not result.hit or result.c ~= math.tointeger(version) then
                return next_step('HD again')
            end
            local line = string.format('ms %s %d E%s', key, #result.value, version)
            proxy:handle(line, result.value .. '\r\n', 0, function(answer)
                if alive() then
                    next_step(answer)
                end
            end)
        end)
    end
    local function settle(keys, lists)
        local index, all = 0, true
        local function next_key()
            index = index + 1
            if index > #keys then
                if all then
                    return admit(lists)
                end
                return again()
            end
            ask('mg ' .. keys[index], function(answer)
                local name, version = answer:match('^HD from (%S+) (%d+)$')
                if name then
                    return carry(keys[index], name, version, function(outcome)
                        all = all and outcome == 'HD'
                        next_key()
                    end)
                end
                all = all and answer == 'HD'
                next_key()
            end)
        end
        next_key()
    end
    local function every_key(lists)
        local keys, known, left, fine = {}, {}, 0, true
        for _, other in ipairs(peers_of()) do
            left = left + 1
            world.network:request(world.network:backend(store.helper, other), world.request('mg session-cluster.x c'),
                function(result)
                    if result then
                        for _, key in ipairs(sorted.keys(other.memory:dump())) do
                            if not known[key] and key:sub(1, 16) ~= 'session-cluster.' then
                                known[key] = true
                                table.insert(keys, key)
                            end
                        end
                    elseif other == store then
                        fine = false
                    end
                    left = left - 1
                    if left == 0 then
                        return fine and settle(keys, lists) or again()
                    end
                end)
        end
    end
    local function read_lists(names, next_step)
        local lists, left = {}, 1
        local lost = false
        local function one_done()
            left = left - 1
            if left == 0 then
                next_step(lists, lost)
            end
        end
        for _, other in ipairs(world.stores) do
            if other ~= store and names[other.name] then
                left = left + 1
                reach(other, function(result)
                    if result and result.hit then
                        table.insert(lists, { store = other, version = result.c, text = result.value })
                    elseif result then
                        lost = true
                    end
                    one_done()
                end)
            end
        end
        one_done()
    end
    local look
    -- On connections of its own, which no proxy has given up for a second.
    local function look_at_ledgers()
        local left, listed = 1, false
        local function one_done()
            left = left - 1
            if left > 0 or not alive() then
                return
            end
            if listed then
                store.complete = false
                ask('mg session-cluster.behind.' .. store.name, look)
            else
                look()
            end
        end
        for _, other in ipairs(world.stores) do
            if other ~= store then
                left = left + 1
                local question = world.request('mg session-cluster.ledger f')
                world.network:request(world.network:backend(store.helper, other), question, function(result)
                    listed = listed or (result ~= nil and result.hit and result.f & 1 << store.number ~= 0)
                    one_done()
                end)
            end
        end
        one_done()
    end
    function look()
        ask('mg session-cluster.catch-up.' .. store.name, function(answer)
            local names = {}
            for name in answer:gmatch('%f[%w]store[%w-]*') do
                names[name] = true
            end
            if answer == 'HD complete' then
                store.complete = true
                again()
            elseif answer == 'HD all' then
                store.complete = false
                local everyone = {}
                for _, other in ipairs(world.stores) do
                    everyone[other.name] = true
                end
                read_lists(everyone, function(lists) every_key(lists) end)
            elseif answer:match('^HD missed') then
                store.complete = false
                read_lists(names, function(lists, lost)
                    if lost then
                        return every_key(lists)
                    end
                    local keys, known = {}, {}
                    for _, list in ipairs(lists) do
                        for key in list.text:gmatch('(%S+) %d+\n') do
                            if not known[key] then
                                known[key] = true
                                table.insert(keys, key)
                            end
                        end
                    end
                    settle(keys, lists)
                end)
            else
                store.complete = false
                again()
            end
        end)
    end
    function again()
        scheduler:after(PAUSE, store.helper, function()
            if alive() then
                look_at_ledgers()
            end
        end)
    end
    scheduler:after(math.random() * PAUSE, store.helper, function()
        if alive() then
            look_at_ledgers()
        end
    end)
end

return repair
