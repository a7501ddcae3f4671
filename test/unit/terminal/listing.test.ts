import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { publicEnvironment, renderEnvironments } from '../../../client/src/terminal/listing.ts';

const ENVIRONMENT: Environment = {
    name: 'shop',
    kind: 'managed',
    nodes: [
        {
            id: 'shop/store/1',
            environment: 'shop',
            layer: 'store',
            number: 1,
            name: 'shop-store-1',
            containerId: 'abc',
            image: 'store',
            state: 'running',
            health: 'unhealthy',
            status: 'unhealthy',
            statusText: 'Up 2 minutes (unhealthy)',
            remark: 'memory is full\r\n\n not complete: \u001b[2J catches up\n',
            address: '10.0.0.3',
            port: 11211,
        },
    ],
};

describe('the list of environments', () => {
    it('has what a health check said below its node, without what moves a cursor', () => {
        const lines = renderEnvironments([publicEnvironment(ENVIRONMENT)]).split('\n');
        assert.deepEqual(lines, [
            'shop  0/1 healthy',
            '  shop-store-1  unhealthy  10.0.0.3:11211        store',
            '                memory is full',
            '                not complete:  [2J catches up',
        ]);
    });

    it('has it as it was said for programs', () => {
        assert.equal(publicEnvironment(ENVIRONMENT).nodes[0]?.remark, ENVIRONMENT.nodes[0]?.remark);
    });
});
