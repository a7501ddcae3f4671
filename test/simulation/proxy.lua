-- memcached's proxy, as far as replicate.lua uses it: the real file runs here, in coroutines as there.
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
    for index = 3, #self.words do
        if self.words[index]:sub(1, 1) == flag then
            return true, self.words[index]:sub(2)
        end
    end
    return false
end

function Response:code()
    return CODES[self.code_name]
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
    local words = {}
    for word in line:gmatch('%S+') do
        words[#words + 1] = word
    end
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
    return setmetatable({ line = line, words = words, value = value }, Request)
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
        res_inspector_new = function(...)
            local names = { ... }
            return function(response)
                local values = {}
                for index, step in ipairs(names) do
                    local value = response.fields[step.flag]
                    values[2 * index - 1], values[2 * index] = value ~= nil and value ~= false, value or nil
                end
                return table.unpack(values, 1, 2 * #names)
            end
        end,
        backend = function(name) return world.network:backend(party, stores[name]) end,
        pool = function(backends) return backends[1] end,
        funcgen_new = function()
            local generator = { pools = {} }
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

-- Runs a request; `answer` gets the line that PHP reads, and a value.
function proxy:handle(line, payload, client, answer)
    local request = new_request(line, payload)
    local generator = self.routes[request.words[1]]
    local slots, queued = {}, {}
    local rctx = {}
    local alive, epoch = true, self.party.epoch
    local began = self.world.scheduler.now
    local thread
    local waits
    local function resume(...)
        if not alive or self.party.epoch ~= epoch then
            return
        end
        local fine, kind, count = coroutine.resume(thread, ...)
        if not fine then
            alive = false
            if type(kind) == 'table' and kind.ended then
                local took = self.world.scheduler.now - began
                self.world.trace('%s gives up after %.0f ms: %s', self.party.name, took, request.line)
                self.ended()
                return
            end
            error(debug.traceback(thread, kind), 0)
        end
        if coroutine.status(thread) == 'dead' then
            alive = false
            if type(kind) == 'string' then
                answer((kind:gsub('\r\n$', '')))
            else
                answer(kind.is_hit and 'VALUE' or 'END', kind.value)
            end
        elseif kind == 'sleep' then
            self.world.scheduler:after(count * 1000, self.party, resume)
        else
            waits = count
            local batch = queued
            queued = {}
            local asked_at = self.world.scheduler.now
            for _, item in ipairs(batch) do
                self.world.network:request(generator.pools[item.handle], item.request, function(result)
                    if result then
                        local fields = { c = result.c, f = result.f, t = result.t }
                        slots[item.handle] = setmetatable({
                            code_name = result.code, is_hit = result.hit, value = result.value, fields = fields,
                            took = (self.world.scheduler.now - asked_at) * 1000,
                        }, Response)
                    else
                        slots[item.handle] = setmetatable({ code_name = 'SERVER_ERROR', fields = {} }, Response)
                    end
                    waits = waits - 1
                    if waits == 0 then
                        resume()
                    end
                end)
            end
        end
    end
    local used = {}
    function rctx.cfd() return client end
    function rctx.enqueue(_, what, handle)
        assert(not used[handle], 'a handle serves once in a request')
        used[handle] = true
        table.insert(queued, { request = what, handle = handle })
    end
    function rctx.wait_cond(_, count)
        assert(count == #queued, 'waits for all that was asked')
        coroutine.yield('wait', count)
    end
    function rctx.result(_, handle)
        assert(used[handle], 'a result of what was not asked')
        return slots[handle]
    end
    function rctx.sleep(_, seconds)
        coroutine.yield('sleep', seconds)
    end
    thread = coroutine.create(function()
        return generator.make(rctx)(request)
    end)
    resume()
end

return proxy
