import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
    CLIENT_COMMANDS,
    type ClusterFacts,
    MASKED_VALUE,
    type PhpFacts,
} from '../../../server/src/phpIni/protocol.ts';
import { codeLenses } from '../../../server/src/service/codeLenses.ts';
import { mayBe } from '../../../server/src/phpIni/masked.ts';
import { contextOf } from '../support/cursor.ts';
import { nodeUri, phpFacts, shop } from '../support/nodes.ts';

const path = '/etc/php/8.4/apache2/php.ini';

function commands(text: string, uri: string, facts?: ClusterFacts) {
    return codeLenses(contextOf(text, { uri, facts })).map(({ command, range }) => {
        assert.deepEqual(range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
        return command;
    });
}

function withFiles(...texts: (string | undefined)[]): PhpFacts[] {
    return texts.map(text => phpFacts({}, text === undefined ? {} : { files: { [path]: text } }));
}

describe('code lenses', () => {
    const apply = { command: CLIENT_COMMANDS.applyToAllApplicationNodes, arguments: [nodeUri] };

    it('apply a file of a node to all nodes', () => {
        assert.deepEqual(commands('a = 1', nodeUri, shop(withFiles('a = 1', 'a = 1', undefined))), [
            { title: 'Apply to 3 nodes', ...apply },
        ]);
        assert.deepEqual(commands('a = 1', nodeUri, shop(withFiles('a = 1'))), [
            { title: 'Apply to 1 node', ...apply },
        ]);
    });

    it('tell which nodes have another text under the same path', () => {
        const compare = CLIENT_COMMANDS.compareWithNode;
        assert.deepEqual(commands('a = 1', nodeUri, shop(withFiles('a = 1', 'a = 2', 'a = 1')))[1], {
            title: 'shop-application-2 differs',
            command: compare,
            arguments: [nodeUri, 'shop-application-2'],
        });
        assert.deepEqual(commands('a = 1', nodeUri, shop(withFiles('a = 1', 'a = 2', 'a = 3')))[1], {
            title: '2 nodes differ',
            command: compare,
            arguments: [nodeUri],
        });
    });

    it('find the file behind a symbolic link', () => {
        const link = '/etc/php/8.4/apache2/conf.d/20-x.ini';
        const real = '/etc/php/8.4/mods-available/x.ini';
        const uri = `php-node://shop/application/1${real}`;
        const other = phpFacts({}, { files: { [link]: 'a = 2' }, links: { [link]: real } });
        assert.equal(commands('a = 1', uri, shop([phpFacts({}), other])).length, 2);
        assert.equal(commands('a = 2', uri, shop([phpFacts({}), other])).length, 1);
    });

    it('do not take a masked password for a difference', () => {
        const text = 'a = 1\nmysqli.default_pw = geheim\nsession.save_path = "tcp://h?auth=x&b=1,tcp://i?auth=y"\n';
        const masked = text
            .replace('geheim', MASKED_VALUE)
            .replace('=x&', `=${MASKED_VALUE}&`)
            .replace('=y"', `=${MASKED_VALUE}"`);
        assert.equal(commands(text, nodeUri, shop(withFiles(text, masked))).length, 1);
        for (const other of [
            masked.replace('a = 1', 'a = 2'),
            masked.replace('b=1', 'b=2'),
            `${masked}b = 1\n`,
            masked.replace('default_pw', 'default_px'),
        ]) {
            assert.equal(commands(text, nodeUri, shop(withFiles(text, other))).length, 2, other);
        }
    });

    it('compare what is not masked, in its order', () => {
        assert.ok(mayBe(`a=${MASKED_VALUE}&b=${MASKED_VALUE};`, 'a=1&b=2;'));
        assert.ok(!mayBe(`a=${MASKED_VALUE}&b`, 'a=1&c'));
        assert.ok(!mayBe(`&b a=${MASKED_VALUE}&b=${MASKED_VALUE}`, '&b a=1=2'));
        assert.ok(!mayBe(`aa=${MASKED_VALUE}a=${MASKED_VALUE}`, 'aa=12'));
        assert.ok(!mayBe(`a=${MASKED_VALUE}`, 'a='));
        assert.ok(!mayBe(`a=${MASKED_VALUE}`, 'a=1\nb=1'));
        assert.ok(mayBe('a', 'a') && !mayBe('a', 'b'));
    });

    it('apply a local php.ini to the nodes of each environment', () => {
        const one = shop(withFiles('a = 1', 'a = 1'));
        const uri = 'file:///srv/php.ini';
        assert.deepEqual(commands('a = 1', uri, one), [
            {
                title: 'Apply to 2 nodes of shop',
                command: CLIENT_COMMANDS.applyToAllApplicationNodes,
                arguments: [uri, 'shop'],
            },
        ]);
        const many = {
            environments: ['a', 'b', 'c', 'd'].flatMap(name => one.environments.map(shop1 => ({ ...shop1, name }))),
        };
        assert.deepEqual(
            commands('', uri, { environments: many.environments.slice(0, 2) }).map(command => command?.title),
            ['Apply to 2 nodes of a', 'Apply to 2 nodes of b'],
        );
        assert.deepEqual(
            commands('', uri, many).map(command => command?.title),
            ['Apply to an environment'],
        );
    });

    it('leave alone what is not to be applied', () => {
        const facts = shop(withFiles('a = 1'));
        assert.deepEqual(commands('a = 1', 'file:///srv/php.ini'), []);
        assert.deepEqual(commands('a = 1', 'file:///srv/php.ini', shop([])), []);
        assert.deepEqual(commands('a = 1', 'file:///srv/.user.ini', facts), []);
        assert.deepEqual(commands('a = 1', 'file:///srv/conf.d/20-memcached.ini', facts), []);
        assert.equal(commands('a = 1', 'file:///srv/php.ini-production', facts).length, 1);
        assert.equal(commands('a = 1', 'file:///srv/php-fpm.ini', facts).length, 1);
    });
});
