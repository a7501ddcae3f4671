import type { DirectiveType } from '../catalog/directive.ts';
import { readQuantity } from './general/quantity.ts';

/** Whether PHP takes the text of a directive for On. */
export function isTrue(value: string): boolean {
    return /^(?:true|yes|on)$/i.test(value) || /^\s*[+-]?0*[1-9]/.test(value);
}

/** Whether two texts are the same to a directive of the type. */
export function isSame(type: DirectiveType, a: string, b: string): boolean {
    switch (type) {
        case 'boolean':
            return isTrue(a) === isTrue(b);
        case 'integer':
            return readQuantity(a).value === readQuantity(b).value;
        default:
            return a === b;
    }
}
