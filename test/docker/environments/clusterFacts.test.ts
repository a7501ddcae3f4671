import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { mainIniPath, readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { toClusterFacts, readPhpFacts } from '../../../client/src/cluster/facts/clusterFacts.ts';
import { EnvironmentStore } from '../../../client/src/cluster/environments/environmentStore.ts';
import { FactsGatherer } from '../../../client/src/cluster/facts/gatherer.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { factsFor } from '../../../server/src/model/facts.ts';
import { MASKED_VALUE, type ClusterFacts, type PhpFacts } from '../../../server/src/phpIni/protocol.ts';
import { clusterRules } from '../../../server/src/rules/cluster/table.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { application, openEngine, reread, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';

// The suite limits each test; a time-out here would count from when its files are loaded, long before these tests
// begin.
const { signal } = new AbortController();

function uriOf({ environment, layer, number }: ClusterNode): string {
    return `php-node://${environment}/${layer}/${number}`;
}

describe('facts about a cluster', () => {
    let engine: Engine;
    let environment: Environment;
    let path: string;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('facts'), quietContext());
        path = mainIniPath(await readApplicationFacts(engine, application(environment, 1), signal));
        await applyPlan(
            engine,
            environment,
            await planSessionSettings(engine, environment, quietContext()),
            quietContext(),
        );
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function everything(): Promise<ClusterFacts> {
        const now = await reread(engine, environment);
        const known = new Map<string, PhpFacts>();
        for (const node of nodesOf(now, 'application').filter(({ state }) => state === 'running')) {
            known.set(node.id, await readPhpFacts(engine, node, signal));
        }
        return toClusterFacts([now], known, uriOf);
    }

    /** Code and marked text of what the rules find in a node's file, by what is known now unless told. */
    async function diagnostics(number: number, file = path, known?: ClusterFacts): Promise<string[]> {
        const node = application(environment, number);
        const text = (await engine.readFile(node.containerId, file, signal)).bytes.toString();
        const uri = `${uriOf(node)}${file}`;
        const context = new DocumentContext(parsePhpIni(text), {
            uri,
            facts: factsFor(uri, known ?? (await everything())),
        });
        const onFailure = (_: unknown, error: unknown): never => {
            throw error instanceof Error ? error : new Error(String(error));
        };
        return checkDocument(context, { rules: clusterRules, onFailure }).map(
            ({ rule, diagnostic: { range } }) => `${rule.code} ${text.slice(range.start, range.end)}`,
        );
    }

    /** Changes a node's file for the length of `work`, with Apache reading it before and afterwards. */
    async function withFile(
        number: number,
        { file = path, text, restarted = true }: { file?: string; text: (now: string) => string; restarted?: boolean },
        work: () => Promise<void>,
    ): Promise<void> {
        const node = application(environment, number);
        const original = (
            await engine.exec(node.containerId, ['sh', '-c', 'cat "$1" 2>/dev/null || true', 'cat', file], {
                user: '0',
            })
        ).stdout;
        const put = (bytes: Buffer) =>
            engine.exec(node.containerId, ['sh', '-c', 'cat > "$1"', 'put', file], { user: '0', stdin: bytes });
        await put(Buffer.from(text(original.toString())));
        try {
            if (restarted) {
                await restartNode(engine, environment, node, {}, quietContext());
            }
            await work();
        } finally {
            await (original.length > 0
                ? put(original)
                : engine.exec(node.containerId, ['rm', '-f', file], { user: '0' }));
            await restartNode(engine, environment, node, {}, quietContext());
        }
    }

    it('are what the nodes are and what their PHP says, with no value of an environment variable', async () => {
        const known = await everything();
        const [facts] = known.environments;
        const [store] = nodesOf(environment, 'store');
        assert.deepEqual(facts?.stores, [
            { node: store!.name, host: store!.address, aliases: [store!.name, 'store-1'], port: 11211, running: true },
        ]);
        assert.deepEqual(
            facts.applications.map(({ node, uri, running }) => ({ node, uri, running })),
            nodesOf(environment, 'application').map(node => ({ node: node.name, uri: uriOf(node), running: true })),
        );
        const php = facts.applications[0]?.php;
        assert.ok(php);
        assert.match(php.version, /^8\.\d+\.\d+$/);
        assert.equal(php.iniFile, path);
        assert.ok(php.extensions.includes('memcached'));
        assert.ok(php.availableExtensions?.includes('opcache') && php.availableExtensions.includes('memcached'));
        assert.ok(php.environmentVariables?.includes('APACHE_RUN_DIR'));
        assert.equal(php.settings['session.save_path'], `${store!.address}:11211`);
        assert.deepEqual(php.reachability, [{ server: `${store!.address}:11211` }]);
        assert.equal(php.sessionDirectory, undefined);
        assert.match(php.files?.[path] ?? '', /^session\.save_handler = memcached$/m);
        const scanned = php.scannedFiles.find(file => file.endsWith('25-memcached.ini'));
        assert.ok(scanned !== undefined && php.files?.[scanned]?.includes('extension=memcached'));
        assert.match(php.links?.[scanned] ?? '', /mods-available\/memcached\.ini$/);
        assert.ok(!JSON.stringify(facts).includes('/var/run/apache2'), 'the value of APACHE_RUN_DIR has left the node');
        for (const file of [path, ...php.scannedFiles]) {
            assert.deepEqual(await diagnostics(1, file, known), [], file);
        }
    });

    it('hold what is in force for pages, not what the probe sets for itself', async () => {
        await withFile(1, { text: now => now.replace(/^display_errors *=.*$/m, 'display_errors = On') }, async () => {
            const facts = await readPhpFacts(engine, application(environment, 1), signal);
            assert.equal(facts.settings.display_errors, '1');
        });
    });

    it('hold no password', async () => {
        const secret = 'correct-horse';
        const text = (now: string) => `${now}\nmysqli.default_pw = "${secret}"\n;mysqli.default_pw = ${secret}\n`;
        await withFile(1, { text }, async () => {
            const facts = await readPhpFacts(engine, application(environment, 1), signal);
            assert.ok(!JSON.stringify(facts).includes(secret));
            assert.ok(
                facts.files?.[path]?.endsWith(
                    `\nmysqli.default_pw = ${MASKED_VALUE}\n;mysqli.default_pw = ${MASKED_VALUE}\n`,
                ),
            );
            assert.deepEqual(await diagnostics(1), []);
        });
    });

    it('show where nodes differ', async () => {
        const text = (now: string) => now.replace(/^session\.name *=.*$/m, 'session.name = OTHER');
        await withFile(2, { text }, async () => {
            const known = await everything();
            assert.deepEqual(await diagnostics(2, path, known), ['drift OTHER']);
            assert.deepEqual(await diagnostics(1, path, known), ['drift PHPSESSID']);
        });
        assert.deepEqual(await diagnostics(1), []);
    });

    it('show what is not in force yet, and what a later file overrides', async () => {
        const text = (now: string) => now.replace(/^session\.gc_maxlifetime *=.*$/m, 'session.gc_maxlifetime = 77');
        await withFile(1, { text, restarted: false }, async () => {
            assert.deepEqual(await diagnostics(1), ['effective-differs 77']);
        });
        const file = `${path.replace(/php\.ini$/, '')}conf.d/98-sessions.ini`;
        await withFile(1, { file, text: () => 'session.gc_maxlifetime = 78\n' }, async () => {
            const known = await everything();
            assert.deepEqual(await diagnostics(1, path, known), ['overridden 1440']);
            assert.deepEqual(await diagnostics(1, file, known), ['drift 78']);
        });
    });

    it('show the file that Apache does not read', async () => {
        const known = await everything();
        const [first] = await diagnostics(1, path.replace('apache2', 'cli'), known);
        assert.equal(first, 'wrong-file [PHP]');
        assert.deepEqual(await diagnostics(1, '/etc/php/8.4/mods-available/memcached.ini', known), []);
    });

    it('show an extension that is not there, and a variable that is not set', async () => {
        const text = (now: string) => `${now}\nextension=nosuch\nerror_log = \${NO_SUCH_NAME}\n`;
        await withFile(1, { text }, async () => {
            assert.deepEqual(await diagnostics(1), ['extension-not-found nosuch', 'env-missing ${NO_SUCH_NAME}']);
        });
    });

    it('show an extension that is loaded twice, and one that comes before what it needs', async () => {
        const text = (now: string) => `${now}\nextension=memcached\n`;
        const file = `${path.replace(/php\.ini$/, '')}conf.d/25-memcached.ini`;
        await withFile(1, { text }, async () => {
            assert.deepEqual(await diagnostics(1), ['extension-in-other-file memcached']);
            await withFile(1, { file, text: () => '; none\n' }, async () => {
                assert.deepEqual(await diagnostics(1), ['extension-not-loaded memcached']);
            });
        });
    });

    it('show sessions in files, which no other node finds', async () => {
        const text = (now: string) =>
            now
                .replace(/^session\.save_handler *=.*$/m, 'session.save_handler = files')
                .replace(/^session\.save_path *=.*$/m, '');
        await withFile(1, { text }, async () => {
            await withFile(2, { text }, async () => {
                assert.deepEqual(await diagnostics(1), ['files-on-cluster files']);
            });
        });
    });

    it('show a store that does not run, and follow its return', async () => {
        const [store] = nodesOf(environment, 'store');
        const server = `${store!.address}:11211`;
        await engine.stopContainer(store!.containerId);
        try {
            const known = await everything();
            const [tried] = known.environments[0]?.applications[0]?.php?.reachability ?? [];
            assert.equal(tried?.server, server);
            assert.ok(tried.error, 'a connection to a store that is stopped');
            assert.deepEqual(await diagnostics(1, path, known), [`unreachable ${server}`]);
        } finally {
            await engine.startContainer(store!.containerId);
        }
    });

    it('are gathered again when a node has been restarted, and only where they are wanted', async () => {
        const store = new EnvironmentStore(openEngine);
        let wanted = false;
        let look = (): void => undefined;
        const reads: string[] = [];
        const gatherer = new FactsGatherer({
            store,
            uriOf,
            mayInspect: name => wanted && name === environment.name,
            publish: () => {
                look();
            },
            fail: (_, error) => {
                throw error instanceof Error ? error : new Error(String(error));
            },
            read: (...asked) => {
                reads.push(asked[1].id);
                return readPhpFacts(...asked);
            },
        });
        const until = (holds: (applications: ClusterFacts['environments'][0]['applications']) => boolean) =>
            new Promise<void>(resolve => {
                look = () => {
                    const facts = gatherer.facts?.environments.find(({ name }) => name === environment.name);
                    if (facts && holds(facts.applications)) {
                        resolve();
                    }
                };
                look();
            });
        try {
            store.start();
            await until(applications => applications.length === 2);
            assert.deepEqual(reads, []);
            wanted = true;
            gatherer.inspect(environment.name);
            await until(applications => applications.every(({ php }) => php !== undefined));
            const node = application(environment, 2);
            await engine.stopContainer(node.containerId);
            await until(applications => applications[1]?.running === false && applications[1].php === undefined);
            await engine.startContainer(node.containerId);
            await until(applications => applications.every(({ php }) => php !== undefined));
        } finally {
            gatherer.dispose();
            store.dispose();
        }
    });
});
