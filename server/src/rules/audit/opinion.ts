import { findDirective, isKnown } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { AUDIT_PROFILES, type AuditProfile } from '../../phpIni/audit.ts';
import { isPhpIniName } from '../../phpIni/phpIniName.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import type { FailingExample, Fix, Rule, RuleDiagnostic, Severity } from '../rule.ts';
import { settingsFix } from '../support/fixes.ts';
import { settingDiagnostics } from '../support/oneSetting.ts';
import { neighboursOf } from '../support/readTogether.ts';
import { inForce } from '../support/store.ts';
import type { Source } from './sources.ts';

/** What others think that a directive should hold, for what purpose, and why. */
export interface Opinion {
    readonly directive: string;
    readonly profiles: readonly [AuditProfile, ...AuditProfile[]];
    /** Information unless told. */
    readonly severity?: Severity;
    /** Without a full stop. */
    readonly title: string;
    readonly reason: string;
    /** The first one is linked. */
    readonly sources: readonly [Source, ...Source[]];
    /** Whether they object to the value. */
    readonly objects: (value: string) => boolean;
    /** What they want in its place, as it is written, where there is one answer. */
    readonly better?: string;
    /** A value that they object to, and one that they do not. */
    readonly examples: readonly [wrong: string, right: string];
    /** Whether PHP's own default is what they object to: a php.ini that does not set it is told as well. */
    readonly byDefault?: true;
    /** Whether that default is another one in other versions. */
    readonly dependsOnVersion?: true;
    /** Where several think differently of one directive, what tells them apart. */
    readonly variant?: string;
}

/** Also of what the file leaves to PHP's default, where it is the main php.ini: others say the rest. */
export function ruleOf(opinion: Opinion): Rule {
    const { directive, profiles, title, sources, examples, better, variant } = opinion;
    const [wrong, right] = examples;
    const [first] = sources;
    const [profile] = profiles;
    return {
        code: ['audit', directive.replaceAll(/[._]/g, '-'), ...(variant === undefined ? [] : [variant])].join('-'),
        severity: opinion.severity ?? 'information',
        ...(opinion.dependsOnVersion && { dependsOnVersion: true }),
        profiles,
        title,
        reason: `${opinion.reason} ${sentenceOf(opinion)}`,
        link: first.link,
        failing: [
            {
                profile,
                text: `${directive} = ${wrong}\n`,
                marks: [wrong],
                ...(better !== undefined && { fixed: `${directive} = ${better}\n` }),
            },
            ...(opinion.byDefault ? [unset(opinion)] : []),
        ],
        passing: [
            { profile, text: `${directive} = ${right}\n` },
            { text: `${directive} = ${wrong}\n` },
            { profile, text: `${directive} = \${VALUE}\n` },
            ...(opinion.byDefault
                ? [{ profile, uri: 'file:///etc/php/conf.d/own.ini', text: 'engine = On\n' }]
                : [{ profile, text: `; ${directive} = ${wrong}\n` }]),
        ],
        check: context => check(context, opinion),
    };
}

function unset({ directive, profiles: [profile], better }: Opinion): FailingExample {
    return {
        profile,
        uri: 'file:///etc/php.ini',
        text: 'engine = On\n',
        marks: ['engine = On'],
        ...(better !== undefined && { fixed: `engine = On\n${directive} = ${better}\n` }),
    };
}

function sentenceOf({ sources, profiles }: Opinion): string {
    const names = sources.map(({ name, link }) => `[${name}](${link})`).join(', ');
    const purposes = AUDIT_PROFILES.filter(profile => profiles.includes(profile)).join(', ');
    return `Said by ${names}; for the profiles ${purposes}.`;
}

function check(context: DocumentContext, opinion: Opinion): RuleDiagnostic[] {
    const { directive, title, sources, objects, better } = opinion;
    if (context.globalsOf(directive).length > 0) {
        const verdict = {
            message: `${title} (${namesOf(sources)}).`,
            ...(better !== undefined && { newValue: better }),
        };
        return settingDiagnostics(context, directive, value => (objects(value) ? verdict : undefined));
    }
    const held =
        opinion.byDefault === true && isLeftToDefault(context, directive) ? inForce(context, directive) : undefined;
    return held && objects(held.value) ? ofDefault(context, opinion, held.value) : [];
}

/** By a main php.ini, and by what PHP reads behind it as far as that is known. */
function isLeftToDefault(context: DocumentContext, directive: string): boolean {
    const { uri, embedding, phpVersion } = context;
    const found = findDirective(directive);
    return (
        embedding === undefined &&
        isPhpIniName(uri.slice(uri.lastIndexOf('/') + 1)) &&
        found !== undefined &&
        isKnown(found, phpVersion) &&
        neighboursOf(context)?.laterSetting(directive) === undefined
    );
}

function ofDefault(context: DocumentContext, opinion: Opinion, held: string): RuleDiagnostic[] {
    const { directive, title, sources, better } = opinion;
    const range = firstLine(context);
    const near = context.document.assignments.findLast(node => node.reached && !node.capturedBy);
    const fixes = (): Fix[] =>
        better === undefined || !near
            ? []
            : [settingsFix(context, `Set ${directive} to ${better}`, { settings: [[directive, better]], near })];
    return range
        ? [
              {
                  range,
                  message: `${directive} is not set, and ${held === '' ? 'empty' : held} by default: ${title.charAt(0).toLowerCase()}${title.slice(1)} (${namesOf(sources)}).`,
                  fixes,
              },
          ]
        : [];
}

function namesOf(sources: readonly Source[]): string {
    return sources.map(({ name }) => name).join(', ');
}

/** What stands first in the document: nothing else in it is about what it does not say. */
function firstLine({ document: { text, lines } }: DocumentContext): Range | undefined {
    const end = lines.count > 1 ? lines.startOf(1) : text.length;
    const line = text.slice(0, end).trimEnd();
    return line === '' ? (end > 0 ? { start: 0, end } : undefined) : { start: 0, end: line.length };
}
