-- How stores become alike: what of a key counts, who lacks it, and how that is written down.
local answers = require('answers')
local conversation = require('conversation')
local judge = require('judge')
local versions = require('versions')

local DELETED, LOCK, LEDGER, MISSED = answers.DELETED, answers.LOCK, answers.LEDGER, answers.MISSED
local done, ledger_of, in_place_of = answers.done, answers.ledger_of, answers.in_place_of

local alike = {}

alike.TRIES = 6 -- to replace what somebody else changes meanwhile
local TRIES = alike.TRIES

function alike.ledger_line(flags, condition)
    return mcp.request(string.format('ms %s 0 T0 F%d E%d %s\r\n', LEDGER, flags, versions.new(), condition), '\r\n')
end

-- A store that misses something and does not know it is told, so that nobody takes it for complete when those are away
-- that know.
local function tell_those_behind(stores, view)
    local is_complete = {}
    for _, number in ipairs(view.complete) do
        is_complete[number] = true
    end
    for _, number in ipairs(view.reached) do
        local ledger = view.ledgers[number]
        if ledger.complete and view.owners.had[number] and not is_complete[number] then
            stores.send({ number }, alike.ledger_line(judge.admitting_missed(ledger), in_place_of(ledger.version)))
        end
    end
    stores.wait()
end

-- Whether what was reached can be gone by: all were asked; or one of the stores is complete; or the others have been
-- silent for so long that nobody waits for them any more. By then a store that is behind would have caught up, were it
-- only to this proxy that they are silent.
function alike.is_decided(stores, view)
    for _, number in ipairs(view.reached) do
        conversation.note_complete(stores, number, view.ledgers[number].complete and view.owners.had[number])
    end
    if #view.missed == 0 then
        return true
    end
    if #view.complete > 0 then
        return conversation.is_steady(stores, view.complete)
    end
    local decided = conversation.is_steady(stores, view.reached)
    for _, number in ipairs(view.reached) do
        decided = decided and conversation.has_been_behind(stores, number)
    end
    for _, number in ipairs(view.missed) do
        decided = decided and conversation.has_been_silent(stores, number)
    end
    return decided
end

function alike.view_of(stores, owners, items, ledgers)
    local states, known = {}, {}
    for _, number in ipairs(owners) do
        states[number], known[number] = answers.state_of(items[number]), ledger_of(ledgers[number])
    end
    local view = judge.view(owners, states, known, stores.bit)
    if #view.complete < #view.reached then
        tell_those_behind(stores, view)
    end
    view.decided = alike.is_decided(stores, view)
    view.live = answers.is_live(states[view.winner])
    return view
end

function alike.survey(stores, key)
    local owners = stores.of(key)
    local items, ledgers = stores.send(owners, answers.look(key)), stores.send(owners, answers.look_at_ledger())
    stores.wait()
    return alike.view_of(stores, owners, stores.results(items, owners), stores.results(ledgers, owners))
end

-- What is to be done so that what counts of a key is everywhere: a request by place, and whether the value is needed.
function alike.differences(key, view)
    local winner = view.states[view.winner]
    local ttl = 0
    for _, number in ipairs(view.trusted) do
        local state = view.states[number]
        if winner and state.version == winner.version then
            ttl = math.max(ttl, state.ttl)
        end
    end
    local found = {}
    for _, number in ipairs(view.reached) do
        local state = view.states[number]
        if not winner or winner.flags == LOCK then
            -- A lock is never copied: it would outlive its owner, who takes it away meanwhile. Where it does not count
            -- it goes.
            if state.version ~= 0 and (not winner or state.version ~= winner.version) then
                found[number] = { line = string.format('md %s C%d\r\n', key, state.version) }
            end
        elseif state.version ~= winner.version then
            local seconds = ttl == math.huge and 0 or math.max(1, ttl)
            local condition = in_place_of(state.version)
            local line = string.format('T%d F%d E%d %s\r\n', seconds, winner.flags, winner.version, condition)
            found[number] = { line = line, copies = true }
        elseif math.abs(state.ttl - ttl) > 2 then
            found[number] = { line = string.format('mg %s T%d\r\n', key, ttl == math.huge and 0 or math.max(1, ttl)) }
        end
    end
    return found, next(found) ~= nil
