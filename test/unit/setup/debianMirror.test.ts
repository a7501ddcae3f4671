import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
    aptOptionsFrom,
    debianMirror,
    mirrorInLines,
    mirrorInStanzas,
} from '../../../client/src/cluster/images/debianMirror.ts';

describe('mirrorInLines', () => {
    it('takes the first archive of Debian itself, without the slash at its end', () => {
        const text = [
            '# deb http://commented.example/debian bookworm main',
            'deb cdrom:[Debian 12]/ bookworm main',
            'deb-src http://sources.example/debian bookworm main',
            'deb https://packages.example/apt cloud-sdk main',
            'deb [signed-by=/k.gpg arch=amd64] http://mirror.example/debian/ bookworm main contrib # near',
            'deb http://security.example/debian-security bookworm-security main',
        ].join('\n');
        assert.equal(mirrorInLines(text), 'http://mirror.example/debian');
    });

    it('finds none where only security updates, other components or Ubuntu are listed', () => {
        assert.equal(mirrorInLines('deb http://m.example/debian-security bookworm-security main\n'), undefined);
        assert.equal(mirrorInLines('deb http://m.example/debian bookworm contrib\n'), undefined);
        assert.equal(mirrorInLines('deb http://m.example/ubuntu noble main\n'), undefined);
    });
});

describe('mirrorInStanzas', () => {
    it('reads deb822, with comments between the fields, lists over several lines, and CRLF', () => {
        const text = [
            'Types: deb-src',
            'URIs: http://sources.example/debian',
            'Suites: bookworm',
            'Components: main',
            '',
            'Types: deb',
            '# a comment',
            'URIs: mirror+file:/etc/apt/mirrors.list',
            '  http://mirror.example/debian/',
            'Suites: bookworm bookworm-updates',
            'Components: main',
            'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
        ];
        assert.equal(mirrorInStanzas(text.join('\n')), 'http://mirror.example/debian');
        assert.equal(mirrorInStanzas(text.join('\r\n')), 'http://mirror.example/debian');
    });

    it('passes over stanzas that are switched off', () => {
        const stanza = 'Types: deb\nURIs: http://m.example/debian\nSuites: trixie\nComponents: main\n';
        assert.equal(mirrorInStanzas(`Enabled: no\n${stanza}`), undefined);
        assert.equal(mirrorInStanzas(stanza), 'http://m.example/debian');
    });
});

describe('debianMirror', () => {
    it('reads sources.list and the files beside it, and falls back on the public archive', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'apt-'));
        try {
            assert.equal(await debianMirror(folder), 'http://deb.debian.org/debian');
            await mkdir(join(folder, 'sources.list.d'));
            await writeFile(join(folder, 'sources.list.d', 'a.list'), 'deb http://other.example/apt stable extra\n');
            await writeFile(join(folder, 'sources.list.d', 'b.save'), 'deb http://old.example/debian bookworm main\n');
            await writeFile(
                join(folder, 'sources.list.d', 'debian.sources'),
                'Types: deb\nURIs: http://m.example/debian\nSuites: bookworm\nComponents: main\n',
            );
            assert.equal(await debianMirror(folder), 'http://m.example/debian');
            await writeFile(join(folder, 'sources.list'), 'deb http://first.example/debian bookworm main\n');
            assert.equal(await debianMirror(folder), 'http://first.example/debian');
        } finally {
            await rm(folder, { recursive: true });
        }
    });
});

describe('aptOptionsFrom', () => {
    it('keeps proxies and switched-off checks, and nothing else', () => {
        const dump = [
            'APT::Architecture "amd64";',
            'Acquire::http::Proxy "http://proxy.example:3128";',
            'Acquire::https::Proxy "";',
            'Acquire::Check-Valid-Until "false";',
            'Acquire::Check-Date "true";',
        ];
        assert.deepEqual(aptOptionsFrom(dump), {
            proxy: 'http://proxy.example:3128',
            lines: ['Acquire::http::Proxy "http://proxy.example:3128";', 'Acquire::Check-Valid-Until "false";'],
        });
        assert.deepEqual(aptOptionsFrom([]), { proxy: undefined, lines: [] });
    });
});
