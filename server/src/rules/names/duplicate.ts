import { type DocumentContext, hasVariables } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { mayRepeat } from '../support/assignments.ts';
import { removalFix } from '../support/fixes.ts';

interface Repeated {
    readonly earlier: AssignmentNode;
    readonly last: AssignmentNode;
    readonly same: boolean;
}

/** Settings that a later one of the same file overrides. Work for `context.memo`. */
function repeatedSettings(context: DocumentContext): readonly Repeated[] {
    const found: Repeated[] = [];
    const used = new Set<string>();
    for (const nodes of context.globals.values()) {
        const last = nodes.at(-1);
        if (nodes.length > 1 && last && !mayRepeat(last.name)) {
            for (const earlier of nodes.slice(0, -1)) {
                const same =
                    earlier.rawValue === last.rawValue ||
                    (!hasVariables(earlier) &&
                        !hasVariables(last) &&
                        context.valueOf(earlier) === context.valueOf(last));
                found.push({ earlier, last, same });
            }
        }
    }
    if (found.length > 0) {
        for (const node of context.document.assignments.filter(hasVariables)) {
            [...node.rawValue.matchAll(/\$\{([^}:]+)/g)].forEach(([, name = '']) => used.add(name));
        }
    }
    // A value between two settings may be made of the earlier one.
    return found.filter(({ earlier }) => !used.has(earlier.name));
}

function diagnostics(context: DocumentContext, same: boolean): RuleDiagnostic[] {
    return context
        .memo(repeatedSettings)
        .filter(repeated => repeated.same === same)
        .map(({ earlier, last }) => ({
            range: earlier.range,
            message: same
                ? `${earlier.name} is set to the same again in line ${last.line + 1}.`
                : `${earlier.name} is set again in line ${last.line + 1}, and PHP takes the last one.`,
            tag: 'unnecessary' as const,
            related: [{ range: last.range, message: 'The one that counts' }],
            fixes: () => [removalFix(context, 'Remove the one that does not count', [earlier], same)],
        }));
}

const link = 'https://www.php.net/manual/en/configuration.file.php';

/** Of several settings of one directive the last counts; PHP says nothing. */
export const duplicate: Rule = {
    code: 'duplicate',
    severity: 'warning',
    title: 'Set again below, to something else',
    reason: 'Of several settings of the same directive PHP takes the last, without a message. Whoever changes the first one changes nothing.',
    link,
    failing: [
        {
            text: 'session.name = A\n[Session]\nsession.name = B\n',
            marks: ['session.name = A'],
            fixed: '[Session]\nsession.name = B\n',
        },
    ],
    passing: [
        { text: 'session.name = A\n[HOST=shop.example]\nsession.name = B\n' },
        { text: 'extension = redis\nextension = igbinary\n' },
        { text: 'base = /srv\nsession.save_path = "${base}/sessions"\nbase = /var\n' },
        { text: 'session.name = A\nsession.name = "A"\n' },
    ],
    check: context => diagnostics(context, false),
};

export const duplicateSame: Rule = {
    code: 'duplicate-same-value',
    severity: 'hint',
    title: 'Set again below, to the same',
    reason: 'Of several settings of the same directive PHP takes the last. Here they agree; the next one who changes the first of them changes nothing.',
    link,
    failing: [
        {
            text: 'session.name = A ; ours\nsession.name = "A"\n',
            marks: ['session.name = A'],
            fixed: 'session.name = "A"\n',
        },
    ],
    passing: [{ text: 'session.name = A\nsession.name = B\n' }],
    check: context => diagnostics(context, true),
};
