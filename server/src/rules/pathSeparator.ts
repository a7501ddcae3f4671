import { memcachedPath, schemeOf } from './memcachedPath.ts';
import type { AssignmentNode } from '../syntax/nodes.ts';
import type { Rule, RuleContext } from './rule.ts';

const host = /^[a-z0-9_.-]*[a-z][a-z0-9_.-]*(?::\d+)?$|^\d+(?:\.\d+){3}(?::\d+)?$/i;

/** With anything but a comma between servers, libmemcached uses the first server only, without a message. */
export const pathSeparator: Rule = {
    code: 'path-separator',
    severity: 'error',
    check(context) {
        const path = memcachedPath(context);
        if (!path || schemeOf(path.value) !== undefined) {
            return [];
        }
        const { node, value } = path;
        const separator = wrongSeparator(value);
        if (separator !== undefined) {
            const message = `Servers are separated by commas: with ${separator} only the first is used, without a message.`;
            return [{ range: node.valueRange, message }];
        }
        const end = cutServer(context, node);
        return end === undefined
            ? []
            : [
                  {
                      range: { start: node.valueRange.start, end },
                      message: 'The ; starts a comment: only the first server is used. Separate servers by commas.',
                  },
              ];
    },
};

/** Where a comment right behind the value is a server, the end of that. */
function cutServer({ document }: RuleContext, { comment, valueRange }: AssignmentNode): number | undefined {
    if (comment?.start !== valueRange.end) {
        return undefined;
    }
    const text = document.text.slice(comment.start + 1, comment.end).trim();
    return /:\d+$/.test(text) && host.test(text) ? comment.end : undefined;
}

/** A number behind a blank is a weight, not a server. */
function wrongSeparator(value: string): string | undefined {
    const match = /[^\s,;|]\s*([;|])\s*[^\s;|]|[^\s,;|](\s)\s*([^\s,;|]+)/.exec(value);
    if (match?.[1] !== undefined) {
        return match[1];
    }
    return match?.[3] !== undefined && host.test(match[3]) ? 'a blank' : undefined;
}
