import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { planAddresses } from '../../../../client/src/cluster/provision/addressing.ts';
import { LAYERS } from '../../../../client/src/cluster/model/model.ts';

describe('planAddresses', () => {
    it('keeps clear of the gateway and of the addresses that the engine gives to others', () => {
        const plan = planAddresses('172.18.0.0/16');
        assert.equal(plan.addressOf('balancer', 1), '172.18.0.2');
        assert.equal(plan.addressOf('store', 1), '172.18.0.16');
        assert.equal(plan.addressOf('application', 2), '172.18.0.33');
        assert.equal(plan.dynamicRange, '172.18.128.0/17');
    });

    it('gives every node an address of its own, in the lower half of any range', () => {
        fc.assert(
            fc.property(fc.integer({ min: 8, max: 25 }), fc.integer({ min: 0, max: 255 }), (prefix, third) => {
                const size = 2 ** (32 - prefix);
                const wanted = 10 * 2 ** 24 + third * 256;
                const base = wanted - (wanted % size);
                const subnet = `${[24, 16, 8, 0].map(shift => Math.floor(base / 2 ** shift) % 256).join('.')}/${prefix}`;
                const plan = planAddresses(subnet);
                const numbers = LAYERS.flatMap(layer => {
                    const count = { balancer: 1, store: 8, application: 32 }[layer];
                    return Array.from({ length: count }, (_, index) => plan.addressOf(layer, index + 1));
                }).map(address => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0));
                assert.equal(new Set(numbers).size, 41);
                assert.ok(numbers.every(number => number > base + 1 && number < base + size / 2));
            }),
        );
    });

    for (const subnet of ['', 'fd00::/64', '10.0.0.0/26', '10.0.0/16', '10.0.0.300/16']) {
        it(`refuses "${subnet}"`, () => {
            assert.throws(() => planAddresses(subnet), /not an IPv4 range of 128 addresses or more/);
        });
    }
});
