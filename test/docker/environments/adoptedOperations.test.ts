import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import { renderReportText } from '../../../client/src/cluster/report/text.ts';
import { findDocumentRoot } from '../../../client/src/cluster/node/probe.ts';
import { savePathOf, planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { runVerification } from '../../../client/src/terminal/verbs/verify.ts';
import { openEngine } from '../../support/engine/environments.ts';
import { faultyEngine, type Fault } from '../../support/engine/faultyEngine.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { answerOf, ComposeProject, ensureComposeImages } from './compose/project.ts';

// The suite limits each test; a time-out here would count from when its files are loaded, long before these tests
// begin.
const { signal } = new AbortController();

describe('operations on adopted Compose projects', () => {
    let engine: Engine;

    before(async function () {
        this.timeout(600_000);
        engine = await openEngine();
        await ensureComposeImages(engine);
    });

    after(() => {
        engine.dispose();
    });

    /** In force in every node's Apache, and proved by killing each of them. */
    async function clusterAndVerify(project: ComposeProject): Promise<void> {
        const environment = await project.get();
        const plan = await planSessionSettings(engine, environment, quietContext());
        const result = await applyPlan(engine, environment, plan, quietContext());
        assert.deepEqual(
            result.nodes.map(({ node }) => node),
            nodesOf(environment, 'application').map(({ name }) => name),
        );
        for (const node of nodesOf(environment, 'application')) {
            const { settings } = await readApplicationFacts(engine, node, signal);
            assert.equal(settings['session.save_handler'], 'memcached');
            assert.equal(settings['session.save_path'], savePathOf(environment));
        }
        const nodes = nodesOf(environment, 'application').map(({ name }) => name);
        const options = { sessions: 20, nodes, faults: ['kill'] } as const;
        const report = await verifyFailover(engine, environment, options, quietContext());
        assert.equal(report.verdict, 'pass', renderReportText(report));
        assert.equal(report.faults.length, 2);
        assert.ok((await project.get()).nodes.every(({ status }) => status === 'running'));
    }

    describe('NGINX before two services', () => {
        let project: ComposeProject;

        before(async () => {
            project = new ComposeProject(engine, 'named');
            await project.up();
            await answerOf((await project.get()).url);
        });

        after(() => project.down());

        it('adopts them with an address each', async () => {
            const environment = await project.get();
            assert.deepEqual(
                environment.nodes.map(({ layer, number, name, port }) => [layer, number, name, port]),
                [
                    ['balancer', 1, `${project.name}_lb_1`, 80],
                    ['application', 1, `${project.name}_app1_1`, 80],
                    ['application', 2, `${project.name}_app2_1`, 80],
                    ['store', 1, `${project.name}_sessions_1`, 11211],
                ],
            );
            assert.equal(new Set(environment.nodes.map(({ address }) => address)).size, 4);
        });

        it('clusters the sessions, and no failover loses one', async () => {
            await clusterAndVerify(project);
        });

        it('is asked about the document root on the command line, unless that is told or agreed to', async () => {
            const environment = await project.get();
            const session = { engine, context: quietContext() };
            await assert.rejects(runVerification(session, environment, {}), error => {
                assert.match(String(error), /a page of its own.*: \/var\/www\/html\. Nothing was changed.*--yes/);
                return true;
            });
            const [first] = nodesOf(environment, 'application');
            const options = { yes: true, sessions: 2, nodes: [first!.name], faults: ['restart'] } as const;
            assert.equal((await runVerification(session, environment, options)).verdict, 'pass');
        });

        it('meets with every fault, with the page in the document root that was told, and is left as it was', async function () {
            this.timeout(420_000);
            const environment = await project.get();
            const documentRoot = await findDocumentRoot(engine, environment, signal);
            assert.equal(documentRoot, '/var/www/html');
            const [first] = nodesOf(environment, 'application');
            const networks = async () => {
                const details = await engine.inspectContainer(first!.containerId);
                return details.networks.map(network => ({ ...network, aliases: network.aliases.toSorted() }));
            };
            const before = await networks();
            const options = { sessions: 10, nodes: [first!.name], documentRoot };
            const report = await verifyFailover(engine, environment, options, quietContext());
            const text = renderReportText(report);
            assert.equal(report.totals.lost, 0, text);
            for (const { fault, errors, stale } of report.faults) {
                // NGINX waits a minute for a node that keeps silent, as this project's file says nothing else: until
                // the node goes on with what it had read. What it was writing when its way to the only store was
                // taken reaches that once the way is back: no proxy stands between to know better.
                const goesOn = fault === 'pause' || fault === 'disconnect' || fault === 'isolate';
                assert.ok(goesOn || (errors === 0 && stale === 0), text);
            }
            // Apache is the container's first process there.
            assert.deepEqual(
                report.faults.filter(({ verdict }) => verdict === 'impossible').map(({ fault }) => fault),
                ['process-kill'],
            );
            assert.equal(report.faults.length, 8);
            assert.deepEqual(await networks(), before);
            const left = await engine.exec(first!.containerId, ['ls', '/var/www/html']);
            assert.equal(left.stdout.toString(), 'index.php\n');
        });
    });

    describe('one php.ini of the host in both Apache nodes', () => {
        let project: ComposeProject;
        let folder: string;
        let file: string;
        const original = Buffer.from('; Größe, in Latin-1\r\n[PHP]\r\nmemory_limit = 96M\r\n', 'latin1');

        before(async () => {
            folder = await mkdtemp(join(tmpdir(), 'psctest-'));
            file = join(folder, 'php.ini');
            await writeFile(file, original, { mode: 0o640 });
            project = new ComposeProject(engine, 'mounted', { PHP_INI: file });
            await project.up();
            await answerOf((await project.get()).url);
        });

        after(async () => {
            await project.down();
            await rm(folder, { recursive: true, force: true });
        });

        const faults: { name: string; fault: Fault }[] = [
            { name: 'the first write', fault: { method: 'exec', matching: /cat > ."\$file.new/, afterwards: true } },
            { name: 'the second write', fault: { method: 'exec', matching: /cat > ."\$file.new/, from: 2 } },
            { name: 'the second restart', fault: { method: 'exec', matching: /graceful/, from: 2 } },
        ];
        for (const { name, fault } of faults) {
            it(`puts the host's file back, byte for byte, when ${name} fails`, async () => {
                const environment = await project.get();
                const { ino, mode, uid, gid } = await stat(file);
                const plan = await planSessionSettings(engine, environment, quietContext());
                const faulty = faultyEngine(engine, fault);
                await assert.rejects(applyPlan(faulty.engine, environment, plan, quietContext()), error => {
                    assert.match(String(error), /injected.*Every node has the files it had before/);
                    return true;
                });
                assert.ok(faulty.struck());
                assert.deepEqual(await readFile(file), original);
                const now = await stat(file);
                assert.deepEqual([now.ino, now.mode, now.uid, now.gid], [ino, mode, uid, gid]);
                for (const node of nodesOf(environment, 'application')) {
                    const { settings } = await readApplicationFacts(engine, node, signal);
                    assert.equal(settings['session.save_handler'], 'files');
                    assert.equal(settings.memory_limit, '96M');
                }
                assert.equal((await fetch(environment.url!)).status, 200);
            });
        }

        it('writes the settings into it, and no failover loses a session', async () => {
            const { ino } = await stat(file);
            await clusterAndVerify(project);
            const text = (await readFile(file)).toString('latin1');
            assert.ok(text.startsWith(original.toString('latin1')), 'what was there is kept');
            assert.match(text, /^session\.save_handler *= *"?memcached"?\r$/m);
            assert.equal((await stat(file)).ino, ino, 'the same file, or the containers would not see it');
        });
    });
});
