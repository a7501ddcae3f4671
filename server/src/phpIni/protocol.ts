/** What server and client say to each other beyond the language server protocol: plain types, shared by both. */

import type { AuditProfile } from './audit.ts';
import type { ServerPlace } from './syntax/savePath.ts';

/** The language of php.ini files, as the editor knows it. */
export const PHP_INI = 'php-ini';

/** Request: what PHP holds after it has read an open document. Its parameter: `EvaluateParams`. */
export const EVALUATE_REQUEST = 'phpIni/evaluate';

/**
 * Notification to the server: what is known of the environments now. Each replaces all that was said before; a client
 * may never send one.
 */
export const FACTS_NOTIFICATION = 'phpIni/facts';

/**
 * Notification to a client that asked for it (`ServerOptions.showsPhpVersion`): for which PHP an open document is
 * checked. Sent when that is known, and whenever it changes. Its parameter: `PhpVersionParams`.
 */
export const PHP_VERSION_NOTIFICATION = 'phpIni/phpVersion';

/**
 * Request: the documentation of one rule, as Markdown; null where there is no such rule. Its parameter: `RuleParams`.
 */
export const RULE_REQUEST = 'phpIni/rule';

/** Request: every rule, as `RuleSummary[]`, by code. No parameters. */
export const RULES_REQUEST = 'phpIni/rules';

/**
 * Stands for a password, or the part of a value that is one, in all that the client says of a node. Of such a value
 * nothing else is known.
 */
export const MASKED_VALUE = '********';

/** Commands that code actions and lenses name, and that the client registers. Arguments are plain JSON. */
export const CLIENT_COMMANDS = {
    /** `[code]`: shows the documentation of a rule. */
    explainRule: 'phpSessionCluster.explainRule',
    /**
     * `[code, severity | "off" | undefined]`: writes the severity of a rule to the settings; without one, asks for it.
     */
    setRuleSeverity: 'phpSessionCluster.setRuleSeverity',
    /** `[uri]`: applies the document, which lies on a node, to that node; this restarts its Apache gracefully. */
    applyToThisNode: 'phpSessionCluster.applyToThisNode',
    /** `[uri]`: applies the document to all Apache nodes. */
    applyToAllApplicationNodes: 'phpSessionCluster.applyToAllApplicationNodes',
    /** `[uri, name of the other node]`: shows the same file of two nodes side by side. */
    compareWithNode: 'phpSessionCluster.compareWithNode',
} as const;

export interface EvaluateParams {
    readonly textDocument: { readonly uri: string };
}

export interface RuleParams {
    readonly code: string;
}

export interface RuleSummary {
    readonly code: string;
    readonly title: string;
    /** Where no setting says another. */
    readonly severity: RuleSeverity;
}

export interface EvaluateResult {
    /** Of each name the last value; of `extension` every one. Arrays by element: `name[key]`. */
    readonly settings: readonly {
        readonly name: string;
        readonly value: string;
        /** From 1. */
        readonly line: number;
        /** The `HOST=…` or `PATH=…` that the setting is for; global without. */
        readonly section?: string;
    }[];
    /** PHP's message, and the line, from 1, that PHP names. */
    readonly error?: { readonly line: number; readonly message: string };
}

/**
 * What the data of a list of completions says, to clients that asked for it. Its items without a kind are names of
 * directives: to the client they are of the kind Property, and it writes behind each of them what belongs there.
 */
export interface CompletionListData {
    /** The document that the list is about. */
    readonly uri: string;
    /** What belongs behind each name of a directive. */
    readonly behindNames?: string;
}

export interface PhpVersionParams {
    readonly uri: string;
    /** `8.2`, as it was found. */
    readonly version: string;
    /** The proven version that the document is checked as; the same, unless that is older or newer than all of them. */
    readonly checkedAs: string;
    /** All that it may be, ascending; one where it is known. */
    readonly possible: readonly string[];
    readonly source: PhpVersionSource;
}

/**
 * What says so: the setting, the node that the document lies on, `initializationOptions`, a file of the workspace, the
 * document's own path, or nothing.
 */
export type PhpVersionSource =
    | { readonly kind: 'setting' | 'client' | 'nothing' }
    | { readonly kind: 'node'; readonly node: string }
    | { readonly kind: 'file'; readonly uri: string; readonly evidence: string }
    | { readonly kind: 'path'; readonly evidence: string };

