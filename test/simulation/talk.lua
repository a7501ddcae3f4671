-- lua5.4 test/simulation/talk.lua: the simulated store (memcached.lua) at the other end of standard input and output,
-- with memcached's words: test/docker/sessions/simulatedStores.test.ts asks both the same. The clock is the real one.
local here = arg[0]:match('^(.*)/[^/]*$')
package.path = here .. '/?.lua;' .. package.path
local memcached = require('memcached')

local store = memcached.new(function() return os.time() * 1000 end)
local WORDS = { OK = 'HD', END = 'EN', NOT_STORED = 'NS', EXISTS = 'EX', NOT_FOUND = 'NF' }

local function answer_to(words, flags, value)
    local item = store:item(words[2])
    local result = store:execute({ words = words, flags = flags, value = value })
    if words[1] == 'get' then
        return result.is_hit and string.format('VALUE %s %d %d\r\n%s\r\nEND', words[2], item.flags, #result.value,
            result.value) or 'END'
    end
    local told = { WORDS[result.status] }
    if result.is_hit then
        if result.value then
            told[1] = 'VA ' .. #result.value
        end
        for index = 3, #words do
            local flag = words[index]
            if flag == 'c' or flag == 'f' or flag == 't' then
                told[#told + 1] = flag .. result[flag]
            end
        end
        if result.value then
            told[#told] = told[#told] .. '\r\n' .. result.value
        end
    end
    return table.concat(told, ' ')
end

for line in io.lines() do
    local words, flags = memcached.parse(line)
    local value
    if words[1] == 'ms' then
        value = io.read(tonumber(words[3]) + 2):sub(1, -3)
    end
    -- `mn` marks the end of an answer.
    io.write(words[1] == 'mn' and 'MN' or answer_to(words, flags, value), '\r\n')
    io.flush()
end
