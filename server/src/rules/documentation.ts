import { code } from '../catalog/render.ts';
import type { ClusterFacts } from '../phpIni/protocol.ts';
import type { FailingExample, PassingExample, Rule } from './rule.ts';
import { rules, subjects } from './table.ts';

/** One rule as Markdown, with its heading; undefined where there is no rule of that code. */
export function ruleDocumentation(ruleCode: string): string | undefined {
    const rule = rules.find(one => one.code === ruleCode);
    return rule && `${oneRule(rule, '#')}\n`;
}

/** All rules, by subject: the file `server/docs/rules.md`. */
export function allRules(): string {
    const parts = [
        '# What the language server says about a php.ini',
        `${rules.length} rules. The examples are also their tests. Where nothing else is said, they are read as by PHP 8.4.`,
        '## All rules',
        contents(),
        howToSwitchOff,
        ...subjects.flatMap(({ title, rules: own }) => [`## ${title}`, ...own.map(rule => oneRule(rule, '###'))]),
    ];
    return `${parts.join('\n\n')}\n`;
}

const howToSwitchOff = [
    '## Switching a rule off',
    'For one line, a comment above it; without a code it is about every rule, and behind `--` there is room for a reason:',
    '```ini\n; php-ini-disable-next-line duplicate -- the first one is for older versions\nsession.name = SHOP\n```',
    'Everywhere, or with another severity (`error`, `warning`, `information`, `hint`, `off`), in the settings of the editor:',
    '```json\n"phpSessionCluster.diagnostics.severity": {\n    "duplicate": "hint",\n    "expose-php": "off"\n}\n```',
    'The light bulb at a diagnostic offers all of these.',
].join('\n\n');

function contents(): string {
    return subjects
        .map(({ title, rules: own }) =>
            [
                `**${title}**`,
                '',
                '| rule | severity | says |',
                '|---|---|---|',
                ...own.map(
                    rule =>
                        `| [${rule.code}](#${rule.code}) | ${rule.severity} | ${rule.title.replaceAll('|', '\\|')} |`,
                ),
            ].join('\n'),
        )
        .join('\n\n');
}

function oneRule(rule: Rule, heading: string): string {
    const fixes = rule.failing.some(({ fixed }) => fixed !== undefined);
    return [
        `${heading} ${rule.code}`,
        `**${rule.title}** (${rule.severity})`,
        rule.reason,
        'Found, with what is marked:',
        ...rule.failing.map(failing),
        'Not found:',
        ...passing(rule.passing),
        ...(fixes ? [] : ['There is no fix: what is right depends on what was meant.']),
        ...(rule.link === undefined ? [] : [`More: <${rule.link}>`]),
    ].join('\n\n');
}

function failing(example: FailingExample): string {
    const marks = `Marked: ${example.marks.map(mark => code(visible(mark))).join(', ')}`;
    const fixed =
        example.fixed === undefined
            ? []
            : example.fixed === ''
              ? ['After the fix nothing is left.']
              : ['After the fix:', block(example.fixed)];
    return [about(example), block(example.text), ...beside(example), marks, ...fixed].filter(Boolean).join('\n\n');
}

/** In one block those of which there is nothing else to say. */
function passing(examples: readonly PassingExample[]): string[] {
    const plain = examples.filter(example => about(example) === '').map(({ text }) => text.replace(/\n$/, ''));
    return [
        ...(plain.length > 0 ? [block(plain.filter(Boolean).join('\n\n'))] : []),
        ...examples
            .filter(example => about(example) !== '')
            .flatMap(example => [about(example), block(example.text), ...beside(example)]),
    ];
}

function beside({ beside: files = {} }: PassingExample): string[] {
    return Object.entries(files).flatMap(([uri, text]) => [`Beside it lies ${code(uri)}:`, block(text)]);
}

/** What the example's text does not show. */
function about({ phpVersion, profile, uri, facts }: PassingExample): string {
    const said = [
        ...(phpVersion === undefined ? [] : [`PHP ${phpVersion}`]),
        ...(profile === undefined ? [] : [`the profile is ${code(profile)}`]),
        ...(uri === undefined ? [] : [`the file is ${code(uri)}`]),
        ...(facts === undefined
            ? []
            : [`the environment ${isReplicated(facts) ? 'replicates its sessions, and ' : ''}is as the rule says`]),
    ];
    return said.length === 0 ? '' : `Where ${said.join(', and ').replace(/^PHP/, 'it is PHP')}:`;
}

function isReplicated({ environments }: ClusterFacts): boolean {
    return environments.some(({ replicated }) => replicated === true);
}

/** A fence that nothing in the text can close. */
function block(text: string): string {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}ini\n${visible(text).replace(/\n$/, '')}\n${fence}`;
}

/** Characters that cannot be seen by their numbers. */
function visible(text: string): string {
    return text.replaceAll(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F\u2060\u3000\uFEFF]/g,
        character => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}
