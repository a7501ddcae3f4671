import type { DocumentContext } from '../model/documentContext.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import type { ClusterFacts, RuleSeverity } from '../phpIni/protocol.ts';
import type { Range, TextChange } from '../phpIni/syntax/nodes.ts';

export type Severity = Exclude<RuleSeverity, 'off'>;

/** One way of mending what was found. */
export interface Fix {
    /** What it does, as a title in a menu: `Quote the value`. */
    readonly title: string;
    /** In the order of the text, without overlap. */
    readonly changes: readonly TextChange[];
    /** The one that is surely meant: "fix all" takes it. At most one of a diagnostic. */
    readonly preferred?: boolean;
}

/** What can be done about a diagnostic other than changing the text: a command of the client. */
export interface Remedy {
    readonly title: string;
    /** One of CLIENT_COMMANDS. */
    readonly command: string;
    readonly arguments: readonly unknown[];
}

export interface Related {
    /** In the same document; with `uri`, `line` of another, from 0, or its start. */
    readonly range?: Range;
    readonly uri?: string;
    readonly line?: number;
    readonly message: string;
}

export interface RuleDiagnostic {
    /** Not empty, where the document is not. */
    readonly range: Range;
    /** What PHP will do, and what to do about it. */
    readonly message: string;
    readonly tag?: 'unnecessary' | 'deprecated';
    readonly related?: readonly Related[];
    /** Worked out when somebody asks for them. */
    readonly fixes?: () => readonly Fix[];
    readonly remedies?: readonly Remedy[];
}

export interface PassingExample {
    readonly text: string;
    /** `8.4` unless told. */
    readonly phpVersion?: string;
    /** What the client said of the environments, and where the document lies; for rules that need them. */
    readonly facts?: ClusterFacts;
    readonly uri?: string;
    /** The one that somebody has chosen; none unless told. */
    readonly profile?: AuditProfile;
    /** Files that lie in the same folder of the editor, by their addresses. */
    readonly beside?: Readonly<Record<string, string>>;
}

export interface FailingExample extends PassingExample {
    /** The stretches of the text that the rule marks, in their order. */
    readonly marks: readonly string[];
    /** The text after the preferred, else the first, fix of each diagnostic; absent where the rule has none. */
    readonly fixed?: string;
}

/**
 * One thing that can be wrong with a php.ini. False alarms are worse than misses: a rule speaks only where it is sure.
 * The examples are its tests, and, with the reason, its documentation.
 */
export interface Rule {
    readonly code: string;
    readonly severity: Severity;
    /** True where it finds other things for other versions of PHP; where the version is not known, each is asked. */
    readonly dependsOnVersion?: true;
    /** It is an opinion, for those alone who have chosen one of these profiles. */
    readonly profiles?: readonly AuditProfile[];
    /** What is wrong, in a few words without a full stop: `None without quotes is an empty value`. */
    readonly title: string;
    /** Why it is wrong, and what PHP does; Markdown. */
    readonly reason: string;
    /** Where to read on; `https://…`. */
    readonly link?: string;
    readonly failing: readonly [FailingExample, ...FailingExample[]];
    readonly passing: readonly [PassingExample, ...PassingExample[]];
    check(context: DocumentContext): RuleDiagnostic[];
}
