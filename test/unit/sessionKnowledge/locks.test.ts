import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { RedisVersion } from '../../../server/src/phpIni/savePaths/redisVersion.ts';
import {
    lockOf,
    memcachedPatience,
    memcachedRetries,
    type MemcachedWaits,
    type SessionLock,
} from '../../../server/src/phpIni/sessionKnowledge/locks.ts';

/**
 * How long the loop of php-memcached's `s_lock_session()` sleeps where each try finds the lock taken, in milliseconds.
 */
function memcachedSleeps({ min, max, retries }: MemcachedWaits): number {
    let slept = 0;
    let wait = min;
    let left = retries;
    do {
        if (left > 0) {
            slept += wait;
            wait = Math.min(max, wait * 2);
        }
    } while (left-- > 0);
    return slept;
}

/** What phpredis' `lock_acquire()` takes for 0. */
const redisDefaults = { '5.3': { retries: 10, waitUs: 2000 }, '6': { retries: 100, waitUs: 20_000 } } as const;

/** How long it sleeps, in milliseconds; `retries` other than -1, which has no end. */
function redisSleeps(retries: number, waitUs: number, version: RedisVersion): number {
    const most = retries === 0 ? redisDefaults[version].retries : retries;
    let slept = 0;
    for (let tries = 0; tries <= most; tries++) {
        if (tries < most) {
            slept += waitUs === 0 ? redisDefaults[version].waitUs : waitUs;
        }
    }
    return slept / 1000;
}

const milliseconds = fc.nat({ max: 3000 });

/** Of settings that begin with `memcached.sess_`, or with `redis.session.`, without it. */
function lock(
    handler: 'memcached' | 'redis',
    settings: Readonly<Record<string, string>>,
    phpredis?: RedisVersion,
): SessionLock {
    const defaults = { lock_expire: '0', lock_retries: '5', lock_wait_min: '150', lock_wait_max: '150', lock_wait_time: '20000', locking: '1', locking_enabled: '1' }; // prettier-ignore
    const start = handler === 'redis' ? 'redis.session.' : 'memcached.sess_';
    const all = new Map(Object.entries({ ...defaults, ...settings }).map(([name, value]) => [start + name, value]));
    const found = lockOf({ handler, phpredis, read: name => all.get(name) ?? settings[name] });
    assert.ok(found);
    return found;
}

