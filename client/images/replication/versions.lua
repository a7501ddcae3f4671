-- The versions that this proxy makes.
local judge = require('judge')

local versions = {}

local function host_name()
    local file <close> = io.open('/proc/sys/kernel/hostname')
    return file and file:read() or ''
end

-- Later than every one before it, and than the version that it replaces, if one is given.
versions.new = judge.versions(judge.hash(host_name()), mcp.time_real_millis)

return versions
