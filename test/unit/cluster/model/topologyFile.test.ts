import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import type { Topology } from '../../../../client/src/cluster/model/topology.ts';
import {
    checkTopologyPaths,
    defaultTopology,
    LIMITS,
    parseTopologyFile,
    renderTopologyFile,
    topologyFromLabel,
    topologyToLabel,
    validateTopology,
    withNodes,
} from '../../../../client/src/cluster/model/topologyFile.ts';

const directory = resolve('/srv/shop');

function parse(...lines: string[]): Topology {
    return parseTopologyFile(lines.join('\n'), { directory });
}

const integer = ({ from, to }: { from: number; to: number }) => fc.integer({ min: from, max: to });

const segments = fc
    .string({
        unit: fc.oneof(
            fc.constantFrom(' ', ';', '#', '"', "'", '=', '\\', '[', ']', '%', '$', '.', '-', ':', 'a', 'ä', '\t'),
            fc.string({ minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
        maxLength: 12,
    })
    .filter(segment => !/[/\0]/.test(segment) && segment !== '.' && segment !== '..');

/** As a document root is after `resolve`. */
const documentRoots = fc
    .tuple(fc.boolean(), fc.array(segments, { maxLength: 3 }))
    .map(([isBelow, parts]) => resolve(isBelow ? directory : '/', ...parts));

const images = fc.constantFrom('php:8.4-apache', 'my/php-apache', 'registry.example.com:5000/team/php:1.0_x');

/** With a prototype, as what they are compared with. */
const plain = { noNullPrototype: true };

const topologies: fc.Arbitrary<Topology> = fc.record(
    {
        name: fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,29}[a-z0-9])?$/),
        balancer: fc.record(
            {
                port: integer(LIMITS.port),
                address: fc.ipV4(),
                retryNonIdempotent: fc.boolean(),
                readTimeout: integer(LIMITS.readTimeout),
            },
            plain,
        ),
        application: fc
            .tuple(
                integer(LIMITS.applicationNodes),
                fc.option(images, { nil: undefined }),
                fc.option(documentRoots, { nil: undefined }),
            )
            .map(([nodes, image, documentRoot]) => ({
                nodes,
                php: '8.4',
                ...(image !== undefined && { image }),
                ...(documentRoot !== undefined && { documentRoot }),
            })),
        store: fc.record(
            { nodes: integer(LIMITS.storeNodes), memory: integer(LIMITS.memory), replicate: fc.boolean() },
            plain,
        ),
    },
    plain,
);

