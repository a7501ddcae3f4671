import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '../../server/src/rules/rule.ts';
import { rules } from '../../server/src/rules/table.ts';
import { diagnose } from '../../server/src/service/diagnostics.ts';
import { parsePhpIni } from '../../server/src/syntax/document.ts';

function unexpectedFailure(rule: Rule, error: unknown): never {
    throw new Error(`Rule ${rule.code} threw`, { cause: error });
}

/** `code: the text marked`, of each finding. */
function findings(text: string, phpVersion = '8.4'): string[] {
    const document = parsePhpIni(text, { phpVersion });
    return diagnose(document, unexpectedFailure).map(({ code, range }) => {
        const { starts } = document.lines;
        const start = (starts[range.start.line] ?? 0) + range.start.character;
        const end = (starts[range.end.line] ?? 0) + range.end.character;
        return `${String(code)}: ${text.slice(start, end)}`;
    });
}

const memcached = 'session.save_handler = memcached\n';

const failing: [string, string[]][] = [
    ['a = 1\n# say "hi"\nb = 2\n', ['syntax-error: "']],
    ['a = b=c\n', ['syntax-error: =']],
    [`a = x 'y\n`, [`syntax-error: '`]],
    ['session.cookie_samesite = None\n', ['samesite-none-unquoted: None']],
    ['session.save_handler = memcache2\n', []],
    ['session.save_handler = memchached\n', ['handler-unknown: memchached']],
    ['session.save_handler = file\n', ['handler-unknown: file']],
    ['session.save_handler = reddis\n', ['handler-unknown: reddis']],
    [`${memcached}session.save_path = "tcp://h:11211"\n`, ['path-scheme: "tcp://h:11211"']],
    [`${memcached}session.save_path = tcp://h:11211,tcp://i:11211\n`, ['path-scheme: tcp://h:11211,tcp://i:11211']],
    [`${memcached}session.save_path = "h:11211;i:11211"\n`, ['path-separator: "h:11211;i:11211"']],
    [`${memcached}session.save_path = "h:11211 i:11211"\n`, ['path-separator: "h:11211 i:11211"']],
    [`${memcached}session.save_path = h:11211;i:11211\n`, ['path-separator: h:11211;i:11211']],
    [`${memcached}session.save_path = "/var/lib/php/sessions"\n`, ['handler-path-mismatch: "/var/lib/php/sessions"']],
    [`${memcached}session.save_path =\n`, ['handler-path-mismatch: session.save_path']],
    ['session.save_handler = files\nsession.save_path = "h:11211"\n', ['handler-path-mismatch: "h:11211"']],
];

const passing = [
    '',
    "a = 1\n; it's\n# plain\n[Session]\n",
    'session.cookie_samesite = "None"\n',
    'session.cookie_samesite = Off\n',
    'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\n',
    'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\n',
    'session.save_path = "tcp://h:11211"\n',
    `${memcached}session.save_path = "h:11211,i:11211"\n`,
    `${memcached}session.save_path = "h:11211, i:11211"\n`,
    `${memcached}session.save_path = "h:11211 2"\n`,
    `${memcached}session.save_path = "/run/memcached.sock"\n`,
    `${memcached}session.save_path = h:11211 ; tcp://old:11211\n`,
    `${memcached}session.save_path = h:11211 ;i:11211\n`,
    `${memcached}session.save_path = "\${STORES}"\n`,
    `${memcached}session.save_path = ""\nsession.save_path = "h:11211"\n`,
    `session.save_handler = memcached\n[HOST=x]\nsession.save_path = "tcp://h:11211"\n`,
    'session.save_handler = files\nsession.save_path = "5;/tmp"\n',
    'session.save_handler = files\nsession.save_path = "C:\\sessions"\n',
    'session.save_handler = memcacheD\n',
    'session.save_handler = user\n',
    'session.save_handler = my_own_handler\n',
];

describe('rules', () => {
    for (const [text, expected] of failing) {
        it(`finds ${JSON.stringify(expected)} in ${JSON.stringify(text)}`, () => {
            assert.deepEqual(findings(text), expected);
        });
    }

    for (const text of passing) {
        it(`keeps quiet about ${JSON.stringify(text)}`, () => {
            assert.deepEqual(findings(text), []);
        });
    }

    it('says nothing about lines that PHP does not reach', () => {
        assert.deepEqual(findings('(\nsession.cookie_samesite = None\n'), ['syntax-error: (']);
    });

    it('judges by the PHP version', () => {
        assert.deepEqual(findings(']\n', '8.2'), []);
        assert.deepEqual(findings(']\n', '8.4'), ['syntax-error: ]']);
    });

    it('goes on without a rule that throws', () => {
        const broken: Rule = {
            code: 'broken',
            severity: 'error',
            check: () => {
                throw new Error('oops');
            },
        };
        const failures: string[] = [];
        const found = diagnose(parsePhpIni('(\n'), rule => failures.push(rule.code), [broken, ...rules]);
        assert.deepEqual(failures, ['broken']);
        assert.equal(found.length, 1);
    });

    it('have codes of their own', () => {
        assert.equal(new Set(rules.map(rule => rule.code)).size, rules.length);
    });
});
