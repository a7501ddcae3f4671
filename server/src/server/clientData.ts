import * as v from 'valibot';
import type { ClusterFacts, EvaluateParams, RuleParams } from '../phpIni/protocol.ts';

const text = v.string();
const texts = v.array(text);
const textByName = v.record(text, text);

const php = v.object({
    version: text,
    iniFile: v.exactOptional(text),
    scannedFiles: texts,
    scanDirectories: texts,
    extensions: texts,
    availableExtensions: v.exactOptional(texts),
    settings: textByName,
    environmentVariables: v.exactOptional(texts),
    links: v.exactOptional(textByName),
    files: v.exactOptional(textByName),
    sessionDirectory: v.exactOptional(text),
    reachability: v.exactOptional(v.array(v.object({ server: text, error: v.exactOptional(text) }))),
});

const FACTS = v.object({
    environments: v.array(
        v.object({
            name: text,
            replicated: v.exactOptional(v.boolean()),
            stores: v.array(
                v.object({ node: text, host: text, aliases: texts, port: v.number(), running: v.boolean() }),
            ),
            applications: v.array(v.object({ node: text, uri: text, running: v.boolean(), php: v.exactOptional(php) })),
        }),
    ),
});

/**
 * The parameter of FACTS_NOTIFICATION. Throws where it is not of the form that protocol.ts has, saying where and not
 * what stands there.
 */
export function readFacts(params: unknown): ClusterFacts {
    const read = v.safeParse(FACTS, params, { abortEarly: true });
    if (!read.success) {
        throw new TypeError(`${v.getDotPath(read.issues[0]) ?? 'The whole'} is of no known form`);
    }
    return read.output;
}

const RULE: v.GenericSchema<RuleParams> = v.object({ code: text });
const EVALUATE: v.GenericSchema<EvaluateParams> = v.object({ textDocument: v.object({ uri: text }) });

/** The code in the parameter of RULE_REQUEST. */
export function ruleCode(params: unknown): string | undefined {
    return v.is(RULE, params) ? params.code : undefined;
}

/** The document in the parameter of EVALUATE_REQUEST. */
export function evaluatedUri(params: unknown): string | undefined {
    return v.is(EVALUATE, params) ? params.textDocument.uri : undefined;
}

const FOLDERS = v.object({
    workspaceFolders: v.nullish(v.array(v.object({ uri: text }))),
    rootUri: v.nullish(text),
});

/** Addresses of the folders that the client works in, by the parameter of `initialize`. */
export function workspaceFolderUris(params: unknown): string[] {
    const read = v.safeParse(FOLDERS, params);
    const { workspaceFolders, rootUri } = read.success ? read.output : {};
    return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}

const DID_CHANGE = v.record(text, v.unknown());

/** A section of the settings that a client sends with their change; undefined where it sends none. */
export function settingsSection(settings: unknown, section: string): unknown {
    return v.is(DID_CHANGE, settings) ? settings[section] : undefined;
}
