import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { OWN_SOFTWARE } from '../../../client/src/cluster/software/table.ts';
import {
    publicEnvironment,
    publicProject,
    renderEnvironments,
    renderProjects,
} from '../../../client/src/terminal/listing.ts';

const ENVIRONMENT: Environment = {
    name: 'shop',
    kind: 'managed',
    nodes: [
        {
            id: 'shop/store/1',
            environment: 'shop',
            layer: 'store',
            software: OWN_SOFTWARE.store,
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
            '  shop-store-1  unhealthy  10.0.0.3:11211        memcached  store',
            '                memory is full',
            '                not complete:  [2J catches up',
        ]);
    });

    it('has it as it was said for programs', () => {
        assert.equal(publicEnvironment(ENVIRONMENT).nodes[0]?.remark, ENVIRONMENT.nodes[0]?.remark);
    });

    it('says of what else there is why it is not shown, to whoever asks', () => {
        const others = [{ name: 'worker', why: 'runs artisan' }];
        const adopted: Environment = { ...ENVIRONMENT, kind: 'adopted', others };
        assert.equal(publicEnvironment(adopted).others, undefined);
        const listed = publicEnvironment(adopted, { all: true });
        assert.deepEqual(listed.others, others);
        assert.match(renderEnvironments([listed]), /\n {2}Not shown: worker: runs artisan$/);
        const project = publicProject({ name: 'blog', why: 'has no PHP application that is known', services: others });
        assert.equal(
            renderProjects([project]),
            'blog  is no environment: has no PHP application that is known\n  worker: runs artisan',
        );
    });
});
