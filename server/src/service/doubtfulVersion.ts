import type { DocumentContext } from '../model/documentContext.ts';
import { isKnown } from '../catalog/lookup.ts';
import { countBefore } from '../phpIni/sorted.ts';
import { dialectOf, readsAlike } from '../phpIni/syntax/dialect.ts';
import type { AssignmentNode } from '../phpIni/syntax/nodes.ts';
import type { Rule, RuleDiagnostic } from '../rules/rule.ts';

interface Found {
    readonly rule: Rule;
    readonly diagnostic: RuleDiagnostic;
}

/**
 * Which findings of rules that depend on the version do not hold for every PHP that may read the document. A version
 * that does not know the line's directive is no reason: what is wrong with a value is wrong wherever somebody reads it.
 */
export function doubtful(
    context: DocumentContext,
    found: readonly Found[],
    check: (rule: Rule, context: DocumentContext) => readonly RuleDiagnostic[],
): ReadonlySet<RuleDiagnostic> {
    const doubts = new Set<RuleDiagnostic>();
    if (context.php.possible.length === 1 && context.php.version === context.phpVersion) {
        return doubts;
    }
    const others = new Map<string, DocumentContext>();
    for (const [rule, ofRule] of Map.groupBy(found, one => one.rule)) {
        let sure = rule.dependsOnVersion === true ? ofRule.map(({ diagnostic }) => diagnostic) : [];
        for (const version of extremesFirst(context)) {
            if (sure.length === 0) {
                break;
            }
            const other = others.get(version) ?? contextAs(version, [context, ...others.values()]);
            others.set(version, other);
            const places = new Set(check(rule, other).map(place));
            const isDoubtful = (diagnostic: RuleDiagnostic): boolean =>
                !places.has(place(diagnostic)) && matters(context, diagnostic, version);
            sure.filter(isDoubtful).forEach(diagnostic => doubts.add(diagnostic));
            sure = sure.filter(diagnostic => !doubts.has(diagnostic));
        }
    }
    return doubts;
}

/** Made of one that was read alike, where there is one: reading takes longer than a rule. */
function contextAs(version: string, contexts: readonly [DocumentContext, ...DocumentContext[]]): DocumentContext {
    const dialect = dialectOf(version);
    const alike = contexts.find(({ document }) => readsAlike(document.dialect, dialect));
    return (alike ?? contexts[0]).as(version);
}

/** The other versions, in the order in which they tell most. */
function extremesFirst({ php, phpVersion }: DocumentContext): string[] {
    const others = php.possible.filter(version => version !== phpVersion);
    return [...new Set([others.at(0), others.at(-1), ...others])].filter(version => version !== undefined);
}

function place({ range: { start, end } }: RuleDiagnostic): string {
    return `${start} ${end}`;
}

function matters(context: DocumentContext, { range }: RuleDiagnostic, version: string): boolean {
    const { assignments } = context.document;
    const behind = countBefore(assignments, node => node.range.start <= range.start);
    const node: AssignmentNode | undefined = assignments[behind - 1];
    const directive = node && node.range.end >= range.start ? context.directiveOf(node) : undefined;
    return directive === undefined || isKnown(directive, version);
}
