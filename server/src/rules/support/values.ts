import type { Directive, DirectiveType } from '../../catalog/directive.ts';
import { findDirective } from '../../catalog/lookup.ts';
import { mayBe } from '../../phpIni/masked.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

type Kind = Pick<Directive, 'type' | 'extension'>;

/** Extensions that take digits only, or read past what PHP would take for a unit. */
const withoutSuffixes: ReadonlySet<string> = new Set(['memcache', 'redis']);

/** Whether PHP takes `K`, `M` and `G` behind the directive's number. */
export function takesSuffix({ type, extension }: Kind): boolean {
    return type === 'integer' && !withoutSuffixes.has(extension);
}

/** Whether two texts are the same to a directive of the type. */
export function isSame(type: DirectiveType, a: string, b: string): boolean {
    const kind = { type, extension: '' };
    return comparable(kind, a) === comparable(kind, b);
}

/**
 * Whether two texts of a directive mean the same to PHP: `On` and `1`, `1M` and `1048576`; of a PHP that does not have
 * the directive, undefined. Of what is masked nobody can say that it differs.
 */
export function meansTheSame(name: string, a: string | undefined, b: string | undefined): boolean {
    if (a === undefined || b === undefined || a === b) {
        return a === b;
    }
    const directive = findDirective(name);
    return (
        mayBe(a, b) ||
        mayBe(b, a) ||
        comparable(directive, a) === comparable(directive, b) ||
        (isText(directive) && literal(a) === literal(b))
    );
}

/** A text in which values that PHP takes for the same are the same. */
function comparable(directive: Kind | undefined, value: string): string {
    switch (directive?.type) {
        case 'boolean':
            return isTrue(value) ? '1' : '0';
        case 'integer': {
            const quantity = readQuantity(value);
            return quantity.junk || !takesSuffix(directive) ? value.trim() : String(quantity.value);
        }
        case 'bitmask':
            // Whatever is no number is 0.
            return String(Number.parseInt(value, 10) || 0);
        case 'float':
            return value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value;
        default:
            return value;
    }
}

/** Whether the extension alone knows what the directive makes of its text: it may well be a switch or a number. */
function isText(directive: Directive | undefined): boolean {
    return (directive?.type !== 'boolean' && directive?.type !== 'integer') || directive.alsoBoolean === true;
}

/** What the text would be as a switch or a number. */
function literal(value: string): string | number {
    const word = value.trim();
    if (/^(?:on|yes|true)$/i.test(word)) {
        return 1;
    }
    if (/^(?:off|no|false|)$/i.test(word)) {
        return 0;
    }
    const quantity = readQuantity(word);
    return quantity.junk ? value : quantity.value;
}
