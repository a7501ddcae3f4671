// Lints the shell, PHP, Perl and Lua of the repository: every such file that git knows or would, found by its ending or
// its #! line.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

type Language = 'shell' | 'php' | 'perl' | 'lua';
type Command = readonly [program: string, ...args: string[]];

const endings: Readonly<Record<string, Language>> = { sh: 'shell', php: 'php', pl: 'perl', lua: 'lua' };
const interpreters: readonly (readonly [RegExp, Language])[] = [
    [/\b(?:ba|da)?sh$/, 'shell'],
    [/\bphp$/, 'php'],
    [/\bperl$/, 'perl'],
    [/\blua$/, 'lua'],
];

/**
 * What is run on the files of a language; settings that need a reason are in .luacheckrc and .perlcriticrc.
 */
const linters: Readonly<Record<Language, (files: readonly string[]) => readonly Command[]>> = {
    shell: files => [['shellcheck', ...files]],
    // One file at a time: others are arguments to it before PHP 8.3.
    php: files => files.map(file => ['php', '-n', '-d', 'display_errors=stderr', '-l', file]),
    // What is no Perl at all, the linter does not say.
    perl: files => [...files.map((file): Command => ['perl', '-wc', file]), ['perlcritic', '--quiet', ...files]],
    lua: files => [['luacheck', '--quiet', '--codes', '--no-color', ...files]],
};

function languageOf(path: string): Language | undefined {
    const ending = endings[/\.(\w+)$/.exec(path)?.[1] ?? ''];
    return ending ?? interpreters.find(([pattern]) => pattern.test(interpreterOf(path)))?.[1];
}

/** Of the #! line: `/bin/bash`, `/usr/bin/env bash`; without options. */
function interpreterOf(path: string): string {
    const start = Buffer.alloc(80);
    const file = openSync(join(root, path), 'r');
    try {
        readSync(file, start);
    } finally {
        closeSync(file);
    }
    return /^#! *([^\n]*?)(?: -[^\n]*)?\n/.exec(start.toString('latin1'))?.[1] ?? '';
}

function run([program, ...args]: Command): { readonly done: boolean; readonly output: string } {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
    if (error) {
        throw new Error(
            `${program} could not be run (${error.message}): install it; npm run check does so on Debian and Ubuntu, as root.`,
        );
    }
    return { done: status === 0, output: `${stdout}${stderr}` };
}

const listed = run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
if (!listed.done) {
    throw new Error(`The files of the repository could not be listed: ${listed.output}`);
}
const paths = listed.output.split('\0').filter(path => path !== '' && existsSync(join(root, path)));
for (const [language, commands] of Object.entries(linters)) {
    const files = paths.filter(path => languageOf(path) === language);
    if (files.length === 0) {
        throw new Error(`No file of ${language} was found: the search for them is wrong.`);
    }
    const failed = commands(files)
        .map(run)
        .filter(({ done }) => !done);
    for (const { output } of failed) {
        console.error(output);
        process.exitCode = 1;
    }
}
