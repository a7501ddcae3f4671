import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import { LAYERS, type ScriptCall } from '../../../../client/src/cluster/model/model.ts';
import { phpOf } from '../../../../client/src/cluster/node/php.ts';
import { OWN_SOFTWARE, serverTitle, SOFTWARE, UNTOLD_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';
import { root } from '../../../support/run/paths.ts';

const PAGE = { port: 80, file: '/page.php', urlPath: '/page.php?do=facts', header: 'X-Key: key', located: [] };
const TRIAL = { tested: '/usr/sbin/php-fpm', ini: '/php.ini', page: '/page.php', query: '' };

describe('software', () => {
    it('is in the table with each file, under a name of its own', () => {
        const files = globSync('client/src/cluster/software/*.ts', { cwd: root });
        const declared = files.flatMap(file =>
            [
                ...readFileSync(join(root, file), 'utf8').matchAll(
                    /^export const \w+: KnownSoftware = \{\n.*?name: '([^']+)'/gms,
                ),
            ].map(([, name]) => name),
        );
        assert.deepEqual(SOFTWARE.map(({ name }) => name).sort(), declared.sort());
        assert.equal(new Set(declared).size, declared.length);
        assert.equal(new Set(SOFTWARE.map(({ title }) => title)).size, declared.length, 'none is called as another is');
    });

    for (const { name, layer, php, refusal, saveHandler, evict, documentRoots, processes } of SOFTWARE) {
        it(`${name} says what its layer needs, and runs scripts that are there`, () => {
            const ways = [php, refusal].filter(way => way !== undefined);
            assert.equal(
                ways.length,
                layer === 'application' ? 1 : 0,
                'PHP is given a new php.ini, or the reason why not',
            );
            assert.equal(saveHandler !== undefined, layer === 'store');
            assert.ok(
                processes.every(process => process.length <= 15),
                'as the kernel cuts names',
            );
            const calls: (ScriptCall | undefined)[] = [
                evict?.(11211),
                documentRoots,
                php?.locate({ isPublic: true, roots: ['/srv'] }),
                php?.request(PAGE),
                php?.test?.('/php.ini'),
                php?.trial?.(TRIAL),
                ...[php?.reload, php?.patience, php?.overrides, php?.configuration],
            ];
            for (const [script] of calls.filter(call => call !== undefined)) {
                assert.ok(existsSync(join(root, 'client/images/scripts', script)), script);
            }
        });
    }

    it('of managed environments has one for each layer, and so has what a label names the layer of alone', () => {
        for (const table of [OWN_SOFTWARE, UNTOLD_SOFTWARE]) {
            assert.deepEqual(
                LAYERS.map(layer => table[layer].layer),
                [...LAYERS],
            );
        }
        assert.equal(UNTOLD_SOFTWARE.balancer.title, 'proxy');
    });

    it('is called by what serves PHP in it, once for several nodes', () => {
        const named = (...names: string[]) =>
            serverTitle(names.map(name => ({ software: SOFTWARE.find(software => software.name === name)! })));
        assert.equal(named('apache', 'apache'), 'Apache');
        assert.equal(named('nginx+php-fpm', 'php-fpm', 'frankenphp'), 'PHP-FPM, FrankenPHP');
        assert.equal(named('valkey'), 'Valkey');
    });

    for (const name of ['frankenphp', 'octane', 'redis']) {
        it(`${name}: nothing is changed on it, with the reason`, () => {
            const software = SOFTWARE.find(candidate => candidate.name === name)!;
            assert.throws(
                () => phpOf({ name: 'shop-1', software }),
                error => {
                    assert.ok(isOperationError(error, 'unsupported'));
                    assert.match(
                        error.message,
                        name === 'redis' ? /serves no PHP/ : /has not been measured.*Nothing was changed/,
                    );
                    return true;
                },
            );
        });
    }
});
