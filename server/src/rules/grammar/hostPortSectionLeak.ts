import type { DocumentContext } from '../../model/documentContext.ts';
import type { SectionNode } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';

/** Sections of hosts and paths are found by their first four letters, and no later heading ends them. */
export const hostPortSectionLeak: Rule = {
    code: 'host-port-section-leak',
    severity: 'error',
    title: 'A section of a host or a path takes these settings',
    reason: 'Settings below `[HOST=…]` and `[PATH=…]` count for that host or path only, and PHP tells these sections by the first four letters of the heading, in any case: `[Hosting]` and `[Paths and Directories]` are such sections too. They never end: below a later, ordinary heading everything still belongs to them. So they have to be the last in the file. Apache’s own PHP ignores them altogether, with all that they took.',
    link: 'https://www.php.net/manual/en/ini.sections.php',
    failing: [
        {
            text: '[HOST=shop.example]\nmemory_limit = 1G\n[Session]\nsession.name = SHOP\n',
            marks: ['[Session]'],
            fixed: '[Session]\nsession.name = SHOP\n[HOST=shop.example]\nmemory_limit = 1G\n',
        },
        {
            text: '[Paths and Directories]\ninclude_path = ".:/usr/share/php"\n',
            marks: ['[Paths and Directories]'],
            fixed: '; [Paths and Directories]\ninclude_path = ".:/usr/share/php"\n',
        },
        { text: '[Hosting]\na = 1\n', marks: ['[Hosting]'], fixed: '; [Hosting]\na = 1\n' },
    ],
    passing: [
        { text: '[Session]\nsession.name = SHOP\n[HOST=shop.example]\nmemory_limit = 1G\n[PATH=/srv]\nx = 1\n' },
        { text: '[Host names]\n\n; nothing in it\n' },
        { text: '[HOST=shop.example]\nmemory_limit = 1G\n[Session]\n; nothing below\n' },
    ],
    check(context) {
        const { sections, assignments } = context.document;
        if (!sections.some(({ special }) => special)) {
            return [];
        }
        const used = new Set(assignments.filter(node => node.reached && node.capturedBy).map(({ section }) => section));
        return sections.filter(node => node.reached && used.has(node)).flatMap(node => diagnostic(context, node) ?? []);
    },
};

function diagnostic(context: DocumentContext, section: SectionNode): RuleDiagnostic | undefined {
    const { range, special, capturedBy, name } = section;
    if (special) {
        return /^(?:host|path)\s*=/i.test(name) ? undefined : misnamed(section);
    }
    if (!capturedBy) {
        return undefined;
    }
    const title = `[${capturedBy.name}]`;
    // What follows a misnamed heading is told there.
    return /^(?:host|path)\s*=/i.test(capturedBy.name)
        ? {
              range,
              message: `${title} never ends: what stands below this heading still counts for it only, and Apache's PHP ignores it. Move ${title} to the end of the file.`,
              related: [{ range: capturedBy.range, message: `${title} begins here` }],
              fixes: () => moveToEnd(context, section, capturedBy),
          }
        : undefined;
}

function misnamed({ range, name }: SectionNode): RuleDiagnostic {
    return {
        range,
        message: `PHP takes every heading that begins with "${name.slice(0, 4)}" for one of a host or a path: the settings below, and those of later sections, are not in force. Name it differently.`,
        fixes: () => [
            {
                title: 'Make the heading a comment',
                changes: [{ range: { start: range.start, end: range.start }, newText: '; ' }],
                preferred: true,
            },
        ],
    };
}

/** The special sections above this heading, as they stand, behind all others. */
function moveToEnd({ document }: DocumentContext, section: SectionNode, capturedBy: SectionNode) {
    const { sections, text, eol } = document;
    const index = sections.indexOf(section);
    let first = index - 1;
    while (first > 0 && sections[first - 1]?.special) {
        first--;
    }
    const start = (sections[first] ?? capturedBy).range.start;
    const end = section.full.start;
    // Only where nothing but special sections stands between: otherwise an earlier heading is told of as well, and has
    // the fix.
    if (sections.slice(first, index).some(({ special }) => !special)) {
        return [];
    }
    const moved = text.slice(start, end);
    const gap = /[\r\n]$/.test(text) ? '' : eol;
    return [
        {
            title: `Move [${capturedBy.name}] to the end of the file`,
            changes: [
                { range: { start, end }, newText: '' },
                { range: { start: text.length, end: text.length }, newText: `${gap}${moved}` },
            ],
            preferred: true,
        },
    ];
}
