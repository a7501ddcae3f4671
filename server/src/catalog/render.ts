import { compareVersions } from '../syntax/dialect.ts';
import type { Directive } from './directive.ts';
import { defaultOf, isDeprecated, isKnown } from './lookup.ts';

const scopes: Readonly<Record<Directive['scope'], string>> = {
    ALL: 'anywhere, also in scripts',
    PERDIR: 'not in scripts',
    SYSTEM: 'in php.ini and the server\u2019s configuration only',
};

/** The directive for a hover or a completion, as Markdown. */
export function renderDirective(directive: Directive, phpVersion: string): string {
    const facts = [
        `Type: ${typeOf(directive)}`,
        `Default: ${code(writtenDefault(directive, phpVersion))}`,
        `May be set: ${scopes[directive.scope]}`,
    ];
    const parts = [
        directive.description,
        facts.join(' \u00b7 '),
        ...valueLines(directive),
        ...versionLines(directive, phpVersion),
    ];
    return [...parts, `[Manual](${directive.manual})`].join('\n\n');
}

/** Booleans as people write them. */
export function writtenDefault(directive: Directive, phpVersion: string): string {
    const value = defaultOf(directive, phpVersion);
    return directive.type === 'boolean' ? (value === '1' ? 'On' : 'Off') : value;
}

function typeOf({ type, unit, minimum, maximum }: Directive): string {
    const range =
        minimum === undefined ? '' : maximum === undefined ? `, from ${minimum} on` : `, ${minimum} to ${maximum}`;
    return `${type === 'enum' ? 'one of a few words' : type}${unit ? ` (${unit})` : ''}${range}`;
}

function valueLines({ values = [] }: Directive): string[] {
    const lines = values.map(
        ({ value, description }) => `- ${code(value)}${description ? ` \u2013 ${description}` : ''}`,
    );
    return lines.length > 0 ? [lines.join('\n')] : [];
}

function versionLines(directive: Directive, phpVersion: string): string[] {
    const product = directive.ofPhp ? 'PHP' : 'memcached extension';
    const lines: string[] = [];
    if (!isKnown(directive, phpVersion)) {
        lines.push(`**PHP ${phpVersion} ignores it** without a message.`);
    } else if (isDeprecated(directive, phpVersion)) {
        lines.push(`**Deprecated** since ${product} ${directive.deprecated ?? ''}.`);
    }
    if (directive.since !== undefined) {
        lines.push(`Since ${product} ${directive.since}.`);
    }
    if (directive.removed !== undefined) {
        lines.push(`Removed in ${product} ${directive.removed}.`);
    }
    for (const { version, text } of directive.notes ?? []) {
        if (compareVersions(phpVersion, version) >= 0) {
            lines.push(`PHP ${version}: ${text}`);
        }
    }
    for (const { version, default: value } of directive.laterDefaults ?? []) {
        lines.push(`From PHP ${version} on the default is ${code(value)}.`);
    }
    return lines.length > 0 ? [lines.join(' ')] : [];
}

/** Inline code that no content can break out of. */
export function code(text: string): string {
    if (text === '') {
        return '(empty)';
    }
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    const content = text.replace(/[\r\n]+/g, ' ');
    return /^`|`$|^ .* $/.test(content) ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`;
}
