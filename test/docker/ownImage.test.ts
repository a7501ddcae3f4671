import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { readApplicationFacts } from '../../client/src/cluster/applicationFacts.ts';
import { applyPlan } from '../../client/src/cluster/apply.ts';
import { ensureImage } from '../../client/src/cluster/images.ts';
import { quietContext } from '../../client/src/cluster/operation.ts';
import { renderReportText } from '../../client/src/cluster/reportText.ts';
import { planSessionSettings } from '../../client/src/cluster/settings.ts';
import { verifyFailover } from '../../client/src/cluster/verify.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { application, openEngine, testTopology, uniqueName, withEnvironment } from '../support/environments.ts';

/** Like the official image: Apache starts as root, no php.ini is loaded, memcached is there and not loaded, and nothing of ours is in it. */
const DOCKERFILE = (base: string) => `FROM ${base}
USER root
RUN rm -r /var/lib/session-cluster /usr/local/bin/session-cluster-* \\
        /etc/php/8.4/apache2/php.ini /etc/php/8.4/apache2/conf.d/25-memcached.ini \\
    && printf 'ServerName localhost\\nErrorLog /dev/stderr\\n<VirtualHost *:80>\\nDocumentRoot /var/www/html\\n</VirtualHost>\\n' \\
        > /etc/apache2/sites-available/session-cluster.conf
CMD ["sh", "-c", ". /etc/apache2/envvars; rm -f $APACHE_PID_FILE; exec apache2 -D FOREGROUND"]
`;

describe('an image of the user’s own', () => {
    const tag = `psc-test/${uniqueName('own-apache')}`;
    let engine: Engine;

    before(async () => {
        engine = await openEngine();
        const base = await ensureImage(engine, 'application', quietContext());
        await engine.buildImage({
            tag,
            labels: { 'php-session-cluster.test': 'own-image' },
            files: [{ path: 'Dockerfile', bytes: Buffer.from(DOCKERFILE(base)), mode: 0o644 }],
            onProgress: () => undefined,
        });
    });

    after(async () => {
        await engine.removeImage(tag);
        engine.dispose();
    });

    it('is clustered and survives a failover: php.ini made, the extension loaded behind what it needs, the probe in the document root', async () => {
        await withEnvironment(engine, testTopology('own', { image: tag }), async environment => {
            const signal = AbortSignal.timeout(60_000);
            const before = await readApplicationFacts(engine, application(environment, 1), signal);
            assert.equal(before.iniFile, undefined);
            assert.ok(!before.extensions.includes('memcached'));

            const plan = await planSessionSettings(engine, environment, quietContext());
            assert.deepEqual(
                plan.changes.filter(({ node }) => node.number === 1).map(({ path, before: bytes }) => [path, bytes]),
                [
                    ['/etc/php/8.4/apache2/php.ini', undefined],
                    ['/etc/php/8.4/apache2/conf.d/session-cluster-memcached.ini', undefined],
                ],
            );
            await applyPlan(engine, environment, plan, quietContext());
            const now = await readApplicationFacts(engine, application(environment, 1), signal);
            assert.equal(now.iniFile, '/etc/php/8.4/apache2/php.ini');
            assert.equal(now.settings['session.save_handler'], 'memcached');

            const report = await verifyFailover(engine, environment, { sessions: 20 }, quietContext());
            assert.equal(report.verdict, 'pass', renderReportText(report));
            const left = await engine.exec(application(environment, 1).containerId, ['ls', '/var/www/html']);
            assert.equal(left.stdout.toString(), 'index.php\n');
        });
    });
});
