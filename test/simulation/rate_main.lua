-- lua5.4 test/simulation/main.lua [--runs N] [--seed N] [--class NAME] [--trace]: schedules of replicate.lua on
-- simulated stores, links and clocks. Prints the seeds; of the first that breaks a promise, the shortest history that
-- does.
-- lua5.4 test/simulation/main.lua --mutants [--runs N] [--part I/N] [--only TEXT]: whether each planted fault
-- (mutants.lua) breaks a promise; or only those whose title has a text.
local here = arg[0]:match('^(.*)/[^/]*$')
package.path = here .. '/?.lua;' .. package.path
-- Memory is there; time is not.
collectgarbage('incremental', 1000, 400)
local classes = require('classes')
local schedule = require('schedule')

local function chunk(path, edit)
    local file <close> = assert(io.open(path))
    local text = file:read('a')
    if edit then
        text = edit(text)
    end
    local compiled = assert(load(text, '@' .. path, 't', {}))
    -- Each time with globals of its own.
    return function(env)
        debug.upvaluejoin(compiled, 1, function() return env end, 1)
        return compiled()
    end
end

local options = { runs = 1000, seed = os.time() % 1000000 }
local index = 1
while arg[index] do
    local name = arg[index]:match('^%-%-(%l+)$')
    if name == 'trace' or name == 'mutants' then
        options[name] = true
    else
        options[name] = tonumber(arg[index + 1]) or arg[index + 1]
        index = index + 1
    end
    index = index + 1
end

local folder = here .. '/../../client/images/replication/'
local chunks = {}
local files = {
    'alike', 'answers', 'conversation', 'judge', 'repair', 'replicate', 'requests', 'sessions', 'versions',
}
for _, name in ipairs(files) do
    chunks[name] = chunk(folder .. name .. '.lua')
end

local names = {}
for name in pairs(classes) do
    names[#names + 1] = name
end
table.sort(names)

local function run(parts, seed)
    local class = options.class or names[seed % #names + 1]
    local limits = { faults = options.faults, sessions = options.sessions }
    return schedule.run(parts, seed, class, limits, options.trace and print), class
end

-- The shortest of the same seed that breaks a promise, too: with fewer faults, and fewer sessions.
local function shorten(parts, seed, class)
    for faults = 1, 3 do
        for sessions = 1, 3 do
            local limits = { faults = faults, sessions = sessions }
            if #schedule.run(parts, seed, class, limits).violations > 0 then
                return limits
            end
        end
    end
    return {}
end

-- Replaces the one place where a text stands.
local function edited(text, from, to)
    local first, last = text:find(from, 1, true)
    assert(first, 'not found: ' .. from)
    assert(not text:find(from, last + 1, true), 'more than once: ' .. from)
    return text:sub(1, first - 1) .. to .. text:sub(last + 1)
end

-- `part`: I/N, every Nth of them from the Ith on.
local function convict_mutants()
    local left = {}
    local first, step = tostring(options.part or '1/1'):match('^(%d+)/(%d+)$')
    local mutants = {}
    for _, mutant in ipairs(require('mutants')) do
        if mutant[1]:find(options.only or '', 1, true) then
            mutants[#mutants + 1] = mutant
        end
    end
    for place = tonumber(first), #mutants, tonumber(step) do
        local title, file, from, to, class = table.unpack(mutants[place])
        local parts = setmetatable({
            [file] = chunk(folder .. file .. '.lua', function(text) return edited(text, from, to) end),
        }, { __index = chunks })
        local convicted
        local seeds = {}
        for seed = options.seed, options.seed + options.runs - 1 do
            local past = schedule.run(parts, seed, options.class or class, {})
            if #past.violations > 0 then
                convicted = true
                seeds[#seeds+1] = seed..' '..past.violations[1].kind
            end
        end
        convicted = #seeds .. ' of ' .. options.runs .. ': ' .. table.concat(seeds, ', ')
        print(string.format('%s  %s', title, convicted or 'NOT CONVICTED'))
        io.stdout:flush()
        if not convicted then
            left[#left + 1] = title
        end
    end
    os.exit(#left == 0 and 0 or 1)
end

if options.mutants then
    convict_mutants()
end

local counts, broken = {}, 0
local began = os.clock()
for seed = options.seed, options.seed + options.runs - 1 do
    local past, class = run(chunks, seed)
    for what, count in pairs(past.counts) do
        counts[what] = (counts[what] or 0) + count
    end
    if #past.violations > 0 then
        broken = broken + 1
        if broken <= 10 then
            print(string.format('seed %d, %s: %s', seed, class, past.violations[1].text))
        end
        if broken == 1 and not options.trace then
            local limits = shorten(chunks, seed, class)
            schedule.run(chunks, seed, class, limits, print)
            print(string.format('again: --seed %d --runs 1 --class %s --trace%s%s', seed, class,
                limits.faults and ' --faults ' .. limits.faults or '',
                limits.sessions and ' --sessions ' .. limits.sessions or ''))
        end
    end
end
local words = {}
for what, count in pairs(counts) do
    words[#words + 1] = what .. ' ' .. count
end
table.sort(words)
print(string.format('%d schedules from seed %d, %d of them broke a promise; %s; %.1f ms each',
    options.runs, options.seed, broken, table.concat(words, ', '), (os.clock() - began) * 1000 / options.runs))
os.exit(broken == 0 and 0 or 1)
