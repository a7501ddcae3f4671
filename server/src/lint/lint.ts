import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { embeddedContexts } from '../model/embeddedContexts.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { NO_FACTS, type ReadFile } from '../model/facts.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import { withoutSecret, withoutSecretPart } from '../phpIni/secrets.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { evaluateAll } from '../phpIni/syntax/evaluate.ts';
import { type PhpRelease, readVersion } from '../phpIni/versions.ts';
import { messageOf } from '../service/diagnostics.ts';
import { shownRange } from '../service/positions.ts';
import { checkDocument } from '../service/ruleDiagnostics.ts';
import { isPhpIniName } from '../phpIni/phpIniName.ts';
import { beatersOf, beatingFile, type BeatingFile } from '../model/beating.ts';
import { isScanned } from './collect.ts';
import type { CheckedInput } from './whichPhp.ts';
import type { Configuration, Finding, LintResult } from './finding.ts';

export interface LintOptions {
    readonly profile?: AuditProfile | undefined;
    /** Called for a rule that threw; it costs only its own findings. */
    readonly onFailure: (code: string, path: string, error: unknown) => void;
}

/** Checks the files, each with what PHP reads together with it, and what beats it. */
export function lint(inputs: readonly CheckedInput[], options: LintOptions): LintResult {
    const { profile } = options;
    const embedded = new Map<string, readonly DocumentContext[]>();
    const plain: NamedFile[] = [];
    const beating: BeatingFile[] = [];
    for (const { path, text, isOfNamed = false, php } of inputs) {
        const uri = pathToFileURL(path).href;
        const contexts = embeddedContexts(text, { uri, facts: NO_FACTS, php, profile });
        const document = parsePhpIni(contexts ? '' : text, { phpVersion: readVersion(php) });
        beating.push(beatingFile(contexts ?? [new DocumentContext(document, { uri })], uri, path));
        if (contexts) {
            embedded.set(path, contexts);
        } else {
            plain.push({ path, uri, document, isOfNamed, php });
        }
    }
    const mains = plain.filter(({ path }) => isPhpIniName(basename(path))).map(({ uri }) => uri);
    const groups = readTogether(plain);
    const findings = new Map<string, Finding[]>();
    for (const [path, contexts] of embedded) {
        findings.set(
            path,
            contexts.flatMap(context => check(path, context, options)),
        );
    }
    for (const files of groups) {
        for (const [index, { path, uri, document, php }] of files.entries()) {
            const beatenBy = beatersOf(uri, beating, mains);
            const facts = { ...NO_FACTS, beatenBy, ...(files.length > 1 && { together: { files, index } }) };
            findings.set(path, check(path, new DocumentContext(document, { uri, facts, php, profile }), options));
        }
    }
    return {
        files: inputs.map(({ path, php, from }) => ({ path, php: php.version, ...(from !== undefined && { from }) })),
        findings: inputs.flatMap(({ path }) =>
            (findings.get(path) ?? []).sort((a, b) => a.line - b.line || a.column - b.column),
        ),
        configurations: groups.map(configurationOf),
    };
}

interface NamedFile extends ReadFile {
    readonly isOfNamed: boolean;
    readonly php: PhpRelease;
}

/**
 * The files in groups that PHP reads as one: a main php.ini, and behind it those that lie right in the folder that it
 * scans. A folder that was named, and has no main php.ini, is such a folder, whatever it is called.
 */
function readTogether(files: readonly NamedFile[]): NamedFile[][] {
    const mains = new Map(
        files.filter(({ path }) => basename(path) === 'php.ini').map(file => [dirname(file.path), file]),
    );
    const groups = new Map<string, NamedFile[]>();
    for (const file of files) {
        const folder = dirname(file.path);
        const isPart = isScanned(file.path) || (file.isOfNamed && !mains.has(folder));
        const main = isPart ? mains.get(dirname(folder)) : undefined;
        const key = isPart && !basename(file.path).startsWith('.') ? (main?.path ?? `${folder}/`) : file.path;
        groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    return [...groups].map(([main, group]) => sorted(main, group));
}

/** The main php.ini first, and then by the bytes of the names. */
function sorted(main: string, group: readonly NamedFile[]): NamedFile[] {
    return group.toSorted((a, b) =>
        a.path === main
            ? -1
            : b.path === main
              ? 1
              : Buffer.compare(Buffer.from(basename(a.path)), Buffer.from(basename(b.path))),
    );
}

function check(path: string, context: DocumentContext, { onFailure }: LintOptions): Finding[] {
    const found = checkDocument(context, {
        onFailure: (rule, error) => {
            onFailure(rule.code, path, error);
        },
    });
    return found.map(rated => {
        const { rule, severity, diagnostic } = rated;
        const { start, end } = shownRange(context, diagnostic.range);
        return {
            path,
            line: start.line + 1,
            column: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
            severity,
            code: rule.code,
            message: withoutSecretPart(messageOf(rated)),
        };
    });
}

function configurationOf(files: readonly ReadFile[]): Configuration {
    return {
        files: files.map(({ path }) => path),
        settings: evaluateAll(files.map(({ document }) => document)).map(
            ({ name, value, document, line, section }) => ({
                name,
                value: withoutSecret(name, value),
                path: files[document]?.path ?? '',
                line,
                ...(section !== undefined && { section }),
            }),
        ),
    };
}
