-- What sessions live through, and what of it breaks the promise. A value tells its session, its life (a session that
-- was not there begins a new one) and how often it was written in it.
local history = {}
history.__index = history

-- `rules`: of the class (classes.lua); `forgives` has the kinds of violation that its assumptions do not exclude.
function history.new(world, rules, expire)
    return setmetatable({
        world = world, forgives = rules.forgives, answers_within = rules.answers_within,
        sessions = {}, violations = {}, counts = {}, active = 0,
        expire = 1000 * expire,
        -- Milliseconds for which a lock is sure: memcached counts whole seconds, and taking it takes time.
        sure = 1000 * (expire - 1) - 550,
    }, history)
end

function history:count(what)
    self.counts[what] = (self.counts[what] or 0) + 1
end

function history:violation(kind, format, ...)
    self:count(kind)
    if self.forgives[kind] then
        return
    end
    local text = string.format('%s: ' .. format, kind, ...)
    self.world.trace('VIOLATION %s', text)
    table.insert(self.violations, { kind = kind, text = text })
end

function history:session(id)
    local session = self.sessions[id]
    if not session then
        -- life, count: what was answered as written or read last. ended: the lives that were destroyed. holders: of the
        -- lock.
        -- expires: milliseconds, when it may be gone by its TTL. held: by how many requests the lock is, or may be.
        -- freed_at: since when by none. locked: how often. destroyers: requests, and until when they may destroy it.
        -- written: by requests without locks.
        session = {
            id = id, life = nil, count = 0, ended = {}, holders = {}, seen = {}, doomed_until = 0,
            expires = math.huge, held = 0, freed_at = 0, destroyers = {}, locked = 0, written = {},
        }
        self.sessions[id] = session
    end
    return session
end

-- Milliseconds within which what a request has asked for takes effect, where its node dies: stores may be stalled.
local UNDER_WAY = 16000

-- Characters from which on an id is one that no store can take.
local LONG = 200

local function parts(value)
    local id, life, count = value:match('^(.*):(%d+):(%d+)$')
    return id, tonumber(life), tonumber(count)
end

-- Milliseconds for which a lock that nobody has may be found taken again and again: by those who try at the same time.
local CONTENDED = 900

-- Whether a life that was read has to be the one before: that has not ended, and nobody is about to end it.
function history:goes_on(session, life)
    local may_end = life ~= session.life and self.world.scheduler.now < session.doomed_until
    return session.life ~= nil and not session.ended[session.life] and not may_end
        and self.world.scheduler.now < session.expires
end

-- For as long as a lock lasts, some may lie there that nobody knows of.
function history:locks_are_unclear()
    self.unclear_until = math.max(self.unclear_until or 0, self.world.scheduler.now + self.expire + 1000)
end

-- Of a request that takes no lock: what it read, and what it wrote, is in place of one another.
local function read_without_lock(self, session, label, known, life, count)
    if known.life == nil then
        return
    end
    if life == nil then
        self:violation('lost', '%s found nothing, after %d:%d was written', label, known.life, known.count)
    elseif life == known.life and count < known.count or life ~= known.life and session.seen[life] == nil then
        self:violation('stale', '%s read %d:%d after %d:%d', label, life, count, known.life, known.count)
    end
end

local function written_without_lock(self, session, label, life, count)
    local place = life .. ':' .. count
    if session.written[place] or session.life and life ~= session.life then
        self:violation('lost', '%s wrote %s, and so did another one', label, place)
    end
    session.written[place], session.seen[life] = true, true
    session.life, session.count = life, math.max(session.count, count)
end

