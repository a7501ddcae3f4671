-- memcached's proxy, as far as replicate.lua uses it: the real file runs here, in coroutines as there.
local memcached = require('memcached')

local proxy = {}
proxy.__index = proxy

local CODES = {
    OK = 1, END = 2, NOT_STORED = 3, EXISTS = 4, NOT_FOUND = 5, SERVER_ERROR = 6, CLIENT_ERROR = 7, ERROR = 8,
}

-- Requests and answers, as userdata has them there.
local Request, Response = {}, {}
Request.__index, Response.__index = Request, Response

function Request:key()
    return self.words[2]
end

function Request:token(index)
    return self.words[index] or ''
end

function Request:flag_token(flag)
    return self.flags[flag] ~= nil, self.flags[flag]
end

function Response:code()
    return CODES[self.status]
end

function Response:hit()
    return self.is_hit
end

function Response:elapsed()
    return self.took
end

function Response:vlen()
    return #self.value
end

local function new_request(line, payload)
    local words, flags = memcached.parse(line)
    local value
    if type(payload) == 'string' then
        assert(payload:sub(-2) == '\r\n', 'a value ends with \\r\\n')
        value = payload:sub(1, -3)
    elseif payload then
        -- What memcached 1.6.38 does with an answer is of no use.
        assert(getmetatable(payload) == Request, 'a value comes from a request')
        value = payload.value
    end
    local size = tonumber(words[words[1] == 'ms' and 3 or 5])
    assert(value == nil or #value == size, 'the length of the value of ' .. line)
    return setmetatable({ line = line, words = words, flags = flags, value = value }, Request)
end

proxy.request = new_request

-- With the chunks of replicate.lua and judge.lua; `stores` are the parties, by name; `party.lines` is what stands in
-- the file of the stores. `ended` is called when the proxy ends itself.
function proxy.new(world, party, chunks, stores, ended)
    local self = setmetatable({ world = world, party = party, routes = {}, ended = ended }, proxy)
    local scheduler = world.scheduler
    local mcp = {
        start_arg = 'stores',
        WAIT_ANY = 'any',
        CMD_GET = 'get', CMD_SET = 'set', CMD_ADD = 'add', CMD_TOUCH = 'touch', CMD_DELETE = 'delete',
        CMD_MG = 'mg', CMD_MD = 'md', CMD_MS = 'ms',
        MCMC_CODE_OK = CODES.OK, MCMC_CODE_SERVER_ERROR = CODES.SERVER_ERROR,
        MCMC_CODE_CLIENT_ERROR = CODES.CLIENT_ERROR, MCMC_CODE_ERROR = CODES.ERROR, MCMC_CODE_EXISTS = CODES.EXISTS,
        request = new_request,
        backend_connect_timeout = function() end,
        backend_read_timeout = function() end,
        backend_retry_timeout = function() end,
        backend_failure_limit = function() end,
        luagc_ratio = function() end,
        time_real_millis = function() return math.floor(world.epoch + scheduler.now + party.skew) end,
        time_mono_millis = function() return math.floor(scheduler.now) end,
        res_inspector_new = function(one, two, three)
            one, two, three = one.flag, two.flag, three.flag
            return function(response)
                local first, second, third = response[one], response[two], response[three]
                return first ~= nil, first, second ~= nil, second, third ~= nil, third
            end
        end,
        backend = function(name) return world.network:lasting_backend(party, stores[name]) end,
        pool = function(backends) return backends[1] end,
        funcgen_new = function()
            local generator = { pools = {}, free = {} }
            function generator.new_handle(_, pool)
                table.insert(generator.pools, pool)
                return #generator.pools
            end
            function generator.ready(_, options)
                generator.make = options.f
            end
            return generator
        end,
        attach = function(command, generator) self.routes[command] = generator end,
    }
    local function iterate_lines()
        local lines, index = party.lines, 0
        return function()
            index = index + 1
            return lines[index]
        end
    end
    -- `local file <close>` wants a value that can be closed.
    local host_name = setmetatable({ read = function() return party.name end }, { __close = function() end })
    local env = setmetatable({
        mcp = mcp,
        io = {
            lines = iterate_lines,
            open = function() return host_name end,
            stderr = { write = function() end },
        },
        os = { exit = function() error({ ended = true }) end },
        package = { path = '' },
    }, { __index = _G })
    local loaded = {}
    function env.require(name)
        loaded[name] = loaded[name] or chunks[name](env)
        return loaded[name]
    end
    -- As memcached does with SIGHUP, too: what was required stays loaded, and requests that are under way go on with
    -- the stores of before.
    function self.reload()
        chunks.replicate(env)
        env.mcp_config_routes(env.mcp_config_pools())
    end
    self.reload()
    return self
end

-- What carries out requests of a kind, one after the other: { request, client, answer, began, resume }. As there, what
-- replicate.lua has made for a request serves others after it.
local function new_slot(self, generator)
    local slot, world, party = {}, self.world, self.party
    local scheduler, network = world.scheduler, world.network
    -- By handle: in which request it was used, and what it was answered with.
    local serial, used, results, queued, waits, asked_at = 0, {}, {}, {}, 0, 0
    local takers, thread = {}, nil
    local rctx = {}
    function rctx.cfd() return slot.client end
    function rctx.enqueue(_, what, handle)
        assert(used[handle] ~= serial, 'a handle serves once in a request')
        used[handle] = serial
        queued[#queued + 1] = handle
        queued[#queued + 1] = what
    end
    function rctx.wait_cond(_, count)
        assert(2 * count == #queued, 'waits for all that was asked')
        coroutine.yield('wait', count)
    end
    function rctx.result(_, handle)
        assert(used[handle] == serial, 'a result of what was not asked')
        return results[handle]
    end
    function rctx.sleep(_, seconds)
        coroutine.yield('sleep', seconds)
    end
    -- What is done with the answer to what was asked with a handle.
    local function taker_of(handle)
        local function take(result)
            result = result or { status = 'SERVER_ERROR' }
            result.took = (scheduler.now - asked_at) * 1000
            results[handle] = setmetatable(result, Response)
            waits = waits - 1
            if waits == 0 then
                slot.resume()
            end
        end
        takers[handle] = take
        return take
    end
    function slot.resume()
        if party.epoch ~= slot.epoch then
            return
        end
        local fine, what, detail = coroutine.resume(thread, slot.request)
        if not fine then
            if type(what) == 'table' and what.ended then
                local took = scheduler.now - slot.began
                world.trace('%s gives up after %.0f ms: %s', party.name, took, slot.request.line)
                self.ended()
                return
            end
            error(debug.traceback(thread, what), 0)
        end
        if what == 'done' then
            serial = serial + 1
            table.insert(generator.free, slot)
            if type(detail) == 'string' then
                slot.answer((detail:gsub('\r\n$', '')))
            else
                slot.answer(detail.is_hit and 'VALUE' or 'END', detail.value)
            end
        elseif what == 'sleep' then
            scheduler:after(detail * 1000, party, slot.resume)
        else
            waits = detail
            local batch = queued
            queued = {}
            asked_at = scheduler.now
            for index = 1, #batch, 2 do
                local handle = batch[index]
                network:request(generator.pools[handle], batch[index + 1], takers[handle] or taker_of(handle))
            end
        end
    end
    local handle_request = generator.make(rctx)
    thread = coroutine.create(function(request)
        while true do
            request = coroutine.yield('done', handle_request(request))
        end
    end)
    return slot
end

-- Runs a request; `answer` gets the line that PHP reads, and a value.
function proxy:handle(line, payload, client, answer)
    local request = new_request(line, payload)
    local generator = self.routes[request.words[1]]
    local slot = table.remove(generator.free) or new_slot(self, generator)
    slot.request, slot.client, slot.answer = request, client, answer
    slot.began, slot.epoch = self.world.scheduler.now, self.party.epoch
    slot.resume()
end

return proxy
