-- The rules of the specification that need neither a network nor a clock: where a key belongs, which store has missed
-- what, and what counts of what the stores say. Used by replicate.lua, in the proxy beside each Apache and beside each
-- store, and by test/simulation.
local judge = {}

-- Up to so many stores have every key each; of more, so many have it.
local REPLICAS = { few = 3, many = 2 }

-- The client flags of a store's ledger: the bits of the stores that missed something that this one has (1 to 30, the
-- store's number), bit 0 where this one knows that it missed something itself, and bit 31 where that may be anything,
-- as it lost its memory, and was told of others before it could look.
local MISSED_SOMETHING, FORGOT = 1, 1 << 31

-- FNV-1a, 64 bits.
function judge.hash(text)
    local value = 0xcbf29ce484222325
    for index = 1, #text do
        value = (value ~ text:byte(index)) * 0x100000001b3
    end
    return value
end

-- The finaliser of MurmurHash3, 64 bits: a change of one bit changes half of them.
local function mixed(value)
    value = (value ~ (value >> 33)) * 0xff51afd7ed558ccd
    value = (value ~ (value >> 33)) * 0xc4ceb9fe1a85ec53
    return value ~ (value >> 33)
end

-- Of the stores that pass, those that hold a key: the ones with the highest weight for it (rendezvous hashing), so that
-- a store that joins or leaves moves only its own share. Marks them in `chosen`.
local function choose(stores, passes, key_hash, chosen)
    local members = {}
    for number, store in ipairs(stores) do
        if passes(store.fate) then
            table.insert(members, { number = number, weight = mixed(key_hash ~ judge.hash(store.name)) })
        end
    end
    if #members > REPLICAS.few then
        table.sort(members, function(one, other) return math.ult(other.weight, one.weight) end)
    end
    for rank, member in ipairs(members) do
        if #members <= REPLICAS.few or rank <= REPLICAS.many then
            chosen[member.number] = true
        end
    end
end

local function was_there(fate)
    return fate ~= 'join'
end

local function will_be_there(fate)
    return fate ~= 'leave'
end

-- Whether every store has every key.
function judge.everywhere(stores)
    return #stores <= REPLICAS.few
end

-- Which stores hold a key: a function from the key to their places in the list, ascending, with `had`, by place: which
-- of them held it before. While stores join or leave, the others need not have it yet.
function judge.placement(stores)
    local all = { had = {} }
    for number, store in ipairs(stores) do
        all[number] = number
        all.had[number] = was_there(store.fate)
    end
    if judge.everywhere(stores) then
        return function() return all end
    end
    return function(key)
        local key_hash, chosen, numbers = judge.hash(key), {}, { had = {} }
        choose(stores, was_there, key_hash, numbers.had)
        choose(stores, will_be_there, key_hash, chosen)
        for number in ipairs(stores) do
            if chosen[number] or numbers.had[number] then
                table.insert(numbers, number)
            end
        end
        return numbers
    end
end

-- A version: milliseconds, a count within them, and the number of who made it, so that no two are the same; 63 bits.
local COUNT_BITS, MAKER_BITS = 10, 10

-- A maker of versions: each is later than the ones before it and than `base`, what is overwritten, whatever the clocks
-- of the other nodes say (a hybrid logical clock).
function judge.versions(maker, now_ms)
    local last = 0
    return function(base)
        local stamp = math.max(now_ms() << COUNT_BITS, last + 1, ((base or 0) >> MAKER_BITS) + 1)
        last = stamp
        return stamp << MAKER_BITS | (maker & (1 << MAKER_BITS) - 1)
    end
end

-- A store's ledger by its client flags; nil where the store has none, which is so after it lost its memory.
function judge.ledger(version, flags)
    return { version = version, flags = flags, complete = flags and flags & MISSED_SOMETHING == 0 or false }
end

local function lists(ledger, bit)
    return ledger.flags ~= nil and ledger.flags & bit ~= 0
end

judge.lists = lists

-- The flags of a ledger that lists these bits, too. A store without one has missed whatever there was.
function judge.listing(ledger, bits)
    return (ledger.flags or MISSED_SOMETHING | FORGOT) | bits
end

function judge.has_forgotten(ledger)
    return ledger.flags == nil or ledger.flags & FORGOT ~= 0
end

-- The flags of the ledger of a store that has caught up.
function judge.caught_up(ledger)
    return (ledger.flags or 0) & ~(MISSED_SOMETHING | FORGOT)
end

function judge.admitting_missed(ledger)
    return (ledger.flags or 0) | MISSED_SOMETHING
end

function judge.without(ledger, bits)
    return (ledger.flags or 0) & ~bits
end

-- Which of the stores that were reached are complete: they had the key before, and none of the others that says so of
-- itself lists them, unless they list each other, as after a partition, when both have something.
local function complete_ones(owners, reached, ledgers, bit_of)
    local complete = {}
    for _, number in ipairs(reached) do
        local counts = ledgers[number].complete and owners.had[number]
        for _, other in ipairs(reached) do
            local is_behind = owners.had[other] and ledgers[other].complete and lists(ledgers[other], bit_of(number))
            counts = counts and not (is_behind and not lists(ledgers[number], bit_of(other)))
        end
        if counts then
            table.insert(complete, number)
        end
    end
    return complete
end

-- What counts of what the owners of a key said: `states` and `ledgers` by their places, nil where one was not reached.
-- Returns
--   reached, missed, complete: places;
--   trusted: the places whose word counts. That of a store which is not complete counts only where it lists every
--     complete one, and so has something that they have not; where none is complete, all count;
--   winner: the place of the newest version among them, nil where there is nothing;
--   top: the newest version anywhere, which a write has to exceed.
function judge.view(owners, states, ledgers, bit_of)
    local view = { owners = owners, states = states, ledgers = ledgers, top = 0 }
    view.reached, view.missed, view.trusted = {}, {}, {}
    for _, number in ipairs(owners) do
        table.insert(states[number] and ledgers[number] and view.reached or view.missed, number)
    end
    view.complete = complete_ones(owners, view.reached, ledgers, bit_of)
    local is_complete = {}
    for _, number in ipairs(view.complete) do
        is_complete[number] = true
    end
    for _, number in ipairs(view.reached) do
        local counts = true
        for _, other in ipairs(view.complete) do
            counts = counts and (is_complete[number] or lists(ledgers[number], bit_of(other)))
        end
        if counts then
            table.insert(view.trusted, number)
        end
        view.top = math.max(view.top, states[number].version)
    end
    for _, number in ipairs(view.trusted) do
        if states[number].version > (view.winner and states[view.winner].version or 0) then
            view.winner = number
        end
    end
    return view
end

return judge