describe('the topology file', () => {
    it('reads as the topology that it was written from', () => {
        fc.assert(
            fc.property(
                topologies,
                fc.constantFrom('\n', '\r\n'),
                fc.constantFrom('', '\uFEFF'),
                (topology, end, mark) => {
                    const text = mark + renderTopologyFile(topology, { directory }).replaceAll('\n', end);
                    assert.deepEqual(parseTopologyFile(text, { directory }), topology, text);
                },
            ),
            { numRuns: 1000 },
        );
    });

    it('writes a document root below the file relative to it, and others whole', () => {
        const render = (documentRoot: string) => {
            const topology = defaultTopology('shop');
            const text = renderTopologyFile(
                { ...topology, application: { ...topology.application, documentRoot } },
                { directory },
            );
            return /^document_root = (.*)$/m.exec(text)?.[1];
        };
        assert.equal(render('/srv/shop/public'), './public');
        assert.equal(render('/srv/shop/my site'), './my site');
        assert.equal(render('/srv/shop'), './');
        assert.equal(render('/srv/shopping'), '/srv/shopping');
        assert.equal(render('/srv/shop/a;b'), '"./a;b"');
        assert.equal(render('/srv/shop/..hidden'), './..hidden');
    });

    it('reads comments behind values and headings, quotes, indents and defaults', () => {
        const text = [
            '; session-cluster.ini',
            'name = shop',
            '  [balancer]   ; what visitors see',
            '    port = 8081                 ; on 127.0.0.1; "address" to publish elsewhere',
            '[application]',
            'nodes = 3 # three',
            'document_root = "./a ; b#c = \\"d\\"" ; not all of this',
            '[ store ]',
            "memory = '1g'",
            'nodes = 3',
            '[balancer]',
            'retry_non_idempotent = true',
        ];
        assert.deepEqual(parse(...text), {
            name: 'shop',
            balancer: { port: 8081, address: '127.0.0.1', retryNonIdempotent: true, readTimeout: 60 },
            application: { nodes: 3, php: '8.4', documentRoot: resolve(directory, 'a ; b#c = "d"') },
            store: { nodes: 3, memory: 1024, replicate: true },
        });
        assert.deepEqual(parse('name=shop'), defaultTopology('shop'));
    });

    it('lets an image bring its own PHP', () => {
        const { application } = parse('name = shop', '[application]', 'image = my/php-apache:latest');
        assert.equal(application.image, 'my/php-apache:latest');
    });

    describe('refuses, naming line and key', () => {
        const cases: readonly [string, readonly string[], RegExp][] = [
            [
                'an unknown section',
                ['name = a', '', '[blancer]'],
                /line 3: there is no section \[blancer\].*balancer, application, store/,
            ],
            [
                'a section by the name of a method',
                ['name = a', '[toString]', 'x = 1'],
                /line 2: there is no section \[toString\]/,
            ],
            [
                'an unknown key',
                ['name = a', '[store]', 'memroy = 64M'],
                /line 3: there is no key memroy in \[store\].*nodes, memory/,
            ],
            [
                'a key of another section',
                ['name = a', '[store]', 'port = 80'],
                /line 3: there is no key port in \[store\]/,
            ],
            [
                'a key by the name of a method',
                ['constructor = a'],
                /line 1: there is no key constructor before the first heading/,
            ],
            ['a list', ['name = a', '[store]', 'nodes[] = 1'], /line 3: there is no key nodes\[\]/],
            [
                'a heading without its end',
                ['name = a', '[application]', '[store', 'nodes = 1'],
                /line 3: \[store is no heading/,
            ],
            ['a heading with more behind it', ['name = a', '[store] nodes = 1'], /line 2: .* is no heading/],
            ['a value without a key', ['name = a', '= 5'], /line 2: there is no key/],
            ['a key without a value', ['name = a', '[store]', 'nodes'], /line 3: nodes in \[store\] has no value/],
            ['an empty value', ['name ='], /line 1: name has no value/],
            ['a value that is a comment', ['name = ; shop'], /line 1: name has no value/],
            ['a word that is no text', ['name = true'], /line 1: name cannot be true/],
            ['half a pair of quotes', ['name = "shop'], /line 1: name has a quotation mark without its partner/],
            [
                'more than a pair of quotes',
                ['name = "shop" two'],
                /line 1: name has a quotation mark without its partner/,
            ],
            [
                'a Windows path between quotes',
                ['name = a', '[application]', 'document_root = "C:\\site"'],
                /line 3: document_root in \[application\] must have \\\\ /,
            ],
            ['a bad name', ['name = Shop_1'], /line 1: name must be small letters.*"Shop_1"/],
            ['a name that ends with a hyphen', ['name = shop-'], /line 1: name must be/],
            ['a name that is too long', [`name = ${'a'.repeat(32)}`], /line 1: name must be/],
            ['no name', ['[store]', 'nodes = 1'], /session-cluster\.ini: name must be/],
            [
                'a port that is none',
                ['name = a', '[balancer]', 'port = 65536'],
                /line 3: port in \[balancer\] must be a whole number from 0 to 65535, not 65536/,
            ],
            [
                'a port with a unit',
                ['name = a', '[balancer]', 'port = 80/tcp'],
                /line 3: port in \[balancer\] must be a whole number, not "80\/tcp"/,
            ],
            [
                'an address that is none',
                ['name = a', '[balancer]', 'address = localhost'],
                /line 3: address in \[balancer\] must be an IPv4 address, not "localhost"/,
            ],
            [
                'no nodes',
                ['name = a', '[application]', 'nodes = 0'],
                /line 3: nodes in \[application\] must be a whole number from 1 to 32, not 0/,
            ],
            [
                'a negative number',
                ['name = a', '[application]', 'nodes = -1'],
                /line 3: nodes in \[application\] must be a whole number, not "-1"/,
            ],
            [
                'a PHP that the image has not',
                ['name = a', '[application]', 'php = 5.6'],
                /line 3: php in \[application\] must be 8\.4/,
            ],
            [
                'an image that is none',
                ['name = a', '[application]', 'image = My Image'],
                /line 3: image in \[application\] must be the name of an image/,
            ],
            [
                'PHP and image',
                ['name = a', '[application]', 'image = b', 'php = 8.4'],
                /line 4: php in \[application\] cannot be chosen together with image/,
            ],
            [
                'memory without a unit',
                ['name = a', '[store]', 'memory = 64'],
                /line 3: memory in \[store\] must be a size/,
            ],
            [
                'too little memory',
                ['name = a', '[store]', 'memory = 1M'],
                /line 3: memory in \[store\] must be a whole number from 8 to 16384 MiB, not 1/,
            ],
            [
                'a choice that is neither true nor false',
                ['name = a', '[store]', 'replicate = 1'],
                /line 3: replicate in \[store\] must be true or false, not "1"/,
            ],
            [
                'a read time-out of none',
                ['name = a', '[balancer]', 'read_timeout = 0'],
                /line 3: read_timeout in \[balancer\] must be a whole number from 1 to 3600 seconds, not 0/,
            ],
            ['the last of two values', ['name = a', '[store]', 'nodes = 1', 'nodes = 9'], /line 4: nodes in \[store\]/],
        ];
        for (const [name, lines, says] of cases) {
            it(name, () => {
                assert.throws(
                    () => parse(...lines),
                    error => {
                        assert.ok(isOperationError(error, 'invalid'), String(error));
                        assert.match(error.message, says);
                        assert.match(error.message, /Nothing was changed/);
                        return true;
                    },
                );
            });
        }
    });

    it('throws nothing but what a person can read, whatever the text', () => {
        const pieces = fc.constantFrom(
            ...[
                '[store]',
                '[',
                ']',
                '__proto__',
                'name',
                'nodes',
                'memory',
                '=',
                ' ',
                '\n',
                ';',
                '#',
                '"',
                "'",
                '\\',
                '64M',
                '1',
                '.',
            ],
        );
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.string(),
                    fc.array(pieces).map(parts => parts.join('')),
                ),
                text => {
                    try {
                        validateTopology(parseTopologyFile(text, { directory }));
                    } catch (error) {
                        assert.ok(isOperationError(error, 'invalid'), String(error));
                    }
                },
            ),
            { numRuns: 2000 },
        );
    });
});

