import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ClusterFacts } from '../../../server/src/phpIni/protocol.ts';
import { documentLinks } from '../../../server/src/service/documentLinks.ts';
import { toOffset } from '../../../server/src/service/positions.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { type ContextOptions, contextOf } from '../support/cursor.ts';
import { mutated } from '../support/property.ts';

const nodeUri = 'php-node://shop/application/2';

const node = { node: 'shop-application-2', uri: nodeUri, running: true };
const facts: ClusterFacts = { environments: [{ name: 'shop', stores: [], applications: [node] }] };

/** What is linked, and to where. */
function links(text: string, options: ContextOptions = {}): string[] {
    const context = contextOf(text, options);
    const { document } = context;
    return documentLinks(context).map(({ range, target }) =>
        [document.text.slice(toOffset(document, range.start), toOffset(document, range.end)), target].join(' -> '),
    );
}

const onNode = { uri: `${nodeUri}/etc/php/php.ini`, facts };

describe('document links', () => {
    it('lead to files on the same machine', () => {
        assert.deepEqual(links('error_log = /var/log/php.log ; here\n'), [
            '/var/log/php.log -> file:///var/log/php.log',
        ]);
        assert.deepEqual(links('error_log = "/var/log/a b#c.log"\n', onNode), [
            `/var/log/a b#c.log -> ${nodeUri}/var/log/a%20b%23c.log`,
        ]);
    });

    it('lead from headings to the manual', () => {
        const page = (name: string): string => `https://www.php.net/manual/en/${name}.php`;
        assert.deepEqual(links('[PHP]\n[Session]\n[opcache]\n[my own]\n[HOST=x]\n[constructor]\n'), [
            `PHP -> ${page('ini.core')}`,
            `Session -> ${page('session.configuration')}`,
            `opcache -> ${page('opcache.configuration')}`,
        ]);
    });

    it('lead to extensions with a path', () => {
        assert.deepEqual(links('extension = /opt/x.so\nzend_extension = xdebug\n'), ['/opt/x.so -> file:///opt/x.so']);
    });

    it('lead to no directories, which editors do not open', () => {
        for (const text of [
            'extension_dir = /usr/lib/php/20240924',
            'upload_tmp_dir = /tmp',
            'openssl.capath = /etc/ssl/certs',
            'include_path = "/usr/share/php:/srv/lib"',
            'session.save_path = /var/lib/php/sessions',
        ]) {
            assert.deepEqual(links(text), [], text);
        }
        assert.deepEqual(links('openssl.cafile = /etc/ssl/ca.pem'), ['/etc/ssl/ca.pem -> file:///etc/ssl/ca.pem']);
    });

    it('know the paths of Windows', () => {
        assert.deepEqual(
            links('auto_prepend_file = "C:\\php\\a.php"\nerror_log = "D:/log.txt"\n', {
                uri: 'file:///c%3A/php/php.ini',
            }),
            ['C:\\php\\a.php -> file:///C%3A/php/a.php', 'D:/log.txt -> file:///D%3A/log.txt'],
        );
    });

    it('are left out where it is not sure what is meant', () => {
        for (const text of [
            'error_log = syslog',
            'error_log = logs/php.log',
            'error_log = /dev/stderr',
            'error_log = /proc/self/fd/2',
            'error_log = "${DIR}/x"',
            'error_log = "/a\\"b"',
            ';error_log = /x',
            '(\nerror_log = /x',
            '; see https://www.php.net/',
            'memory_limit = /x',
        ]) {
            assert.deepEqual(links(text), [], text);
        }
        for (const uri of ['untitled:php.ini', 'php-node://shop/application/3/etc/php.ini', 'git:/x/php.ini']) {
            assert.deepEqual(links('error_log = /x', { uri, facts }), [], uri);
        }
    });

    it('are addresses of paths that stand in the text, whatever that is', () => {
        const lines = fc.constantFrom('error_log=', 'browscap = "', 'extension=');
        const path = fc.string({ unit: 'binary' });
        const texts = fc.tuple(lines, path, anyText).map(([line, rest, text]) => `${text}\n${line}/${rest}\n`);
        fc.assert(
            fc.property(mutated(fc.oneof(texts, anyText)), text => {
                for (const link of links(text, onNode).filter(one => !one.includes('-> https://'))) {
                    const [written = '', target = ''] = link.split(' -> ');
                    assert.ok(written.startsWith('/') && text.includes(written), link);
                    assert.ok(target.startsWith(`${nodeUri}/`) && URL.canParse(target), link);
                }
            }),
            { numRuns: 2_000 },
        );
    });
});
