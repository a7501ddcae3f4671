import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan, planFile } from '../../../client/src/cluster/apply/apply.ts';
import { readPhpFacts, toClusterFacts } from '../../../client/src/cluster/facts/clusterFacts.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { ensureImage } from '../../../client/src/cluster/images/images.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { factsFor } from '../../../server/src/model/facts.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { application, openEngine, reread, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { uniqueName } from '../../support/run/names.ts';

/** Apache starts as root, as in the official image, and its pages run as somebody else; nothing starts a proxy. */
const DOCKERFILE = (base: string) => `FROM ${base}
USER root
CMD ["sh", "-c", ". /etc/apache2/envvars; rm -f $APACHE_PID_FILE; exec apache2 -D FOREGROUND"]
`;

// The suite limits each test; a time-out here would count from when its files are loaded, long before these tests
// begin.
const { signal } = new AbortController();

describe('the session settings of a replicated environment', () => {
    const tag = `psc-test/${uniqueName('root-apache')}`;
    let engine: Engine;
    let environment: Environment;

    before(async () => {
        engine = await openEngine();
        const base = await ensureImage(engine, 'application', quietContext());
        await engine.buildImage({
            tag,
            labels: { 'php-session-cluster.test': 'replicated-settings' },
            files: [{ path: 'Dockerfile', bytes: Buffer.from(DOCKERFILE(base)), mode: 0o644 }],
            onProgress: () => undefined,
        });
    });

    after(async () => {
        await engine.removeImage(tag);
        engine.dispose();
    });

    function applies(image?: string): void {
        before(async () => {
            const topology = testTopology('replicated', image === undefined ? {} : { image });
            const store = { ...topology.store, nodes: 2, replicate: true };
            environment = await createEnvironment(engine, { ...topology, store }, quietContext());
        });

        after(async () => {
            await deleteEnvironment(engine, environment, {}, quietContext());
        });

        it('are applied, and every node reaches its proxy', async () => {
            const plan = await planSessionSettings(engine, environment, quietContext());
            assert.equal(plan.expected['session.save_path'], PROXY_SOCKET);
            await applyPlan(engine, environment, plan, quietContext());
            for (const node of nodesOf(environment, 'application')) {
                const { settings, reachability } = await readPhpFacts(engine, node, signal);
                assert.equal(settings['session.save_path'], PROXY_SOCKET, node.name);
                assert.equal(settings['memcached.sess_binary_protocol'], '0', node.name);
                assert.deepEqual(reachability, [{ server: PROXY_SOCKET }], node.name);
            }
        });
    }

    /**
     * Code and marked text of what all rules find in the php.ini of the first node, changed or not, by what is known of
     * its environment.
     */
    async function diagnostics(change: (text: string) => string, now: Environment): Promise<string[]> {
        const node = application(environment, 1);
        const php = await readPhpFacts(engine, node, signal);
        const uriOf = ({ layer, number }: ClusterNode) => `php-node://${environment.name}/${layer}/${number}`;
        const facts = toClusterFacts([now], new Map([[node.id, php]]), uriOf);
        const path = php.iniFile ?? '';
        const text = change((await engine.readFile(node.containerId, path, signal)).bytes.toString());
        const uri = `${uriOf(node)}${path}`;
        const context = new DocumentContext(parsePhpIni(text), { uri, facts: factsFor(uri, facts) });
        const onFailure = ({ code }: Rule, error: unknown): never => {
            throw new Error(`rule ${code}`, { cause: error });
        };
        return checkDocument(context, { rules, onFailure })
            .filter(({ severity }) => severity === 'error')
            .map(({ rule, diagnostic: { range } }) => `${rule.code} ${text.slice(range.start, range.end)}`);
    }

    function withPath(path: string): (text: string) => string {
        return text => text.replace(/^session\.save_path *=.*$/m, `session.save_path = "${path}"`);
    }

    /** Plans a change of any setting, so that there is something to check. */
    async function refusal(): Promise<string> {
        const { iniFile = '' } = await readApplicationFacts(engine, application(environment, 1), signal);
        const now = (await engine.readFile(application(environment, 1).containerId, iniFile, signal)).bytes;
        const bytes = Buffer.concat([now, Buffer.from('\nmemory_limit = 200M\n')]);
        const plan = await planFile(engine, environment, { path: iniFile, bytes }, quietContext());
        try {
            await applyPlan(engine, environment, plan, quietContext());
        } catch (error) {
            assert.ok(isOperationError(error, 'preflight'), String(error));
            return error.message;
        }
        return assert.fail('it was applied');
    }

    describe('with the product’s own image', () => {
        applies();

        it('are all that the rules want; not so a store past the proxy, nor the binary protocol', async () => {
            const [store] = nodesOf(environment, 'store');
            const now = await reread(engine, environment);
            const server = `${store!.address}:11211`;
            assert.deepEqual(await diagnostics(text => text, now), []);
            assert.deepEqual(await diagnostics(withPath(server), now), [`stores-past-proxy "${server}"`]);
            const binary = (text: string) => text.replace(/^(memcached\.sess_binary_protocol) *=.*$/m, '$1 = On');
            assert.deepEqual(await diagnostics(binary, now), ['proxy-needs-text On']);
        });

        it('are refused while no store answers, which the proxy says', async () => {
            const stores = nodesOf(environment, 'store');
            await Promise.all(stores.map(({ containerId }) => engine.stopContainer(containerId)));
            try {
                assert.match(await refusal(), /memcached socket \S+ answers: no memcached node can be reached/);
            } finally {
                await Promise.all(stores.map(({ containerId }) => engine.startContainer(containerId)));
            }
        });
    });

    describe('with an image that starts Apache as root', () => {
        applies(tag);

        it('are refused where pages may not use the socket, though root may', async () => {
            const { containerId } = application(environment, 1);
            await engine.exec(containerId, ['chown', 'root', PROXY_SOCKET], { user: '0' });
            const { reachability } = await readPhpFacts(engine, application(environment, 1), signal);
            assert.deepEqual(reachability, [{ server: PROXY_SOCKET, error: 'Permission denied' }]);
            assert.match(
                await refusal(),
                /memcached socket \S+ cannot be reached from inside the node: Permission denied/,
            );
        });
    });
});
