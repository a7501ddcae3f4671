import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan, planFile } from '../../../client/src/cluster/apply/apply.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, openEngine } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { ComposeProject, ensureComposeImages } from '../environments/compose/project.ts';

const PATH = '/etc/php/8.4/apache2/php.ini';
const SIZE = 64 * 1024;

describe('a node whose disk is full', () => {
    let engine: Engine;
    let project: ComposeProject;
    let environment: Environment;

    before(async () => {
        engine = await openEngine();
        await ensureComposeImages(engine);
        project = new ComposeProject(engine, 'full');
        await project.up();
        const found = await project.find();
        assert.ok(found, 'the project was not adopted');
        environment = found;
    });

    after(async () => {
        await project.down();
        engine.dispose();
    });

    async function shell(script: string, stdin?: Buffer): Promise<string> {
        const { containerId } = application(environment, 1);
        const options = { user: '0', ...(stdin && { stdin }) };
        const { exitCode, stdout, stderr } = await engine.exec(containerId, ['sh', '-c', script], options);
        assert.equal(exitCode, 0, stderr.toString());
        return stdout.toString();
    }

    it('keeps its php.ini whole, says what is missing, and serves on', async () => {
        const node = application(environment, 1);
        const original = Buffer.from(`memory_limit = 64M\n${'; filling\n'.repeat(SIZE / 10)}`);
        await shell(`cat > ${PATH}`, original);
        await restartNode(engine, environment, node, {}, quietContext());
        const bytes = Buffer.concat([original, Buffer.from('memory_limit = 96M\n')]);
        const plan = await planFile(engine, environment, { path: PATH, bytes }, quietContext());
        await shell('dd if=/dev/zero of=/etc/php/8.4/apache2/filler bs=1k count=1024 2>/dev/null || true');

        await assert.rejects(applyPlan(engine, environment, plan, quietContext()), error => {
            assert.ok(isOperationError(error, 'failed'), String(error));
            assert.match(error.message, /php\.ini on \S+ could not be written: .*No space left on device/);
            return true;
        });
        assert.ok((await engine.readFile(node.containerId, PATH)).bytes.equals(original));
        assert.equal(await shell('ls /etc/php/8.4/apache2'), 'filler\nphp.ini\n');
        await restartNode(engine, environment, node, {}, quietContext());

        await shell('rm /etc/php/8.4/apache2/filler');
        const { inForce } = await applyPlan(engine, environment, plan, quietContext());
        assert.equal(inForce[node.name]?.memory_limit, '96M');
    });
});
