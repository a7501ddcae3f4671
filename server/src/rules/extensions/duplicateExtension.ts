import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type ExtensionLine, extensionLines } from '../support/assignments.ts';
import { removalFix } from '../support/fixes.ts';

/** The second load fails with a warning at each start. */
export const duplicateExtension: Rule = {
    code: 'duplicate-extension',
    severity: 'warning',
    title: 'The extension is loaded twice',
    reason: 'PHP loads the extension with the first line, and says with the second, at each start: *Module "redis" is already loaded*.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [
        {
            text: 'extension = redis\nextension = redis.so\n',
            marks: ['extension = redis.so'],
            fixed: 'extension = redis\n',
        },
    ],
    passing: [{ text: 'extension = redis\nextension = igbinary\nzend_extension = opcache\n' }],
    check(context) {
        const first = new Map<string, ExtensionLine>();
        const found: RuleDiagnostic[] = [];
        for (const line of context.memo(extensionLines)) {
            const { base, node, value } = line;
            const before = first.get(base);
            if (before && base !== '') {
                found.push({
                    range: node.range,
                    message: `Line ${before.node.line + 1} loads ${value} already: PHP warns about it at each start.`,
                    tag: 'unnecessary',
                    related: [{ range: before.node.range, message: 'Loaded here' }],
                    fixes: () => [removalFix(context, 'Remove the second one', [node], before.value === value)],
                });
            } else {
                first.set(base, line);
            }
        }
        return found;
    },
};
