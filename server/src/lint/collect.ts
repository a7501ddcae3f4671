import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isPhpIniName } from '../phpIni/phpIniName.ts';
import { walk } from '../phpIni/project/walk.ts';
import { isPhpIniText } from '../phpIni/claim/content.ts';
import { embeddedKind, mayHoldSettings } from '../phpIni/embeddedFiles.ts';
import { UsageError } from './arguments.ts';

/** A file that is to be checked. */
export interface Input {
    readonly path: string;
    readonly text: string;
    /** A folder was named, and the file lies right in it: PHP may scan that. */
    readonly isOfNamed?: boolean;
}

/** The files that were named, and those below folders that were. Rejects with a UsageError for what cannot be read. */
export async function collect(paths: readonly string[]): Promise<Input[]> {
    const found = new Map<string, Input>();
    const add = (input: Input): void => {
        if (!found.has(input.path)) {
            found.set(input.path, input);
        }
    };
    for (const named of paths) {
        if (!isFolder(named)) {
            add({ path: named, text: read(named) });
            continue;
        }
        for await (const path of walk(named)) {
            const text = read(path);
            if (isOurs(path, text)) {
                add({ path, text, isOfNamed: path.endsWith('.ini') && isSame(dirname(path), named) });
            }
        }
    }
    return [...found.values()];
}

function isFolder(path: string): boolean {
    try {
        return statSync(path).isDirectory();
    } catch (error) {
        throw unreadable(path, error);
    }
}

function read(path: string): string {
    try {
        return readFileSync(path, 'utf8');
    } catch (error) {
        throw unreadable(path, error);
    }
}

function unreadable(path: string, error: unknown): UsageError {
    return new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
}

function isSame(folder: string, named: string): boolean {
    return relative(named, folder) === '';
}

function isOurs(path: string, text: string): boolean {
    const name = basename(path);
    if (embeddedKind(name) !== undefined) {
        return mayHoldSettings(text);
    }
    return (
        isPhpIniName(name) ||
        isPartOfPhps(path) ||
        isBehindMain(path) ||
        name === '.user.ini' ||
        isPhpIniText(path, text)
    );
}

/** `php-fpm.ini`, `docker-php-ext-redis.ini`; not what starts FPM. */
function isPartOfPhps(path: string): boolean {
    return /^(?:docker-)?php-[\w.-]+\.ini$/.test(basename(path)) && !/[\\/]supervisord?(?:\.d|[\\/])/.test(path);
}

/** In a folder that PHP scans, beside the php.ini that it reads first. */
function isBehindMain(path: string): boolean {
    return isScanned(path) && existsSync(join(dirname(dirname(path)), 'php.ini'));
}

/** `conf.d`, `php.d`: as folders are called that PHP scans. */
export function isScanned(file: string): boolean {
    return file.endsWith('.ini') && basename(dirname(file)).endsWith('.d');
}
