-- Sessions on several memcached nodes: the configuration of memcached's proxy (1.6.27 or later), which runs beside each
-- Apache, and beside each store for session-cluster-repair. docs/replication.md is its specification.
--
-- proxy_arg names the file of the stores, a line each: what becomes of it (keep, join, leave), address, port, name,
-- number.

-- The other files lie beside this one.
package.path = '/usr/local/share/session-cluster/?.lua;' .. package.path
local conversation = require('conversation')
local repair = require('repair')
local sessions = require('sessions')

-- What may become of a store: a line that begins with another word is none of the file of the stores.
local FATES = { keep = true, join = true, leave = true }

function mcp_config_pools()
    -- Seconds. A store that is paused or cut off costs each proxy one read time-out, and is tried again a second later.
    mcp.backend_connect_timeout(0.3)
    mcp.backend_read_timeout(0.5)
    mcp.backend_retry_timeout(1)
    mcp.backend_failure_limit(0)
    -- What requests leave behind is collected at four times what is in use, not at twice: a third of that work.
    mcp.luagc_ratio(4)
    local stores = {}
    for line in io.lines(mcp.start_arg) do
        local fate, address, port, name, number = line:match('^(%l+) (%S+) (%d+) (%S+) (%d+)$')
        if FATES[fate] then
            local pool = mcp.pool({ mcp.backend(name, address, port) })
            table.insert(stores, { fate = fate, name = name, bit = 1 << tonumber(number), pool = pool })
        end
    end
    return stores
end

function mcp_config_routes(stores)
    local attach = conversation.attach
    attach(mcp.CMD_GET, 'get', stores, sessions.get)
    attach(mcp.CMD_SET, 'set', stores, sessions.set)
    attach(mcp.CMD_ADD, 'add', stores, sessions.add)
    attach(mcp.CMD_TOUCH, 'touch', stores, sessions.touch)
    attach(mcp.CMD_DELETE, 'delete', stores, sessions.delete)
    attach(mcp.CMD_MG, 'inspect', stores, repair.inspect)
    attach(mcp.CMD_MS, 'place', stores, repair.place)
    attach(mcp.CMD_MD, 'prune', stores, repair.prune)
end