/** `initializationOptions`. */
export interface ServerOptions {
    /**
     * `8.4`: for documents of which neither the settings nor the node say another. Without it, and where it is not a
     * version, the files of the workspace are asked.
     */
    readonly phpVersion?: string;
    /** True where the client heeds PHP_VERSION_NOTIFICATION. */
    readonly showsPhpVersion?: boolean;
    /** True where the client heeds `CompletionListData`, which makes a list of names a third as long. */
    readonly writesBehindNames?: boolean;
}

export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The settings that the server asks the client for, section `phpSessionCluster`; all may be missing. */
export interface ServerSettings {
    readonly php?: {
        /**
         * `auto`: the node's where the file lies on one, else what `initializationOptions` said, else what the files of
         * the workspace say.
         */
        readonly version?: string;
    };
    readonly diagnostics?: {
        /** By the code of the rule. */
        readonly severity?: Readonly<Record<string, RuleSeverity>>;
    };
    readonly audit?: {
        /** What php.ini files are for, where somebody wants to hear the opinions of others. */
        readonly profile?: AuditProfile;
        /** By the name of the environment, for files on its nodes; `off` where it is to be silent there. */
        readonly environments?: Readonly<Record<string, AuditProfile | 'off'>>;
    };
    readonly format?: {
        /** Whether `=` of neighbouring lines stand below each other. */
        readonly alignEquals?: boolean;
    };
}

/** What the client knows of the environments of the engine. */
export interface ClusterFacts {
    readonly environments: readonly EnvironmentFacts[];
}

export interface EnvironmentFacts {
    readonly name: string;
    /**
     * True where memcached's proxy on each application node keeps every session on several stores: php.ini names its
     * socket then (PROXY_SOCKET), not the stores.
     */
    readonly replicated?: boolean;
    readonly stores: readonly StoreFacts[];
    readonly applications: readonly ApplicationNodeFacts[];
}

/** As application nodes reach it: a name or an address in the environment's network. */
export interface StoreFacts extends ServerPlace {
    /** The container's name. */
    readonly node: string;
    /** Further names and addresses of the same store. */
    readonly aliases: readonly string[];
    readonly running: boolean;
}

/** One Apache node. What only its own PHP can say is missing until it was asked, and where it does not run. */
export interface ApplicationNodeFacts {
    /** The container's name. */
    readonly node: string;
    /** The address of the node's root folder, `php-node://shop/application/2`: files on the node are below it. */
    readonly uri: string;
    readonly running: boolean;
    readonly php?: PhpFacts;
}

/** What Apache's PHP on one node said of itself. */
export interface PhpFacts {
    /** `8.4.28` */
    readonly version: string;
    /** The main php.ini that is loaded; absent where none is. */
    readonly iniFile?: string;
    /** In the order in which they are read. */
    readonly scannedFiles: readonly string[];
    /** The directories in which PHP looks for them. */
    readonly scanDirectories: readonly string[];
    /** Lower case. */
    readonly extensions: readonly string[];
    /**
     * Names of extensions that could be loaded (files in the extension directory, without `.so`); absent where unknown.
     */
    readonly availableExtensions?: readonly string[];
    /** Every directive in force, by name. Passwords are masked: MASKED_VALUE. */
    readonly settings: Readonly<Record<string, string>>;
    /** Names of the environment variables of Apache's PHP; absent where unknown. Values stay on the node. */
    readonly environmentVariables?: readonly string[];
    /** Where symbolic links lead, of those among the configuration files that are one: path by path. */
    readonly links?: Readonly<Record<string, string>>;
    /**
     * The configuration files on the node, the main one and the scanned ones, by path; passwords masked. Absent where
     * they could not be read.
     */
    readonly files?: Readonly<Record<string, string>>;
    /**
     * Tells the directory that keeps the sessions from others: the same on nodes that share it. Only where files keep
     * them.
     */
    readonly sessionDirectory?: string;
    /**
     * To which servers of the save path in force, named as in `serverName`, a connection from inside the node was
     * tried, and how that went.
     */
    readonly reachability?: readonly { readonly server: string; readonly error?: string }[];
}
