import { findDirective } from '../catalog/lookup.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { isExtensionName } from '../phpIni/syntax/evaluate.ts';

/** Whether an ini file of any name is PHP's: half of what it sets are directives of PHP, or it loads an extension. */
export function isPhps(text: string): boolean {
    const { assignments } = parsePhpIni(text);
    const known = assignments.filter(({ name, key }) => !key && findDirective(name) !== undefined);
    return (
        known.some(({ name }) => isExtensionName(name)) || (known.length > 0 && known.length * 2 >= assignments.length)
    );
}