end

-- The one rule by which stores become alike: what is reached and does not have what counts has missed it. Looks and
-- replaces until there is nothing to replace. A value has to be at hand: `carried`, { version, size, payload }. (A
-- proxy cannot hand on what it has read: mcp.request(line, response) of memcached 1.6.38 takes it from the buffer of
-- the connection, and of a larger one only what had been read at first.) True where there is nothing left to replace;
-- false where that could not be told, or one that `is_needed` was not reached; and where a value is missing, the view.
function alike.settle(stores, key, view, carried, is_needed)
    for _ = 1, TRIES do
        view = view or alike.survey(stores, key)
        if not view.decided then
            return false
        end
        for _, number in ipairs(is_needed and view.missed or {}) do
            if is_needed(number) then
                return false
            end
        end
        local found, any = alike.differences(key, view)
        if not any then
            return true
        end
        local winner, lacks = view.states[view.winner], false
        for number, difference in pairs(found) do
            local value = winner and winner.flags == DELETED and { size = 0, payload = '\r\n' } or carried
            if not difference.copies then
                stores.send({ number }, mcp.request(difference.line))
            elseif value and (value.size == 0 or value.version == winner.version) then
                local head = string.format('ms %s %d ', key, value.size)
                stores.send({ number }, mcp.request(head .. difference.line, value.payload))
            else
                lacks = true
            end
        end
        stores.wait()
        if lacks then
            return view
        end
        view = nil
    end
    return false
end

-- Writes down, on the stores that have it, which stores missed a version of a key: before the request is answered, so
-- that none of them counts as complete from then on. False where no store is left to write it to.
function alike.note_missed(stores, key, version, reached, missed)
    if #missed == 0 then
        return true
    end
    local bits = 0
    for _, number in ipairs(missed) do
        bits = bits | stores.bit(number)
    end
    local entry = string.format('%s %d\n', key, version)
    local noted = false
    for _, number in ipairs(reached) do
        local ledger = ledger_of(stores.ask_one(number, answers.look_at_ledger()))
        for _ = 1, TRIES do
            if not ledger then
                break
            end
            -- In this order, on one connection. The list is begun where nobody has missed anything yet, and only then:
            -- one that is gone has been lost, and everything has to be compared. The ledger's version changes after the
            -- list, so that whoever has read the list before cannot take the store off the ledger.
            for _, other in ipairs(missed) do
                local list = MISSED .. stores.name(other)
                if not judge.lists(ledger, stores.bit(other)) then
                    local begin = string.format('ms %s %d T0 ME\r\n', list, #entry)
                    stores.send({ number }, mcp.request(begin, entry .. '\r\n'))
                end
                local append = string.format('ms %s %d MA\r\n', list, #entry)
                local appended = stores.send({ number }, mcp.request(append, entry .. '\r\n'))
                stores.note_appended(appended, list)
            end
            stores.send({ number }, mcp.request(string.format('ms %s 0 MA E%d\r\n', LEDGER, versions.new()), '\r\n'))
            local looked = stores.send({ number }, answers.look_at_ledger())
            stores.wait()
            stores.drop_full_lists(number)
            ledger = ledger_of(stores.result(looked, number))
            if ledger and ledger.flags and ledger.flags & bits == bits then
                noted = true
                break
            end
            if ledger then
                local line = alike.ledger_line(judge.listing(ledger, bits), in_place_of(ledger.version))
                if done(stores.ask_one(number, line)) then
                    conversation.begin_noting(stores, missed)
                    noted = true
                    break
                end
                ledger = ledger_of(stores.ask_one(number, answers.look_at_ledger()))
            end
        end
    end
    return noted
end

-- Of a key that was read: what can be made alike is; which stores lack the value is written down, and their repair sees
-- to it. Not at the first look: somebody may be writing it, where sessions are not locked.
function alike.mend(stores, key)
    stores.sleep(0.02)
    local lacking = alike.settle(stores, key)
    if type(lacking) ~= 'table' then
        return
    end
    local version = lacking.states[lacking.winner].version
    local have, lack = {}, {}
    for _, number in ipairs(lacking.reached) do
        table.insert(lacking.states[number].version == version and have or lack, number)
    end
    alike.note_missed(stores, key, version, have, lack)
end

return alike