describe('how long a request waits for the lock of its session', () => {
    it('is what the loop of the memcached extension sleeps, also where the shortest wait is longer than the longest', () => {
        fc.assert(
            fc.property(milliseconds, milliseconds, fc.integer({ min: -3, max: 300 }), (min, max, retries) => {
                assert.equal(memcachedPatience({ min, max, retries }), memcachedSleeps({ min, max, retries }));
            }),
            { numRuns: 2_000, examples: [[400, 100, 4], [100, 0, 4], [0, 100, 4], [0, 0, 100], [300, 100, -1]] }, // prettier-ignore
        );
    });

    it('is what PHP 8.4 with php-memcached 3.3.0 was measured to take', () => {
        const measured = [
            { min: 150, max: 150, retries: 5, took: 751 },
            { min: 400, max: 100, retries: 1, took: 403 },
            { min: 400, max: 100, retries: 4, took: 701 },
            { min: 50, max: 200, retries: 6, took: 953 },
            { min: 0, max: 100, retries: 4, took: 1 },
            { min: 100, max: 0, retries: 4, took: 102 },
            { min: 50, max: 70, retries: 3, took: 193 },
            { min: 300, max: 100, retries: -1, took: 0 },
        ];
        for (const { took, ...waits } of measured) {
            const patience = memcachedPatience(waits);
            assert.ok(
                patience <= took && took - patience <= 4,
                `${JSON.stringify(waits)}: ${patience}, ${took} measured`,
            );
        }
    });

    it('is worked out at once, however many retries there are', () => {
        assert.equal(memcachedPatience({ min: 100, max: 200, retries: 1_000_000_001 }), 200_000_000_100);
    });

    it('is longer than the lock with the retries that are told to be enough', () => {
        const expiry = fc.integer({ min: 1, max: 100_000 });
        const wait = fc.integer({ min: 1, max: 3000 });
        fc.assert(
            fc.property(wait, wait, expiry, (min, max, ms) => {
                const retries = memcachedRetries({ min, max }, ms);
                assert.ok(retries !== undefined && memcachedSleeps({ min, max, retries }) > ms);
            }),
        );
        for (const waits of [
            { min: 0, max: 100 },
            { min: 100, max: 0 },
            { min: 0, max: 0 },
        ]) {
            // prettier-ignore
            assert.equal(memcachedRetries(waits, 1000), undefined);
        }
        assert.equal(memcachedRetries({ min: 1, max: 1 }, Infinity), undefined);
    });

    it('is what the loop of phpredis sleeps, by its version', () => {
        const version = fc.constantFrom('5.3' as const, '6' as const);
        fc.assert(
            fc.property(
                fc.integer({ min: -5, max: 300 }),
                fc.nat({ max: 50_000 }),
                version,
                (retries, wait, phpredis) => {
                    const waits = { lock_retries: String(retries), lock_wait_time: String(wait) };
                    const { patienceMs } = lock('redis', waits, phpredis);
                    const sleeps = retries === -1 ? Infinity : redisSleeps(retries, wait, phpredis);
                    assert.ok(
                        patienceMs !== undefined && (patienceMs === sleeps || Math.abs(patienceMs - sleeps) < 1e-6),
                    );
                },
            ),
            { examples: [[0, 0, '5.3'], [0, 0, '6'], [-1, 0, '5.3']] }, // prettier-ignore
        );
    });

    it('is what phpredis 5.3.7 and 6.2.0 were measured to take, and what becomes of a request then', () => {
        const measured = [
            { phpredis: '5.3', retries: '0', wait: '0', took: 26, then: 'goes on' },
            { phpredis: '5.3', retries: '3', wait: '100000', took: 303, then: 'goes on' },
            { phpredis: '5.3', retries: '-5', wait: '1000', took: 0, then: 'goes on' },
            { phpredis: '6', retries: '0', wait: '0', took: 2256, then: 'fails' },
            { phpredis: '6', retries: '10', wait: '2000', took: 27, then: 'fails' },
            { phpredis: '6', retries: '3', wait: '100000', took: 302, then: 'fails' },
            { phpredis: '6', retries: '-5', wait: '1000', took: 0, then: 'fails' },
        ] as const;
        for (const { phpredis, retries, wait, took, then } of measured) {
            const { patienceMs, afterPatience } = lock(
                'redis',
                { lock_retries: retries, lock_wait_time: wait },
                phpredis,
            );
            // Each try takes a while by itself.
            assert.ok(
                patienceMs !== undefined && patienceMs <= took && took <= patienceMs * 1.2 + 8,
                `${took} measured`,
            );
            assert.equal(afterPatience, then);
        }
        assert.equal(lock('redis', {}).afterPatience, undefined);
    });

    it('is longer than the lock with the settings that are told to be enough, with either version', () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 100_000 }), (seconds, wait) => {
                const settings = lock('redis', { lock_wait_time: String(wait) }).outwaiting(1000 * seconds) ?? [];
                const all = Object.fromEntries(
                    settings.map(([name, value]) => [name.replace('redis.session.', ''), value]),
                );
                for (const phpredis of ['5.3', '6'] as const) {
                    const { patienceMs = 0, expiryMs = Infinity } = lock('redis', all, phpredis);
                    assert.ok(expiryMs === 1000 * seconds && patienceMs > expiryMs);
                }
            }),
        );
    });
});

describe('the lock of a session', () => {
    it('expires when it is told to, else with the time limit of scripts, else never', () => {
        for (const handler of ['memcached', 'redis'] as const) {
            const expiry = (settings: Readonly<Record<string, string>>) => lock(handler, settings).expiryMs;
            assert.equal(expiry({ lock_expire: '7', max_execution_time: '30' }), 7000);
            assert.equal(expiry({ max_execution_time: '30' }), 30_000);
            assert.equal(expiry({ max_execution_time: '0' }), Infinity);
            assert.equal(expiry({}), undefined);
        }
    });

    it('never expires in Redis where it is told to take less than 0', () => {
        assert.equal(lock('redis', { lock_expire: '-1', max_execution_time: '30' }).expiryMs, Infinity);
    });

    it('in Redis is read as C reads numbers', () => {
        const expiry = (text: string) => lock('redis', { lock_expire: text, max_execution_time: '30' }).expiryMs;
        // Measured.
        assert.deepEqual(
            ['2K', '1.5', '0x10', '010', '5 s', 'x'].map(expiry),
            [2000, 1000, 16_000, 8000, 5000, 30_000],
        );
    });

    it('is on by its own way of reading the switch', () => {
        assert.equal(lock('memcached', { locking: 'yes' }).isOn, true);
        assert.equal(lock('memcached', { locking: '' }).isOn, false);
        assert.equal(lock('redis', { locking_enabled: '1' }).isOn, true);
        assert.equal(lock('redis', { locking_enabled: 'On' }).isOn, false);
    });

    it('is none of handlers that have none, and not known where a directive is not', () => {
        for (const handler of ['files', 'memcache', 'rediscluster', '']) {
            assert.equal(lockOf({ handler, read: () => '1' }), undefined);
        }
        const unknown = lockOf({ handler: 'memcached', read: () => undefined });
        assert.deepEqual([unknown?.isOn, unknown?.expiryMs, unknown?.patienceMs], [undefined, undefined, undefined]);
    });
});
