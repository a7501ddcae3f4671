import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hover } from '../../server/src/service/hover.ts';
import { atCursor } from './cursor.ts';

function textOf(marked: string, phpVersion?: string): string | undefined {
    const { context, position } = atCursor(marked, { phpVersion });
    const contents = hover(context, position)?.contents;
    return contents === undefined ? undefined : (contents as { value: string }).value;
}

describe('hover', () => {
    it('explains a directive, with its default, its values and the manual', () => {
        const text = textOf('session.save_ha|ndler = files') ?? '';
        assert.match(text, /\*\*`session\.save_handler`\*\*/);
        assert.match(text, /Default: `files`/);
        assert.match(text, /- `memcached` /);
        assert.match(
            text,
            /https:\/\/www\.php\.net\/manual\/en\/session\.configuration\.php#ini\.session\.save-handler/,
        );
    });

    it('explains one that is commented out, too', () => {
        assert.match(textOf(';session.na|me = X') ?? '', /cookie/);
    });

    it('says what PHP makes of a value that it changes', () => {
        assert.match(textOf('session.cookie_samesite = No|ne') ?? '', /PHP reads \(empty\)\./);
        assert.match(textOf('x = E_ALL &| ~E_NOTICE', '8.3') ?? '', /PHP reads `32759`\./);
        assert.doesNotMatch(textOf('session.name = "AP|P"') ?? '', /PHP reads/);
        assert.doesNotMatch(textOf('session.save_path = "${HO|ST}"') ?? '', /PHP reads/);
    });

    it('says where a line has no effect', () => {
        assert.match(textOf('(\nsession.na|me = X') ?? '', /does not read this line/);
        assert.match(textOf('[HOST=x]\n[Session]\nsession.na|me = X') ?? '', /Only for `\[HOST=x\]`/);
        assert.match(textOf('session.na|me = X\nsession.name = Y') ?? '', /later line/);
    });

    it('knows versions', () => {
        assert.match(textOf('session.cookie_part|itioned = 1', '8.4') ?? '', /PHP 8\.4 ignores it/);
        assert.match(textOf('session.sid_len|gth = 32', '8.4') ?? '', /\*\*Deprecated\*\* since PHP 8\.4/);
        assert.match(textOf('session.cookie_http|only = 1', '8.6') ?? '', /Default: `On`/);
    });

    it('has nothing to say elsewhere', () => {
        for (const marked of [
            '; pro|se',
            '[Ses|sion]',
            '|',
            'unknown.na|me = plain',
            'session.name |= X ; a',
            'bare k|ey',
        ]) {
            const text = textOf(marked);
            assert.ok(text === undefined || marked.includes('session.name'), marked);
        }
    });
});
