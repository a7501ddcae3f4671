-- One request of one session, as php-memcached 3.3 and NGINX have it: lock, read, work, write or touch or destroy,
-- unlock.
local php = {}

-- As the product sets php.ini: memcached.sess_lock_retries, _wait_min and _wait_max, milliseconds.
local LOCK = { retries = 100, min = 50, max = 200 }
-- Larger than a store takes.
local TOO_LARGE = string.rep('x', 4 * 1024 * 1024)
local POLL_TIMEOUT = 5000 -- of libmemcached, milliseconds

local clients = 0

-- `node` is { party, proxy }; `work` milliseconds between read and write; `kind` write, large (a write of too much),
-- touch or destroy; `settings`, { prefix: of keys (memcached.sess_prefix), lifetime: seconds (session.gc_maxlifetime),
-- expire: of locks, seconds (memcached.sess_lock_expire), unlocked: there are none (memcached.sess_locking) }.
-- `tell(event, value)`: answered, waiting, locked, reading, read, leaving, written, touched, refused, refused as too
-- large, refused in doubt, unsaved, destroying, destroyed, empty, failed, done.
function php.request(world, node, session, work, kind, settings, tell)
    local scheduler, party, epoch = world.scheduler, node.party, node.party.epoch
    clients = clients + 1
    local client = node.free_clients and table.remove(node.free_clients) or clients
    local over = false
    local function finish(event, value)
        if not over then
            over = true
            if event ~= 'failed' and node.free_clients and party.epoch == epoch then
                table.insert(node.free_clients, client)
            end
            tell(event, value)
        end
    end
    -- The node died: its connections with it.
    table.insert(node.under_way, function() finish('failed') end)
    local asked
    -- One timer for all questions: most are answered.
    local function watch(delay)
        scheduler:after(delay, party, function()
            if over or party.epoch ~= epoch then
                return
            end
            if asked and asked.until_time <= scheduler.now then
                asked.time_out()
            end
            if not over then
                watch(asked and asked.until_time - scheduler.now or POLL_TIMEOUT)
            end
        end)
    end
    watch(POLL_TIMEOUT)
    local function ask(line, payload, next_step)
        local question, asked_at = { until_time = scheduler.now + POLL_TIMEOUT }, scheduler.now
        asked = question
        function question.time_out()
            asked = nil
            next_step('TIMEOUT')
        end
        node.proxy:handle(line, payload, client, function(...)
            if asked == question and not over then
                asked = nil
                if scheduler.now > (node.excused_until or 0) then
                    tell('answered', scheduler.now - asked_at)
                end
                next_step(...)
            end
        end)
    end
    local key, lock_key = settings.prefix .. session, settings.prefix .. 'lock.' .. session
    local function unlock()
        if settings.unlocked then
            finish('done')
            return
        end
        ask('delete ' .. lock_key, nil, function()
            finish('done')
        end)
    end
    local function write(life, count)
        -- The lock goes with the write, from each store right after it.
        tell('leaving')
        if kind == 'write' or kind == 'large' then
            local value = string.format('%s:%d:%d', session, life, count)
            tell('writing', value)
            if kind == 'large' then
                value = value .. TOO_LARGE
            end
            ask(string.format('set %s 0 %d %d', key, settings.lifetime, #value), value .. '\r\n', function(answer)
                if kind == 'large' then
                    tell('refused as too large')
                elseif answer == 'STORED' then
                    tell('written', value)
                elseif answer == 'TIMEOUT' then
                    tell('unsaved')
                else
                    -- Whether it was kept a node that was cut off from all stores meanwhile cannot know.
                    tell(scheduler.now > (node.excused_until or 0) and 'refused' or 'refused in doubt', value)
                end
                unlock()
            end)
        elseif kind == 'touch' then
            ask(string.format('touch %s %d', key, settings.lifetime), nil, function(answer)
                if answer == 'TOUCHED' then
                    tell('touched')
                end
                unlock()
            end)
        else
            tell('destroying')
            ask('delete ' .. key, nil, function(answer)
                tell((answer == 'DELETED' or answer == 'NOT_FOUND') and 'destroyed' or 'unsaved')
                unlock()
            end)
        end
    end
    local function read()
        tell(settings.unlocked and 'reading' or 'locked')
        ask('get ' .. key, nil, function(answer, value)
            if answer == 'END' and not value then
                tell('read', nil)
            elseif answer == 'VALUE' then
                tell('read', value)
                if not value:match(':%d+:%d+$') then
                    finish('failed')
                    return
                end
            else
                -- PHP goes on without a session.
                finish('empty', answer)
                return
            end
            -- A session that is not there begins a life of its own.
            local life, count = world:new_life(), 0
            if value then
                life, count = value:match(':(%d+):(%d+)$')
            end
            scheduler:after(work, party, function()
                if party.epoch == epoch and not over then
                    write(tonumber(life), tonumber(count) + 1)
                end
            end)
        end)
    end
    local left, wait = LOCK.retries, LOCK.min
    local function lock()
        local asked_at = scheduler.now
        ask(string.format('add %s 0 %d 1', lock_key, settings.expire), '1\r\n', function(answer)
            if answer == 'STORED' then
                read()
            elseif answer == 'NOT_STORED' and left > 0 then
                left = left - 1
                tell('waiting', asked_at)
                scheduler:after(wait, party, function()
                    if party.epoch == epoch and not over then
                        wait = math.min(LOCK.max, 2 * wait)
                        lock()
                    end
                end)
            else
                finish('empty', answer)
            end
        end)
    end
    if settings.unlocked then
        read()
    else
        lock()
    end
end

return php
