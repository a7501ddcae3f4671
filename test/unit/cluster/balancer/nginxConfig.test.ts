import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { procAddress } from '../../../../client/src/cluster/balancer/balancer.ts';
import {
    parseSettings,
    parseUpstreams,
    renderBalancerConfig,
} from '../../../../client/src/cluster/balancer/nginxConfig.ts';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';

const settings = { retryNonIdempotent: false, readTimeout: 60 };

function upstream(number: number) {
    return { name: `shop-application-${number}`, address: `172.18.0.${31 + number}`, port: 80 };
}

describe("the balancer's configuration", () => {
    it('can be read back from the file', () => {
        for (const { settings: own, upstreams } of [
            { settings, upstreams: [upstream(1)] },
            { settings: { retryNonIdempotent: true, readTimeout: 2 }, upstreams: [1, 2, 3].map(upstream) },
        ]) {
            const text = renderBalancerConfig(upstreams, own);
            assert.deepEqual(parseSettings(text), own);
            assert.deepEqual(parseUpstreams(text), upstreams);
        }
    });

    it('is what NGINX goes by, also where somebody edited the file, or an earlier version wrote its first line', () => {
        const text = renderBalancerConfig([upstream(1)], settings)
            .replace('proxy_read_timeout 60s;', 'proxy_read_timeout 2m;')
            .replace(
                'proxy_next_upstream error timeout;',
                'proxy_next_upstream error timeout http_502 non_idempotent;',
            );
        assert.deepEqual(parseSettings(text), { retryNonIdempotent: true, readTimeout: 120 });
        const head = JSON.stringify({
            settings: { retryNonIdempotent: false, readTimeout: 9 },
            upstreams: [upstream(2)],
        });
        const earlier = text.replace(/^.*$/m, `# session-cluster ${head}`);
        assert.deepEqual(parseSettings(earlier), { retryNonIdempotent: true, readTimeout: 120 });
        assert.deepEqual(parseUpstreams(earlier), [upstream(2)]);
    });

    it('has what NGINX itself does where the file says nothing of it', () => {
        const nothing = { retryNonIdempotent: false, readTimeout: 60 };
        assert.deepEqual(parseSettings('http {\n    # proxy_read_timeout 5s;\n}\n'), nothing);
        assert.deepEqual(parseSettings('proxy_read_timeout 1500ms;'), { ...nothing, readTimeout: 2 });
    });

    it('of somebody else is not taken for one of ours', () => {
        for (const text of [
            '',
            'worker_processes auto;\n',
            '# session-cluster\n',
            '# session-cluster {"upstreams":\n',
            '# session-cluster {}\n',
        ]) {
            assert.equal(parseUpstreams(text), undefined, text);
        }
    });

    it('keeps of the settings what it knows, so that equal ones are equal bytes', () => {
        const more = { ...settings, port: 8080, address: '127.0.0.1' };
        assert.equal(renderBalancerConfig([upstream(1)], more), renderBalancerConfig([upstream(1)], settings));
    });

    it('takes no name or address that would be anything else to NGINX', () => {
        for (const odd of [
            { ...upstream(1), name: 'x\n}' },
            { ...upstream(1), address: '1.2.3.4; } #' },
            { ...upstream(1), address: '' },
        ]) {
            assert.throws(
                () => renderBalancerConfig([odd], settings),
                error => isOperationError(error, 'invalid'),
            );
        }
    });

    it('repeats a request that is not safe to repeat only where that is wanted', () => {
        const textWith = (retryNonIdempotent: boolean) =>
            renderBalancerConfig([upstream(1)], { ...settings, retryNonIdempotent });
        assert.match(textWith(false), /proxy_next_upstream error timeout;/);
        assert.match(textWith(false), /\(\?!POST\$\|LOCK\$\|PATCH\$\)/);
        assert.match(textWith(true), /proxy_next_upstream error timeout non_idempotent;/);
        assert.doesNotMatch(textWith(true), /\(\?!POST/);
    });

    it('has a pool without each node, but for the only one', () => {
        const poolsOf = (count: number) => {
            const text = renderBalancerConfig(
                Array.from({ length: count }, (_, index) => upstream(index + 1)),
                settings,
            );
            return [...text.matchAll(/upstream (\w+) \{[^}]*\}/g)].map(([block, pool]) => [
                pool,
                [...block.matchAll(/# shop-application-(\d)/g)].map(([, number]) => number).join(''),
            ]);
        };
        assert.deepEqual(poolsOf(1), [
            ['application', '1'],
            ['every_node', '1'],
        ]);
        assert.deepEqual(poolsOf(3), [
            ['application', '123'],
            ['without_1', '23'],
            ['without_2', '13'],
            ['without_3', '12'],
            ['every_node', '123'],
        ]);
    });
});

describe('an address in /proc/net/tcp', () => {
    it('is little-endian', () => {
        assert.equal(procAddress({ address: '172.18.0.32', port: 80 }), '200012AC:0050');
        assert.equal(procAddress({ address: '10.0.0.1', port: 11211 }), '0100000A:2BCB');
    });
});
