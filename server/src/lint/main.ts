#!/usr/bin/env node
import { help, readArguments, UsageError, wantsJson } from './arguments.ts';
import { collect } from './collect.ts';
import { isAtLeast } from './finding.ts';
import { formats } from './formats/formats.ts';
import { lint } from './lint.ts';
import { withPhp } from './whichPhp.ts';

/** A contract with scripts. */
const exitStatus = { nothing: 0, found: 1, wrongUsage: 2 } as const;

async function run(args: readonly string[]): Promise<number> {
    try {
        const { paths, phpVersion, profile, format, failOn, wantsHelp } = readArguments(args);
        if (wantsHelp) {
            print(format === 'json' ? JSON.stringify({ help }, undefined, 2) : help);
            return exitStatus.nothing;
        }
        const result = lint(await withPhp(await collect(paths), phpVersion), { profile, onFailure });
        print(formats[format](result));
        return result.findings.some(({ severity }) => isAtLeast(severity, failOn))
            ? exitStatus.found
            : exitStatus.nothing;
    } catch (error) {
        if (error instanceof UsageError) {
            refuse(error.message, wantsJson(args));
            return exitStatus.wrongUsage;
        }
        throw error;
    }
}

/** A rule that threw is a mistake of ours: the others have been heard, and the run goes on. */
function onFailure(code: string, path: string, error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Rule ${code} failed on ${path}, and is left out: ${what}\n`);
}

function refuse(what: string, asJson: boolean): void {
    const next = 'Add --help for what there is';
    process.stderr.write(`${what}. ${next}.\n`);
    if (asJson) {
        const error = { code: 'usage', message: `${what}. ${next}.`, what, next };
        print(JSON.stringify({ error }, undefined, 2));
    }
}

function print(text: string): void {
    if (text !== '') {
        process.stdout.write(`${text}\n`);
    }
}

// A reader that has gone has read what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
        throw error;
    }
});
void run(process.argv.slice(2)).then(status => {
    process.exitCode = status;
});
