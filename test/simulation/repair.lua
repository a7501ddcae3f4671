-- What session-cluster-repair does beside each store, in its loop of `watch`: it lists and asks, the decisions are
-- those of protocol/repair.lua.
local sorted = require('sorted')

local repair = {}

local PAUSE = 100 -- milliseconds between two looks
-- How many of the looks are left out that could not find anything new: they would be most of all messages.
local LEFT_OUT = 0.9

-- Brings one key up to date: where the proxy beside the helper asks for a value, it is handed in from the store that
-- has it. `finish` is told whether that was done; never where the helper is not `alive` any more.
function repair.bring_up_to_date(world, helper, proxy, key, alive, finish)
    proxy:handle('mg ' .. key, nil, 0, function(answer)
        if not alive() then
            return
        end
        local name, version = answer:match('^HD from (%S+) (%d+)$')
        if not name then
            return finish(answer == 'HD')
        end
        local source = world.network:backend(helper, world.stores[name])
        world.network:request(source, world.request('mg ' .. key .. ' v c'), function(found)
            if not alive() then
                return
            end
            if not found or not found.is_hit or found.c ~= math.tointeger(version) then
                return finish(false)
            end
            local line = string.format('ms %s %d E%s', key, #found.value, version)
            proxy:handle(line, found.value .. '\r\n', 0, function(outcome)
                if alive() then
                    finish(outcome == 'HD')
                end
            end)
        end)
    end)
end

function repair.start(world, store)
    local scheduler, epoch, lines = world.scheduler, store.epoch, store.helper.lines
    local members = world:members_of(store.helper)
    local proxy = world:new_proxy(store.helper)
    local again
    -- Another file of the stores has a loop of its own.
    local function alive()
        return store.epoch == epoch and store.helper.lines == lines
    end
    local function ask(line, next_step)
        proxy:handle(line, nil, 0, function(answer, value)
            if alive() then
                next_step(answer, value)
            end
        end)
    end
    -- Directly, on a connection of its own: `take` gets what the store said, nil where it cannot be asked.
    local function ask_store(other, line, payload, take)
        world.network:request(world.network:backend(store.helper, other), world.request(line, payload), take)
    end
    -- Questions are { store, line, payload }; `finish` is called when all were answered, or could not be.
    local function ask_each(questions, take, finish)
        local left = #questions
        if left == 0 then
            return finish()
        end
        for _, question in ipairs(questions) do
            ask_store(question.store, question.line, question.payload, function(result)
                take(question.store, result)
                left = left - 1
                if left == 0 and alive() then
                    finish()
                end
            end)
        end
    end
    -- The same question to the stores that pass.
    local function questions_to(passes, line)
        local questions = {}
        for _, other in ipairs(members) do
            if passes(other) then
                table.insert(questions, { store = other, line = line })
            end
        end
        return questions
    end
    local function is_other(other)
        return other ~= store
    end
    local function admit(lists)
        -- The lists begin anew, each in place of what was read.
        local questions, fine = {}, true
        for index, list in ipairs(lists) do
            local line = string.format('ms session-cluster.missed.%s 0 T0 C%d', store.name, list.version)
            questions[index] = { store = list.store, line = line, payload = '\r\n' }
        end
        ask_each(questions, function(_, result)
            fine = fine and result ~= nil and (result.status == 'OK' or result.status == 'NOT_FOUND')
        end, function()
            if not fine then
                return again()
            end
            ask('mg session-cluster.admit.' .. store.name, function(answer)
                world.trace('%s admitted: %s', store.name, answer)
                again()
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
            repair.bring_up_to_date(world, store.helper, proxy, keys[index], alive, function(is_done)
                all = all and is_done
                next_key()
            end)
        end
        next_key()
    end
    local function every_key(lists)
        local keys, known, fine = {}, {}, true
        local everyone = questions_to(function() return true end, 'mg session-cluster.x c')
        ask_each(everyone, function(other, result)
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
        end, function()
            if fine then
                settle(keys, lists)
            else
                again()
            end
        end)
    end
    local function read_lists(names, next_step)
        local lists, lost = {}, false
        local line = 'mg session-cluster.missed.' .. store.name .. ' c v'
        local named = questions_to(function(other) return is_other(other) and names[other.name] end, line)
        ask_each(named, function(other, result)
            if result and result.is_hit then
                table.insert(lists, { store = other, version = result.c, text = result.value })
            elseif result then
                lost = true
            end
        end, function()
            next_step(lists, lost)
        end)
    end
    -- The versions of the ledgers when the last look began, by store; nil where it found something, or not all.
    local ledgers
    local function versions()
        local found = {}
        for _, other in ipairs(members) do
            local item = other.memory:item('session-cluster.ledger')
            found[other] = item and item.cas or 0
        end
        return found
    end
    local function finds_nothing_new()
        if not ledgers or not store.complete or not world.network:is_undisturbed() then
            return false
        end
        for other, version in pairs(versions()) do
            if other.paused or other.down or version ~= ledgers[other] then
                return false
            end
        end
        return true
    end
    local look
    -- On connections of its own, which no proxy has given up for a second.
    local function look_at_ledgers()
        local listed, missed = false, false
        local before = versions()
        ledgers = nil
        ask_each(questions_to(is_other, 'mg session-cluster.ledger f'), function(_, result)
            missed = missed or result == nil
            listed = listed or (result ~= nil and result.is_hit and result.f & 1 << store.number ~= 0)
        end, function()
            ledgers = not missed and before or nil
            if listed then
                store.complete = false
                ask('mg session-cluster.behind.' .. store.name, look)
            else
                look()
            end
        end)
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
            elseif answer:match('^HD all') then
                store.complete = false
                read_lists(names, function(lists) every_key(lists) end)
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
                if finds_nothing_new() and math.random() < LEFT_OUT then
                    again()
                else
                    look_at_ledgers()
                end
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
