import { parseArgs } from 'node:util';
import { compareVersions } from '../phpIni/syntax/dialect.ts';
import { NEWEST_PROVEN, OLDEST_PROVEN } from '../phpIni/versions.ts';
import { AUDIT_PROFILES, type AuditProfile } from '../phpIni/audit.ts';
import type { Severity } from '../rules/rule.ts';
import { severities } from './finding.ts';
import { formats, type FormatName } from './formats/formats.ts';

export interface LintArguments {
    readonly paths: readonly string[];
    /** Undefined where nobody says. */
    readonly phpVersion: string | undefined;
    /** Whose opinions are wanted; none where nobody says. */
    readonly profile: AuditProfile | undefined;
    readonly format: FormatName;
    readonly failOn: Severity;
    readonly wantsHelp: boolean;
}

/** What was asked for cannot be done: the sentence says why. */
export class UsageError extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'UsageError';
    }
}

export const help = `Usage: php-ini-lint [options] FILES…

Checks php.ini files as the language server does: a php.ini, a .user.ini, folders that PHP
scans (conf.d) in the order in which it reads them, pools of PHP-FPM, Apache's vhosts and
.htaccess, and what Dockerfiles and Compose files set. Of a folder, all of these below it.

  --php VERSION     the PHP that reads them, ${OLDEST_PROVEN} to ${NEWEST_PROVEN}; found by the files around them unless told
  --profile PROFILE what others think is right, as well: ${AUDIT_PROFILES.join(', ')}
  --format FORMAT   ${Object.keys(formats).join(', ')}
  --json            the same as --format json
  --fail-on LEVEL   ${severities.join(', ')}: what ends with status 1; ${severities[0] ?? ''} unless told
  --help            this text

Exit status: 0 nothing found at that level, 1 something found, 2 wrong usage.`;

/** Throws a UsageError. */
export function readArguments(args: readonly string[]): LintArguments {
    const { values, positionals } = parsed(args);
    const {
        php,
        profile,
        format = values.json === true ? 'json' : 'text',
        'fail-on': failOn = 'error',
        help: wantsHelp,
    } = values;
    if (values.json === true && format !== 'json') {
        throw new UsageError(`--json and --format ${format} are two forms`);
    }
    if (!isFormat(format)) {
        throw new UsageError(`There is no format ${format}, but ${Object.keys(formats).join(', ')}`);
    }
    const level = severities.find(severity => severity === failOn);
    if (level === undefined) {
        throw new UsageError(`There is no level ${failOn}, but ${severities.join(', ')}`);
    }
    if (php !== undefined && !isSupported(php)) {
        throw new UsageError(`--php takes a version from ${OLDEST_PROVEN} to ${NEWEST_PROVEN}, not ${php}`);
    }
    const known = AUDIT_PROFILES.find(one => one === profile);
    if (profile !== undefined && known === undefined) {
        throw new UsageError(`There is no profile ${profile}, but ${AUDIT_PROFILES.join(', ')}`);
    }
    if (positionals.length === 0 && wantsHelp !== true) {
        throw new UsageError('No files were named');
    }
    return {
        paths: positionals,
        phpVersion: php,
        profile: known,
        format,
        failOn: level,
        wantsHelp: wantsHelp === true,
    };
}

function parsed(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            options: {
                php: { type: 'string' },
                profile: { type: 'string' },
                format: { type: 'string' },
                json: { type: 'boolean' },
                'fail-on': { type: 'string' },
                help: { type: 'boolean', short: 'h' },
            },
            allowPositionals: true,
        });
    } catch (error) {
        if (error instanceof TypeError) {
            throw new UsageError(error.message.split('. ')[0] ?? error.message);
        }
        throw error;
    }
}

function isFormat(name: string): name is FormatName {
    return Object.hasOwn(formats, name);
}

function isSupported(version: string): boolean {
    const isVersion = /^\d\.\d{1,2}(?:\.\d{1,3})?$/.test(version);
    return isVersion && compareVersions(version, OLDEST_PROVEN) >= 0 && compareVersions(version, NEWEST_PROVEN) <= 0;
}

/** By the look of the arguments alone: what is written to standard output is a document in wrong usage, too. */
export function wantsJson(args: readonly string[]): boolean {
    const end = args.indexOf('--');
    const options = args.slice(0, end < 0 ? undefined : end);
    return options.some(
        (arg, index) =>
            arg === '--json' || arg === '--format=json' || (arg === 'json' && args[index - 1] === '--format'),
    );
}