-- A listener for one request (php.lua). `options`: of its schedule.
function history:request(id, label, options)
    local world, session = self.world, self:session(id)
    local entry = { label = label }
    local locked_at, turn, leaving_at, taken_since, read_life
    local holds, known, turns = false, nil, session.locked
    self.active = self.active + 1
    local function lasts_on()
        -- memcached's clock ticks once a second, and what differs by 2 s is left alone.
        session.expires = leaving_at + 1000 * (options.lifetime - 3)
    end
    return function(event, value)
        local now = world.scheduler.now
        if event == 'answered' then
            if self.answers_within and value > self.answers_within then
                self:violation('slow', '%s waited for %.0f ms for one answer', label, value)
            end
            return
        end
        world.trace('%s %s %s %s', label, id, event, tostring(value))
        if event == 'waiting' then
            -- PHP is let try again after a second where nobody knows.
            taken_since = now - value < 900 and (taken_since or value) or nil
            local free_since = math.max(session.freed_at, self.unclear_until or 0, taken_since or now)
            if session.held == 0 and now - free_since > CONTENDED then
                self:violation('needless wait', '%s found the lock of %s taken, which nobody has', label, id)
            end
        elseif event == 'locked' then
            locked_at, holds = now, true
            session.held, session.locked = session.held + 1, session.locked + 1
            turn = session.locked
            for other in pairs(#id < LONG and session.holders or {}) do
                if now < other.sure_until then
                    self:violation('lock', '%s has the lock of %s beside %s', label, id, other.label)
                end
            end
            entry.sure_until = now + self.sure
            session.holders[entry] = true
        elseif event == 'reading' then
            locked_at = now
            known = { life = session.life, count = session.count }
        elseif event == 'read' then
            session.unclear = false
            local owner, life, count
            if value then
                owner, life, count = parts(value)
                life, count = life or -1, count or 0
                if owner ~= id then
                    self:violation('foreign', '%s read %s in %s', label, value, id)
                end
            end
            read_life = life
            if known then
                read_without_lock(self, session, label, known, life, count)
                return
            end
            if (session.destroyed_at or 0) >= locked_at then
                -- It ended while this one read it.
                return
            end
            if now - locked_at >= self.sure and session.locked ~= turn then
                -- It was held up between its lock and its data; its write is refused, where another one wrote.
                return
            end
            if life and session.ended[life] then
                self:violation('resurrected', '%s read %s, which had ended', label, value)
            elseif self:goes_on(session, life) then
                if life == nil then
                    local format = '%s found nothing of %s, of which %d:%d was written'
                    self:violation('lost', format, label, id, session.life, session.count)
                elseif life ~= session.life and session.seen[life] then
                    self:violation('stale', '%s read %s after %d:%d', label, value, session.life, session.count)
                elseif life == session.life and count < session.count then
                    self:violation('stale', '%s read %s after %d:%d', label, value, session.life, session.count)
                elseif life ~= session.life then
                    self:violation('lost', '%s read %s after %d:%d', label, value, session.life, session.count)
                end
            end
            session.life, session.count, session.reader = life, count or 0, entry
            if life then
                session.seen[life] = true
            end
        elseif event == 'leaving' then
            leaving_at = now
            session.holders[entry] = nil
        elseif event == 'touched' then
            lasts_on()
        elseif event == 'written' then
            local is_over = session.life == nil or session.ended[session.life]
            if now >= session.expires then
                is_over, session.reader = true, entry
            end
            lasts_on()
            local _, life, count = parts(value)
            if known then
                written_without_lock(self, session, label, life, count)
                self:count('written')
                return
            end
            if self.forgives['late write'] and leaving_at - locked_at > self.sure then
                -- Another one may have written meanwhile, and some of that may be gone again.
                session.life, session.count = nil, 0
                return
            end
            self:count('written')
            -- Of one beside which the session was destroyed, nobody knows which came last.
            local ends_at = math.max(session.doomed_until - UNDER_WAY, session.destroyed_at or 0)
            if not session.ended[life] and ends_at < locked_at then
                if life == session.life then
                    session.count = math.max(session.count, count)
                elseif is_over and session.reader == entry then
                    session.life, session.count, session.seen[life] = life, count, true
                end
            end
        elseif event == 'refused' then
            self:count('refused')
            local is_beside_its_end = math.max(session.doomed_until, session.destroyed_at or 0) >= locked_at
            if not known and leaving_at - locked_at < self.sure and not is_beside_its_end then
                -- Somebody may have read it all the same.
                local _, life, count = parts(value)
                local is_kept = life == session.life and count <= session.count
                local kind = is_kept and 'refused though kept' or 'needless refusal'
                self:violation(kind, '%s was refused its write of %s after %.0f ms', label, value, now - locked_at)
            end
        elseif event == 'unsaved' then
            self:violation('unsaved', '%s of %s was answered, and nothing of it is kept', label, id)
        elseif event == 'destroying' then
            -- From now on it may have ended; where the node dies, for as long as its questions may be under way.
            session.destroyers[entry] = now + UNDER_WAY
            session.doomed_until = now + UNDER_WAY
        elseif event == 'destroyed' then
            self:count('destroyed')
            session.destroyers[entry] = nil
            session.doomed_until, session.destroyed_at = now, now
            for _, doomed_until in pairs(session.destroyers) do
                session.doomed_until = math.max(session.doomed_until, doomed_until)
            end
            if read_life then
                session.ended[read_life] = true
            end
            if session.life ~= read_life then
                -- It was held up; whether a life that began meanwhile ended with it is open.
                session.life = nil
            end
        elseif event == 'empty' and #id >= LONG and value:find('^CLIENT_ERROR') then
            self:count('too long')
        elseif event == 'empty' and value == 'NOT_STORED' and session.locked > turns then
            -- Others had their turns for as long as PHP waits.
            self:count('starved')
        elseif event == 'empty' then
            self:violation('empty', '%s of %s was answered without a session (%s)', label, id, tostring(value))
        elseif event == 'failed' then
            self:count('failed')
        elseif event == 'done' then
            self:count('done')
        end
        if event == 'done' or event == 'failed' or event == 'empty' then
            self.active = self.active - 1
            if event ~= 'done' then
                session.unclear = true
                -- Whether it had the lock nobody knows.
                self:locks_are_unclear()
            end
            if holds then
                holds, session.held, session.freed_at = false, session.held - 1, now
            end
        end
    end
end

return history
