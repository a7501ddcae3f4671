import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { mainIniPath, readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan, planFile } from '../../../client/src/cluster/apply/apply.ts';
import { isOperationError, type OperationErrorCode } from '../../../client/src/cluster/model/errors.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, cancelAt, openEngine, reread, testTopology } from '../../support/engine/environments.ts';
import { faultyEngine, type Fault } from '../../support/engine/faultyEngine.ts';
import { quietContext } from '../../support/engine/quietContext.ts';

// The suite limits each test; a time-out here would count from when its files are loaded, long before these tests
// begin.
const { signal } = new AbortController();

describe('applying', () => {
    let engine: Engine;
    let environment: Environment;
    let path: string;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('apply'), quietContext());
        path = mainIniPath(await readApplicationFacts(engine, application(environment, 1), signal));
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function read(node: ClusterNode, file = path): Promise<Buffer> {
        return (await engine.readFile(node.containerId, file, signal)).bytes;
    }

    /** The configuration of all nodes: that of the files, and that in force. */
    async function everything(): Promise<unknown[]> {
        const nodes = nodesOf(environment, 'application');
        return Promise.all(
            nodes.map(async node => {
                const { settings, extensions, scannedFiles } = await readApplicationFacts(engine, node, signal);
                const { bytes, mode, uid, gid } = await engine.readFile(node.containerId, path, signal);
                return { ini: bytes.toString('latin1'), mode, uid, gid, settings, extensions, scannedFiles };
            }),
        );
    }

    function isCode(code: OperationErrorCode, text: RegExp): (error: unknown) => true {
        return error => {
            assert.ok(isOperationError(error, code), `not ${code}: ${String(error)}`);
            assert.match(error.message, text);
            return true;
        };
    }

    /** Two nodes on which the cluster's settings are not applied yet must be as before after each of these. */
    async function leavesAllAsItWas(work: () => Promise<void>): Promise<void> {
        const found = await everything();
        await work();
        assert.deepEqual(await everything(), found);
        const leftovers = await engine.exec(application(environment, 1).containerId, [
            'sh',
            '-c',
            'ls /tmp /var/lib/session-cluster/pages',
        ]);
        assert.deepEqual(
            leftovers.stdout
                .toString()
                .split('\n')
                .filter(name => name.includes('session-cluster-')),
            [],
        );
        assert.equal((await fetch(environment.url!)).status, 200);
    }

    async function edited(text: string): Promise<{ path: string; bytes: Buffer }> {
        return { path, bytes: Buffer.concat([await read(application(environment, 1)), Buffer.from(text)]) };
    }

    describe('a php.ini that would not work', () => {
        const cases: { name: string; text: string; says: RegExp }[] = [
            { name: 'a syntax error', text: '\nmemory_limit = 1(2\n', says: /syntax error.*line \d+/ },
            {
                name: 'a quote that is not closed',
                text: "\nmemory_limit = 1 '2\n",
                says: /unclosed quote in .*php\.ini, line \d+/,
            },
            { name: 'an extension that is not there', text: '\nextension=nosuch\n', says: /nosuch/ },
            { name: 'a handler that is not there', text: '\nsession.save_handler = memcachd\n', says: /memcachd/ },
            {
                name: 'a store that cannot be reached',
                text: '\nsession.save_handler = memcached\nsession.save_path = "127.0.0.1:9"\n',
                says: /127\.0\.0\.1:9 cannot be reached/,
            },
        ];
        for (const { name, text, says } of cases) {
            it(`${name}: is refused by preflight, and nothing changes`, async () => {
                await leavesAllAsItWas(async () => {
                    const plan = await planFile(engine, environment, await edited(text), quietContext());
                    await assert.rejects(
                        applyPlan(engine, environment, plan, quietContext()),
                        isCode('preflight', says),
                    );
                });
            });
        }
    });

    describe('roll-back', () => {
        const second = /application-2/;
        const faults: { name: string; fault: Fault }[] = [
            { name: 'the write on the first node', fault: { method: 'exec', matching: /cat > ."\$file.new/ } },
            {
                name: 'the write on the second node',
                fault: { method: 'exec', matching: /cat > ."\$file.new/, from: 2 },
            },
            {
                name: 'the answer to the write on the second node',
                fault: { method: 'exec', matching: /cat > ."\$file.new/, from: 2, afterwards: true },
            },
            { name: 'the restart of the first node', fault: { method: 'exec', matching: /graceful/ } },
            { name: 'the restart of the second node', fault: { method: 'exec', matching: /graceful/, from: 2 } },
            {
                name: 'the answer to the restart of the second node',
                fault: { method: 'exec', matching: /graceful/, from: 2, afterwards: true },
            },
            {
                name: 'the preflight of the second node',
                fault: { method: 'exec', matching: /preflight\.php/, from: 2 },
            },
            { name: 'laying out the preflight', fault: { method: 'putFiles' } },
        ];
        for (const { name, fault } of faults) {
            it(`puts every node back when ${name} fails`, async () => {
                await leavesAllAsItWas(async () => {
                    const plan = await planSessionSettings(engine, environment, quietContext());
                    const faulty = faultyEngine(engine, fault);
                    await assert.rejects(applyPlan(faulty.engine, environment, plan, quietContext()), /injected/);
                    assert.ok(faulty.struck());
                });
            });
        }

        for (const step of [
            /^Checking .*application-2/,
            /^Writing .*application-1/,
            /^Restarting .*application-1/,
            /^Writing .*application-2/,
            /^Restarting .*application-2/,
        ]) {
            it(`puts every node back when it is cancelled at ${step.source}`, async () => {
                await leavesAllAsItWas(async () => {
                    const plan = await planSessionSettings(engine, environment, quietContext());
                    const context = cancelAt(step);
                    await assert.rejects(applyPlan(engine, environment, plan, context), error => {
                        assert.ok(
                            error instanceof Error && 'code' in error && error.code === 'cancelled',
                            String(error),
                        );
                        return true;
                    });
                    assert.ok(context.reached());
                });
            });
        }

        it('puts every node back when Apache does not take the value over, and says what may beat it', async () => {
            const node = application(environment, 2);
            const site = '/etc/apache2/conf-enabled/beats.conf';
            const put = 'echo "php_admin_value session.gc_maxlifetime 99" > "$1"';
            await engine.exec(node.containerId, ['sh', '-c', put, 'put', site], { user: '0' });
            await restartNode(engine, environment, node, {}, quietContext());
            try {
                await leavesAllAsItWas(async () => {
                    const plan = await planFile(
                        engine,
                        environment,
                        await edited('\nsession.gc_maxlifetime = 1441\n'),
                        quietContext(),
                    );
                    await assert.rejects(
                        applyPlan(engine, environment, plan, quietContext()),
                        isCode('notInForce', /gc_maxlifetime is "99".*application-2.*php_admin_value/s),
                    );
                });
            } finally {
                await engine.exec(node.containerId, ['sh', '-c', 'rm "$1" && apache2ctl graceful', 'rm', site], {
                    user: '0',
                });
            }
            assert.match(node.name, second);
        });

        it('overwrites no file that changed since it was planned', async () => {
            const node = application(environment, 2);
            const original = await read(node);
            const theirs = Buffer.concat([original, Buffer.from('; theirs\n')]);
            const plan = await planSessionSettings(engine, environment, quietContext());
            await engine.exec(node.containerId, ['sh', '-c', 'cat > "$1"', 'put', path], { user: '0', stdin: theirs });
            try {
                const first = await read(application(environment, 1));
                await assert.rejects(
                    applyPlan(engine, environment, plan, quietContext()),
                    isCode('fileChanged', /application-2 has changed since it was read/),
                );
                assert.ok((await read(node)).equals(theirs), 'their bytes are gone');
                assert.ok((await read(application(environment, 1))).equals(first), 'the first node was not put back');
            } finally {
                await engine.exec(node.containerId, ['sh', '-c', 'cat > "$1"', 'put', path], {
                    user: '0',
                    stdin: original,
                });
            }
        });

        it('refuses an edit that began with other bytes than a node has', async () => {
            await leavesAllAsItWas(async () => {
                const file = { ...(await edited('; mine\n')), expected: Buffer.from('something else') };
                await assert.rejects(
                    planFile(engine, environment, file, quietContext()),
                    isCode('fileChanged', /application-1/),
                );
            });
        });
    });

    describe('the session settings', () => {
        it('change only their own lines, are in force in Apache, and keep the previous file', async () => {
            const node = application(environment, 1);
            const original = await engine.readFile(node.containerId, path, signal);
            const plan = await planSessionSettings(engine, environment, quietContext());
            const result = await applyPlan(engine, environment, plan, quietContext());
            const [store] = nodesOf(environment, 'store');
            assert.equal(plan.expected['session.save_path'], `${store!.address}:11211`);
            for (const { name } of nodesOf(environment, 'application')) {
                assert.deepEqual(result.inForce[name], plan.expected);
            }
            const written = await engine.readFile(node.containerId, path, signal);
            const lines = (text: Buffer) => text.toString('latin1').split('\n');
            const names = Object.keys(plan.expected).map(name => name.replaceAll('.', '\\.'));
            const isOurs = new RegExp(`^;?(${names.join('|')}) *=`);
            assert.deepEqual(
                lines(written.bytes).filter(line => !isOurs.test(line)),
                lines(original.bytes).filter(line => !isOurs.test(line)),
            );
            assert.deepEqual([written.mode, written.uid, written.gid], [original.mode, original.uid, original.gid]);
            assert.ok((await read(node, `${path}.previous`)).equals(original.bytes));
        });

        it('are found to be there already the second time', async () => {
            const plan = await planSessionSettings(engine, environment, quietContext());
            assert.deepEqual(plan.changes, []);
        });

        it('win over a file in conf.d that sets one of them', async () => {
            const node = application(environment, 1);
            const file = `${path.replace(/php\.ini$/, '')}conf.d/98-sessions.ini`;
            const put = 'printf "; theirs\\nsession.save_handler = files\\n" > "$1"';
            await engine.exec(node.containerId, ['sh', '-c', put, 'put', file], { user: '0' });
            try {
                await restartNode(engine, environment, node, {}, quietContext());
                const plan = await planSessionSettings(engine, environment, quietContext());
                assert.deepEqual(
                    plan.changes.map(change => change.path),
                    [file],
                );
                await applyPlan(engine, environment, plan, quietContext());
                assert.equal((await read(node, file)).toString(), '; theirs\nsession.save_handler = memcached\n');
            } finally {
                await engine.exec(node.containerId, ['sh', '-c', 'rm -f "$1" "$1.previous"', 'rm', file], {
                    user: '0',
                });
                await restartNode(engine, environment, node, {}, quietContext());
            }
        });

        it('load memcached behind igbinary where a node does not load it', async () => {
            for (const node of nodesOf(environment, 'application')) {
                await engine.exec(node.containerId, ['rm', `${path.replace(/php\.ini$/, '')}conf.d/25-memcached.ini`], {
                    user: '0',
                });
                await restartNode(engine, environment, node, {}, quietContext());
            }
            const plan = await planSessionSettings(engine, environment, quietContext());
            assert.deepEqual(
                [...new Set(plan.changes.map(change => change.after.toString()))],
                ['extension=memcached\n'],
            );
            await applyPlan(engine, environment, plan, quietContext());
            const facts = await readApplicationFacts(engine, application(environment, 2), signal);
            assert.ok(facts.extensions.includes('memcached'));
        });

        it('need every Apache node to run', async () => {
            const node = application(environment, 2);
            await engine.stopContainer(node.containerId);
            try {
                await assert.rejects(
                    planSessionSettings(engine, await reread(engine, environment), quietContext()),
                    isCode('failed', /application-2 is stopped/),
                );
            } finally {
                await engine.startContainer(node.containerId);
            }
        });
    });
});
