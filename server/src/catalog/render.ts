import { compareVersions } from '../phpIni/syntax/dialect.ts';
import type { Directive, DirectiveType } from './directive.ts';
import { defaultOf, isDeprecated, isKnown, isRemoved, rangeOf } from './lookup.ts';

/** What a client can show; some have no Markdown. */
export type Format = 'markdown' | 'plaintext';

const scopes: Readonly<Record<Directive['scope'], string>> = {
    ALL: 'anywhere, also in scripts',
    PERDIR: 'not in scripts',
    SYSTEM: 'in php.ini and the server\u2019s configuration only',
};

const types: Readonly<Record<DirectiveType, string>> = {
    boolean: 'On or Off',
    integer: 'whole number',
    float: 'number',
    string: 'text',
    enum: 'one of a few words',
    bitmask: 'constants, joined by `|`, `&`, `~`',
    path: 'path',
    pathList: 'paths, separated by `:` (`;` on Windows)',
    list: 'list, separated by commas',
};

/** What is known of the directive, as seen from this PHP: for a hover or a completion. */
export function renderDirective(directive: Directive, phpVersion: string, format: Format = 'markdown'): string {
    const paragraphs = [
        ...warnings(directive, phpVersion),
        directive.description,
        ...facts(directive, phpVersion),
        ...valueLines(directive),
        ...history(directive, phpVersion),
    ];
    if (directive.manual !== '') {
        paragraphs.push(format === 'markdown' ? `[Manual](${directive.manual})` : directive.manual);
    }
    const text = paragraphs.join('\n\n');
    return format === 'markdown' ? text : withoutMarks(text);
}

/** The default as people write it in a php.ini: booleans as `On` and `Off`. */
export function writtenDefault(directive: Directive, phpVersion: string): string {
    return written(directive, defaultOf(directive, phpVersion));
}

function written({ type }: Directive, value: string): string {
    return type === 'boolean' ? (value === '1' ? 'On' : 'Off') : value;
}

/** What has to be known before all else: that it does nothing here, or soon will. */
function warnings(directive: Directive, phpVersion: string): string[] {
    const product = productOf(directive);
    const instead = directive.replacement === undefined ? '' : ` Use ${code(directive.replacement)}.`;
    if (directive.refusedSince !== undefined && compareVersions(phpVersion, directive.refusedSince) >= 0) {
        // They are all removed, and ignored with other values.
        const value = directive.type === 'boolean' ? 'on' : 'a number other than 0';
        return [`**PHP ${phpVersion} does not start** where it is ${value}, and ignores it otherwise.${instead}`];
    }
    if (!isKnown(directive, phpVersion)) {
        return directive.ofPhp
            ? [`**PHP ${phpVersion} ignores it** without a message.${instead}`]
            : [`**Without effect** since ${product} ${directive.removed ?? ''}.${instead}`];
    }
    if (isDeprecated(directive, phpVersion)) {
        return [`**Deprecated** since ${product} ${directive.deprecated ?? ''}.${instead}`];
    }
    return [];
}

function facts(directive: Directive, phpVersion: string): string[] {
    // Of what is gone nobody measured the default.
    if (isRemoved(directive, phpVersion) && directive.default === '') {
        return [];
    }
    const value = writtenDefault(directive, phpVersion);
    const builds =
        directive.dependsOnBuild === true
            ? value === ''
                ? 'set when PHP is built'
                : `${code(value)}, unless built otherwise`
            : code(value);
    return [
        [`Type: ${typeOf(directive, phpVersion)}`, `Default: ${builds}`, `May be set: ${scopes[directive.scope]}`].join(
            ' \u00b7 ',
        ),
    ];
}

function typeOf(directive: Directive, phpVersion: string): string {
    const { type, unit, alsoBoolean } = directive;
    const { minimum, maximum } = rangeOf(directive, phpVersion);
    const range = rangeInWords(minimum, maximum);
    return `${types[type]}${unit ? ` (${unit})` : ''}${range}${alsoBoolean ? ', or On or Off' : ''}`;
}

function rangeInWords(minimum: number, maximum: number): string {
    if (minimum === -Infinity) {
        return maximum === Infinity ? '' : `, up to ${maximum}`;
    }
    return maximum === Infinity ? `, from ${minimum} on` : `, ${minimum} to ${maximum}`;
}

function valueLines({ values = [], openValues }: Directive): string[] {
    const lines = values.map(({ value, description, since }) => {
        const version = since === undefined ? '' : ` (from PHP ${since} on)`;
        return `- ${code(value)}${description ? ` \u2013 ${description}` : ''}${version}`;
    });
    if (lines.length > 0 && openValues) {
        lines.push('- others, where an extension brings them');
    }
    return lines.length > 0 ? [lines.join('\n')] : [];
}

function history(directive: Directive, phpVersion: string): string[] {
    const product = productOf(directive);
    const lines: string[] = [];
    if (directive.since !== undefined) {
        lines.push(`Since ${product} ${directive.since}.`);
    }
    if (directive.deprecated !== undefined && !isDeprecated(directive, phpVersion)) {
        lines.push(`Deprecated from ${product} ${directive.deprecated} on.`);
    }
    if (directive.removed !== undefined) {
        lines.push(`Removed in ${product} ${directive.removed}.`);
    }
    for (const { version, default: value } of directive.laterDefaults ?? []) {
        if (compareVersions(phpVersion, version) < 0) {
            lines.push(`From PHP ${version} on the default is ${code(written(directive, value))}.`);
        }
    }
    const notes = (directive.notes ?? []).map(({ version, text }) => `${product} ${version}: ${text}`);
    return [...(lines.length > 0 ? [lines.join(' ')] : []), ...notes];
}

function productOf({ ofPhp, extension }: Directive): string {
    return ofPhp ? 'PHP' : extension;
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

/** Our own Markdown has no more than code, strong words and lists. */
function withoutMarks(markdown: string): string {
    return markdown.replace(/(?<!`)(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)/g, '$2').replaceAll('**', '');
}
