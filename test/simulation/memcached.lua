-- A store as replicate.lua sees it: the commands that it sends, with memcached's answers (doc/protocol.txt of 1.6.38).
local memcached = {}
memcached.__index = memcached

local LARGEST = 4 * 1024 * 1024 -- bytes of a value
local LONGEST = 250 -- characters of a key

-- `now`: a function, milliseconds. TTLs are whole seconds there and count from the start of one.
function memcached.new(now)
    return setmetatable({ now = now, items = {}, cas = 0 }, memcached)
end

local function live(self, key)
    local item = self.items[key]
    if item and item.ends <= self.now() then
        self.items[key] = nil
        return nil
    end
    return item
end

memcached.item = live

-- memcached's clock ticks once a second.
local function ends_after(self, seconds)
    return seconds == 0 and math.huge or (self.now() // 1000 + seconds) * 1000
end

local function ttl_of(self, item)
    return item.ends == math.huge and -1 or math.ceil((item.ends - self.now() // 1000 * 1000) / 1000)
end

-- What was parsed of late, by line: much is asked again and again.
local parsed, count = {}, 0

-- The words of a line, and the flags of a meta command among them, each with its token.
function memcached.parse(line)
    local known = parsed[line]
    if known then
        return known.words, known.flags
    end
    local words, flags = {}, {}
    for word in line:gmatch('%S+') do
        words[#words + 1] = word
    end
    for index = words[1] == 'ms' and 4 or 3, #words do
        flags[words[index]:sub(1, 1)] = words[index]:sub(2)
    end
    if count == 500 then
        parsed, count = {}, 0
    end
    parsed[line], count = { words = words, flags = flags }, count + 1
    return words, flags
end

local function next_cas(self, flags)
    if flags.E then
        return math.tointeger(flags.E)
    end
    self.cas = self.cas + 1
    return self.cas
end

local commands = {}

function commands.get(self, key)
    local item = live(self, key)
    if not item then
        return { status = 'END', is_hit = false }
    end
    return { status = 'END', is_hit = true, value = item.value }
end

function commands.mg(self, key, flags)
    local item = live(self, key)
    if not item then
        return { status = 'END', is_hit = false }
    end
    -- memcached goes from flag to flag; `t` comes before `T` in all that is asked: it tells what was.
    local ttl = flags.t and ttl_of(self, item)
    if flags.T then
        item.ends = ends_after(self, tonumber(flags.T))
    end
    return {
        status = 'OK', is_hit = true, c = flags.c and item.cas, f = flags.f and item.flags, t = ttl,
        value = flags.v and item.value,
    }
end

function commands.ms(self, key, flags, value)
    local item = live(self, key)
    if #value > LARGEST then
        -- What was there would be old.
        self.items[key] = nil
        return { status = 'SERVER_ERROR' }
    end
    if flags.M == 'E' and item then
        return { status = 'NOT_STORED' }
    end
    if flags.C then
        if not item then
            return { status = 'NOT_FOUND' }
        end
        if item.cas ~= math.tointeger(flags.C) then
            return { status = 'EXISTS' }
        end
    end
    if flags.M == 'A' then
        if not item then
            return { status = 'NOT_STORED' }
        end
        item.value, item.cas = item.value .. value, next_cas(self, flags)
        return { status = 'OK' }
    end
    self.items[key] = {
        value = value,
        cas = next_cas(self, flags),
        flags = math.tointeger(flags.F or 0),
        ends = ends_after(self, tonumber(flags.T or 0)),
    }
    return { status = 'OK' }
end

function commands.md(self, key, flags)
    local item = live(self, key)
    if not item then
        return { status = 'NOT_FOUND' }
    end
    if flags.C and item.cas ~= math.tointeger(flags.C) then
        return { status = 'EXISTS' }
    end
    self.items[key] = nil
    return { status = 'OK' }
end

-- What a request { words, flags, value } is answered with.
function memcached:execute(request)
    local words = request.words
    if #words[2] > LONGEST then
        return { status = 'CLIENT_ERROR' }
    end
    return commands[words[1]](self, words[2], request.flags, request.value)
end

-- Loses its memory.
function memcached:clear()
    self.items = {}
end

-- The keys, each with its version and the second in which it ends, as `lru_crawler metadump` has them.
function memcached:dump()
    local found = {}
    for key in pairs(self.items) do
        local item = live(self, key)
        if item then
            found[key] = { cas = item.cas, ends = item.ends }
        end
    end
    return found
end

return memcached
