import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan, planFile } from '../../../client/src/cluster/apply/apply.ts';
import { planSessionSettings, savePathOf } from '../../../client/src/cluster/apply/settings.ts';
import { readPhpFacts } from '../../../client/src/cluster/facts/clusterFacts.ts';
import { restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { nodesOf, type ClusterNode } from '../../../client/src/cluster/model/model.ts';
import { readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { findDocumentRoot } from '../../../client/src/cluster/node/probe.ts';
import { renderReportText } from '../../../client/src/cluster/report/text.ts';
import type { Fault } from '../../../client/src/cluster/verify/faults.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { answerOf, ComposeProject, ensureComposeImages } from './compose/project.ts';

const { signal } = new AbortController();

const INI = '/etc/php/8.4/fpm/php.ini';
/** What an application node can meet with whatever is on it. */
const NODE_FAULTS: readonly Fault[] = [
    ...(['kill', 'stop', 'graceful-stop', 'pause', 'disconnect', 'restart', 'process-kill'] as const),
];
const POOL = '/etc/php/8.4/fpm/pool.d/zzz-test.conf';

for (const { shape, args, root, title } of [
    { shape: 'fpm', args: ['--scale', 'php=2'], root: '/var/www/html', title: 'PHP-FPM behind NGINX' },
    { shape: 'supervised', args: [], root: '/srv/site/public', title: 'NGINX and PHP-FPM in one' },
]) {
    describe(`operations on ${title}`, () => {
        let engine: Engine;
        let project: ComposeProject;
        let first: ClusterNode;

        before(async function () {
            this.timeout(600_000);
            engine = await openEngine();
            await ensureComposeImages(engine);
            project = new ComposeProject(engine, shape);
            await project.up(...args);
            await answerOf((await project.get()).url);
            [first] = nodesOf(await project.get(), 'application') as [ClusterNode];
        });

        after(async () => {
            await project.down();
            engine.dispose();
        });

        async function shell(script: string): Promise<string> {
            const { exitCode, stdout, stderr } = await engine.exec(first.containerId, ['sh', '-ec', script]);
            assert.equal(exitCode, 0, stderr.toString());
            return stdout.toString().trim();
        }

        /** With a file of the pool's, while it lasts. */
        async function withPool(lines: string, work: () => Promise<void>): Promise<void> {
            await engine.exec(first.containerId, ['tee', POOL], { stdin: Buffer.from(lines) });
            try {
                await work();
            } finally {
                await shell(`rm ${POOL}`);
            }
        }

        const iniText = async () => (await engine.readFile(first.containerId, INI)).bytes;

        it('asks the PHP of PHP-FPM, and not that of the command line', async () => {
            const facts = await readApplicationFacts(engine, first, signal);
            assert.equal(facts.sapi, 'fpm-fcgi');
            assert.equal(facts.iniFile, INI);
            assert.deepEqual(facts.scanDirectories, ['/etc/php/8.4/fpm/conf.d']);
            assert.equal(facts.user, Number(await shell('id -u www-data')));
            assert.ok(facts.environmentVariables.includes('PHP_INI_DIR'));
            const { files, extensions } = await readPhpFacts(engine, first, signal);
            assert.ok(files?.[INI]?.startsWith('[PHP]'));
            assert.ok(extensions.includes('memcached'));
            assert.equal(await shell('ls /tmp | grep -c session-cluster || true'), '0');
        });

        it('finds the folder that the web server serves', async () => {
            assert.equal(await findDocumentRoot(engine, await project.get(), signal), root);
        });

        it('refuses a php.ini that PHP-FPM would not read whole, or whose extensions do not load', async () => {
            const before = await iniText();
            const environment = await project.get();
            for (const [line, words] of [
                ['x = (a', /PHP stops reading at a syntax error.*\/etc\/php\/8\.4\/fpm\/php\.ini, line \d+/],
                ['extension = nowhere', /The extension nowhere does not load/],
                [
                    'session.save_handler = memcached\nsession.save_path = "127.0.0.1:1"',
                    /127\.0\.0\.1:1 cannot be reached/,
                ],
            ] as const) {
                const bytes = Buffer.concat([before, Buffer.from(`\n${line}\n`)]);
                const plan = await planFile(engine, environment, { path: INI, bytes }, quietContext());
                await assert.rejects(applyPlan(engine, environment, plan, quietContext()), error => {
                    assert.match(String(error), words);
                    assert.match(String(error), /No file was changed/);
                    return true;
                });
                assert.deepEqual(await iniText(), before);
            }
            assert.equal(await shell('ls /tmp | grep -c session-cluster || true'), '0');
        });

        it('names the line of the pool that beats php.ini, before anything is written', async () => {
            const before = await iniText();
            const other = '[other]\nlisten = 9001\npm = ondemand\npm.max_children = 1\nuser = www-data\n';
            const value = 'php_admin_value[session.save_path] =';
            await withPool(`${other}${value} /other\n[www]\n${value} /tmp\n`, async () => {
                const environment = await project.get();
                await restartNode(engine, environment, first, {}, quietContext());
                const plan = await planSessionSettings(engine, environment, quietContext());
                await assert.rejects(applyPlan(engine, environment, plan, quietContext()), error => {
                    assert.match(
                        String(error),
                        /session\.save_path would stay "\/tmp" on .*: php_admin_value\[session\.save_path\] in .*zzz-test\.conf, line 8, beats php\.ini/,
                    );
                    return true;
                });
                assert.deepEqual(await iniText(), before);
            });
            await restartNode(engine, await project.get(), first, {}, quietContext());
        });

        it('asks it where it listens, unless nobody else can', async () => {
            const path = '/run/php/test.sock';
            await withPool(`[www]\nlisten = ${path}\nlisten.mode = 0666\n`, async () => {
                await shell(`kill -USR2 "$(cat /run/php/php8.4-fpm.pid)"; until [ -S ${path} ]; do sleep 0.1; done`);
                const asked = readApplicationFacts(engine, first, signal);
                if (first.software.isHttp) {
                    assert.equal((await asked).sapi, 'fpm-fcgi');
                } else {
                    await assert.rejects(asked, /listens on \/run\/php\/test\.sock, which no other container shares/);
                }
            });
            await shell('kill -USR2 "$(cat /run/php/php8.4-fpm.pid)"');
            assert.match(await answerOf((await project.get()).url), /^[0-9a-f]{12}$/);
        });

        it('does not reload what would not start again', async () => {
            const { child } = await readApplicationFacts(engine, first, signal);
            await withPool('[www]\npm.max_children = none\n', async () => {
                await assert.rejects(
                    restartNode(engine, await project.get(), first, {}, quietContext()),
                    /PHP-FPM on .* cannot be asked: .*pm\.max_children must be a positive value/s,
                );
            });
            assert.ok((await readApplicationFacts(engine, first, signal)).child.started! <= child.now!);
            assert.match(await answerOf((await project.get()).url), /^[0-9a-f]{12}$/);
        });

        it('says what a reload costs, and what has it cost nothing', async () => {
            const notes = async () =>
                (await planSessionSettings(engine, await project.get(), quietContext())).notes.join(' ');
            assert.match(await notes(), /restart of PHP-FPM cuts the requests under way.*php-fpm\.conf/);
            const names = nodesOf(await project.get(), 'application').map(({ name }) => name);
            await withPool('[global]\nprocess_control_timeout = 10s\n', async () => {
                const said = await notes();
                assert.deepEqual(
                    names.map(name => said.includes(name)),
                    [false, true],
                );
            });
        });

        it('keeps the container and the master, and has new children', async () => {
            const master = () =>
                shell(
                    `php -r 'foreach (glob("/proc/[0-9]*/cmdline") as $f) if (strpos(file_get_contents($f), "php-fpm: master") === 0) echo basename(dirname($f));'`,
                );
            const [before, { child }] = [await master(), await readApplicationFacts(engine, first, signal)];
            const { startedAt } = await engine.inspectContainer(first.containerId);
            await restartNode(engine, await project.get(), first, {}, quietContext());
            assert.equal(await master(), before);
            assert.equal((await engine.inspectContainer(first.containerId)).startedAt, startedAt);
            assert.ok((await readApplicationFacts(engine, first, signal)).child.started! >= child.now!);
        });

        it('clusters the sessions, and no fault of an application node loses one', async function () {
            this.timeout(420_000);
            const environment = await project.get();
            const plan = await planSessionSettings(engine, environment, quietContext());
            const result = await applyPlan(engine, environment, plan, quietContext());
            for (const node of nodesOf(environment, 'application')) {
                assert.equal(result.inForce[node.name]?.['session.save_handler'], 'memcached');
                const { settings } = await readApplicationFacts(engine, node, signal);
                assert.equal(settings['session.save_path'], savePathOf(environment));
            }
            const again = await planSessionSettings(engine, environment, quietContext());
            assert.deepEqual(again.changes, []);
            const report = await verifyFailover(
                engine,
                environment,
                { sessions: 10, nodes: [first.name], faults: NODE_FAULTS },
                quietContext(),
            );
            const text = renderReportText(report);
            assert.equal(report.totals.lost, 0, text);
            assert.ok(report.totals.requests > 0, text);
            assert.deepEqual(report.software, { application: 'PHP-FPM', store: 'memcached' });
            assert.ok(report.weaknesses.some(({ code }) => code === 'reload-cuts-requests'));
            assert.doesNotMatch(text, /Apache/);
            assert.equal(await shell(`ls ${root}`), 'index.php');
            assert.ok((await project.get()).nodes.every(({ status }) => status === 'running'));
        });
    });
}
