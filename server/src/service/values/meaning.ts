import type { Directive } from '../../catalog/directive.ts';
import { type DocumentContext, hasVariables } from '../../model/documentContext.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import { takesSuffix } from '../../rules/support/values.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { isReadByVariables } from '../names.ts';
import { variablesOf } from '../variables.ts';
import { inOtherUnit, withUnit } from './words.ts';

/**
 * What PHP holds behind the line; undefined where that is up to the environment, or where PHP does not get to the line.
 */
export function knownValue(context: DocumentContext, node: AssignmentNode): string | undefined {
    return context.memo(uncertain).has(node) ? undefined : context.valueOf(node);
}

/** The assignments whose value hangs on what only the running PHP knows. */
function uncertain(context: DocumentContext): ReadonlySet<AssignmentNode> {
    const found = new Set<AssignmentNode>();
    /** By name, whether the last setting of that name is certain. */
    const settings = new Map<string, boolean>();
    for (const node of context.document.assignments) {
        const certain =
            hangsOnBuild(node) || (hasVariables(node) && !variablesOf(node).every(({ name }) => settings.get(name)))
                ? false
                : node.reached;
        if (!certain) {
            found.add(node);
        }
        if (isReadByVariables(node)) {
            settings.set(node.name, certain);
        }
    }
    return found;
}

const ofBuild =
    /^(?:PHP_(?:VERSION|VERSION_ID|RELEASE_VERSION|EXTRA_VERSION|OS|OS_FAMILY|SHLIB_SUFFIX|ZTS|DEBUG|MAXPATHLEN|FD_SETSIZE|EOL|INT_MAX|INT_MIN|INT_SIZE)|ZEND_\w+|DEFAULT_INCLUDE_PATH)$/;

/** Whether the constant differs between builds, or between patch releases, of one version. */
export function dependsOnBuild(constant: string): boolean {
    return ofBuild.test(constant);
}

function hangsOnBuild({ value }: AssignmentNode): boolean {
    return (
        value.kind === 'expression' &&
        value.steps.some(
            step => 'parts' in step && step.parts.some(part => part.kind === 'constant' && dependsOnBuild(part.name)),
        )
    );
}

/** The line of this file, from 0, that gives `${name}` its value at the offset. */
export function settingAbove(context: DocumentContext, name: string, offset: number): AssignmentNode | undefined {
    return context.globalsOf(name).findLast(node => node.range.end <= offset && isReadByVariables(node));
}

/**
 * `134,217,728 bytes` of `128M`, `24 minutes` of 1440 seconds: what the number means, where that is not what stands
 * there.
 */
export function amountInWords(directive: Directive, value: string): string | undefined {
    if (directive.type !== 'integer' || value.trim() === '') {
        return undefined;
    }
    const isPlain = /^\s*[+-]?\d+\s*$/.test(value);
    const quantity = readQuantity(value);
    if (quantity.junk || (!isPlain && !takesSuffix(directive)) || !Number.isSafeInteger(quantity.value)) {
        return undefined;
    }
    const other = inOtherUnit(quantity.value, directive.unit);
    if (isPlain) {
        return other;
    }
    const exact = withUnit(quantity.value, directive.unit);
    // The short form of a size is what stands there already.
    return other === undefined || directive.unit === 'bytes' ? exact : `${exact}: ${other}`;
}
