-- The classes of schedules: what may go wrong, and what docs/replication.md does not promise then (`forgives`; kinds of
-- history.lua, and 'gave up': a proxy that ends itself though it could reach a store).
--   waits: the next fault comes when every store is complete again, and so much later, milliseconds: the proxies, too,
--     have to have noticed (each tries a store again after a second), and locks of 2 s that lie on one store only to
--     have ended.
--   shortest, longest: of a fault, milliseconds.
--   unseen: how often nobody comes back to what the last fault made stores miss.
--   spares: one store that no fault is with.
--   ends_through_two: a proxy may end itself where a request has waited through more than one fault.
--   crowd: many requests of one session at the same time, of which some outlive their locks.
--   busy: many requests of one session, one after the other, on any node.
--   unlocked: requests take no locks.
--   large: some sessions are larger than a store takes, and some ids longer.
--   expires: how long locks last, seconds; 2 unless told.
--   stores: so many there are.
--   changes: how often stores join or leave, at most.

local ONE_BY_ONE = {
    'pause store', 'restart store', 'kill store', 'isolate store', 'reboot store', 'cut one link', 'cut from nodes',
    'slow store', 'kill node', 'pause node', 'cut node off',
}

local function all_of(...)
    local set = {}
    for _, name in ipairs({ ... }) do
        set[name] = true
    end
    return set
end

local classes = {
    quiet = { faults = {}, forgives = {}, large = true, skew = 10000 },
    single = { faults = ONE_BY_ONE, forgives = {}, waits = 1500, answers_within = 3500, skew = 10000 },
    -- One of the failures of `single`, in which a store catches up again and again beside what goes on.
    link = {
        faults = { 'cut one link' }, forgives = {}, waits = 1500, shortest = 1000, unseen = 1, expires = { 2, 10 },
        skew = 10000,
    },
    -- One of the failures of `single`, beside requests that meet.
    crowded = {
        faults = { 'restart store', 'pause store', 'cut one link', 'cut from nodes', 'pause node' },
        forgives = {}, waits = 1500, crowd = true, skew = 10000,
    },
    unlocked = { faults = {}, forgives = {}, crowd = true, unlocked = true, skew = 10000 },
    -- The next one fails in the moment in which all are complete: locks that lie on it alone are gone.
    successive = {
        faults = { 'restart store', 'restart store', 'reboot store', 'kill store', 'cut from nodes', 'pause store' },
        forgives = all_of('lock', 'refused though kept', 'needless wait'),
        ends_through_two = true,
        waits = 0,
        skew = 10000,
    },
    -- What was written as they stalled may be there, and be followed, before its writer learns of it.
    stalled = {
        faults = { 'stall all stores', 'cut all links' }, forgives = all_of('refused though kept'),
        waits = 1500, longest = 3000, busy = true, expires = { 2, 2, 2, 10 }, skew = 5000,
    },
    outage = {
        faults = { 'stall all stores', 'cut all links' },
        forgives = all_of('gave up', 'refused though kept', 'unsaved', 'lock', 'needless wait'),
        waits = 1500, shortest = 3500, longest = 9000, skew = 5000,
    },
    spared = { faults = ONE_BY_ONE, forgives = {}, spares = true, skew = 10000 },
    behind = {
        faults = { 'others stall when a store is behind', 'others stall when a store is behind again' },
        -- None is left that answers all along.
        forgives = all_of('gave up', 'lock', 'needless wait', 'needless refusal', 'refused though kept'),
        waits = 1500, longest = 2500, skew = 0,
    },
    overlapping = {
        faults = { 'stall all stores', table.unpack(ONE_BY_ONE) },
        forgives = all_of(
            'lost', 'stale', 'resurrected', 'lock', 'needless refusal', 'refused though kept', 'needless wait',
            'gave up', 'unsaved'
        ),
        skew = 10000,
    },
    partition = {
        faults = { 'partition' },
        forgives = all_of(
            'stale', 'lost', 'resurrected', 'lock', 'needless refusal', 'refused though kept', 'needless wait',
            'lifetime'
        ),
        waits = 1500,
        skew = 10000,
    },
    -- Stores join and leave, and nothing fails.
    membership = { faults = {}, changes = 3, forgives = {}, skew = 10000 },
    -- Something fails meanwhile: a lock of before, which is not on every store that has the key by then, may be lost.
    shaken = { faults = ONE_BY_ONE, changes = 2, forgives = all_of('lock'), skew = 10000 },
    -- What has ended may still come back, where what says so was evicted, and what was written, where a request
    -- outlives its lock and finds that evicted. Nobody misses what nobody looks at.
    eviction = {
        faults = { 'isolate store and evict', 'evict' },
        forgives = all_of('lost', 'resurrected', 'convergence', 'lifetime', 'needless refusal'),
        waits = 1500,
        skew = 1000,
    },
    -- What is written down of what stores missed is evicted, and no session; or a store loses its ledger.
    forgetful = {
        faults = { 'evict lists', 'restart beside a silent store' },
        forgives = {}, waits = 1500, shortest = 1000, unseen = 1, spares = true, stores = 3, skew = 10000,
    },
}

return classes
