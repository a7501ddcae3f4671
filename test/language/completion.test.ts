import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem } from 'vscode-languageserver';
import { complete } from '../../server/src/service/completion.ts';
import { toOffset } from '../../server/src/service/positions.ts';
import { atCursor } from './cursor.ts';

function labels(marked: string, phpVersion?: string): string[] {
    const { context, position } = atCursor(marked, { phpVersion });
    return complete(context, position).map(item => item.label);
}

/** The text after the item of that label was chosen. */
function applied(marked: string, label: string): string {
    const { context, document, position } = atCursor(marked);
    const item: CompletionItem | undefined = complete(context, position).find(candidate => candidate.label === label);
    const edit = item?.textEdit;
    assert.ok(edit && 'range' in edit, `${label} at ${marked}`);
    const { text } = document;
    return (
        text.slice(0, toOffset(document, edit.range.start)) +
        edit.newText +
        text.slice(toOffset(document, edit.range.end))
    );
}

describe('completion', () => {
    it('offers the names of directives where a line starts', () => {
        const names = labels('[Session]\nses|');
        assert.ok(names.includes('session.save_path'));
        assert.ok(names.includes('memcached.sess_lock_expire'));
        assert.equal(
            applied('[Session]\r\n  session.save_h|', 'session.save_handler'),
            '[Session]\r\n  session.save_handler = ',
        );
        assert.equal(applied('|', 'session.name'), 'session.name = ');
    });

    it('replaces the whole name, and keeps an = that is there', () => {
        assert.equal(applied('session.sa|ve_path = x', 'session.save_handler'), 'session.save_handler = x');
    });

    it('offers what the PHP version knows', () => {
        assert.ok(!labels('|', '8.4').includes('session.cookie_partitioned'));
        assert.ok(labels('|', '8.5').includes('session.cookie_partitioned'));
        assert.ok(!labels('|', '8.4').includes('session.hash_function'));
    });

    it('marks deprecated directives', () => {
        const { context, position } = atCursor('|');
        const item = complete(context, position).find(({ label }) => label === 'session.sid_length');
        assert.deepEqual(item?.tags, [1]);
    });

    it('offers values behind the =', () => {
        assert.deepEqual(labels('session.save_handler = |').slice(0, 2), ['files', 'memcached']);
        assert.deepEqual(labels('session.use_strict_mode=|'), ['On', 'Off']);
        assert.deepEqual(labels('session.save_path = |'), []);
        assert.deepEqual(labels('unknown.name = |'), []);
        assert.equal(
            applied('session.save_handler = fi| ; here', 'memcached'),
            'session.save_handler = memcached ; here',
        );
        assert.equal(applied('session.cookie_samesite = "|"', '"None"'), 'session.cookie_samesite = "None"');
        assert.equal(applied('session.cookie_samesite =|\n', '"Lax"'), 'session.cookie_samesite ="Lax"\n');
    });

    it('keeps quiet in comments, headings and long strings', () => {
        assert.deepEqual(labels('; ses|'), []);
        assert.deepEqual(labels('session.name = x ; |'), []);
        assert.deepEqual(labels('[Ses|'), []);
        assert.deepEqual(labels('x = "a\nses|"'), []);
    });

    it('works on lines behind a syntax error', () => {
        assert.ok(labels('(\nses|').includes('session.name'));
        assert.deepEqual(labels('session.lazy_write = "|'), ['On', 'Off']);
    });
});
