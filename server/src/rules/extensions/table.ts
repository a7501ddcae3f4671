import type { Rule } from '../rule.ts';
import { duplicateExtension } from './duplicateExtension.ts';
import { extensionKind } from './extensionKind.ts';
import { extensionList } from './extensionList.ts';
import { extensionPartOfPhp } from './extensionPartOfPhp.ts';
import { extensionWindows } from './extensionWindows.ts';

/** Of `extension` and `zend_extension`. */
export const extensionRules: readonly Rule[] = [
    duplicateExtension,
    extensionKind,
    extensionPartOfPhp,
    extensionList,
    extensionWindows,
];
