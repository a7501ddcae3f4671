-- The order of a table's keys differs from run to run; a seed has to decide everything.
local sorted = {}

function sorted.keys(items)
    local keys = {}
    for key in pairs(items) do
        keys[#keys + 1] = key
    end
    table.sort(keys)
    return keys
end

return sorted
