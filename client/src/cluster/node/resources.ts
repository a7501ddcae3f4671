import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScriptCall } from '../model/model.ts';

/** The folder of Dockerfiles and scripts: beside the bundle, or in the source tree. */
export function imagesFolder(): string {
    const bundled = fileURLToPath(new URL('./images', import.meta.url));
    return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../../images', import.meta.url));
}

/**
 * The text of a file of `images/scripts`: of what runs inside nodes and is no part of their images, by the room that
 * runs it.
 */
export async function readScript(name: string): Promise<string> {
    return readFile(join(imagesFolder(), 'scripts', name), 'utf8');
}

/** The argument vector that runs a script of `images/scripts` inside a node. */
export async function scriptCommand(name: string, ...args: string[]): Promise<string[]> {
    return commandOf(name, await readScript(name), ...args);
}

export async function callCommand([name, ...args]: ScriptCall): Promise<string[]> {
    return scriptCommand(name, ...args);
}

/**
 * The argument vector that runs a script: a shell script in the shell that its first line names, a Perl script in Perl,
 * a PHP script in a PHP that reads no php.ini. Its text goes with the command, so that nothing has to be written to the
 * node.
 */
export function commandOf(name: string, text: string, ...args: string[]): string[] {
    if (text.startsWith('#!/usr/bin/perl\n')) {
        return ['perl', '-e', text, '--', ...args];
    }
    const shell = /^#!\/bin\/(\w+)\n/.exec(text)?.[1];
    // `-r` wants PHP without its tag.
    return shell === undefined
        ? ['php', '-n', '-r', text.replace(/^<\?php\n/, ''), '--', ...args]
        : [shell, '-c', text, name, ...args];
}