describe('a topology', () => {
    it('goes through a label, but for how the balancer waits and repeats, also of an earlier version', () => {
        fc.assert(
            fc.property(topologies, topology => {
                const { port, address } = topology.balancer;
                const recorded = { ...topology, balancer: { port, address } };
                assert.deepEqual(topologyFromLabel(topologyToLabel(topology)), recorded);
                assert.deepEqual(topologyFromLabel(JSON.stringify(topology)), recorded);
            }),
        );
    });

    it('replicates from two stores on unless told otherwise, also when their number changes', () => {
        const one = parse('name = shop');
        const two = withNodes(one, { store: 2 });
        assert.equal(one.store.replicate, false);
        assert.deepEqual(two.store, { nodes: 2, memory: 64, replicate: true });
        assert.deepEqual(withNodes(two, { store: 1, application: 5 }), {
            ...one,
            application: { nodes: 5, php: '8.4' },
        });
        const chosen = parse('name = shop', '[store]', 'nodes = 2', 'replicate = false');
        assert.equal(withNodes(chosen, { store: 4 }).store.replicate, false);
    });

    it('is not made of a label that somebody else set', () => {
        const half = { ...defaultTopology('shop'), store: { nodes: 1 } };
        for (const label of [undefined, '', 'shop', 'null', '[]', '{}', '{"name":"shop"}', JSON.stringify(half)]) {
            assert.equal(topologyFromLabel(label), undefined, label);
        }
    });

    it('must have a document root that is a folder', async () => {
        const withRoot = (documentRoot: string): Topology => {
            const topology = defaultTopology('shop');
            return { ...topology, application: { ...topology.application, documentRoot } };
        };
        await checkTopologyPaths(defaultTopology('shop'));
        await checkTopologyPaths(withRoot(import.meta.dirname));
        await assert.rejects(checkTopologyPaths(withRoot(import.meta.filename)), /is not a folder/);
        await assert.rejects(checkTopologyPaths(withRoot('/nowhere/at/all')), /is not there/);
    });
});
