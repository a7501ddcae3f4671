import type { Rule } from '../rule.ts';
import { deprecatedDirective } from './deprecatedDirective.ts';
import { directiveCase } from './directiveCase.ts';
import { directiveStopsPhp } from './directiveStopsPhp.ts';
import { directiveTooNew } from './directiveTooNew.ts';
import { duplicate, duplicateSame } from './duplicate.ts';
import { misspeltDirective } from './misspeltDirective.ts';
import { noSuchDirective } from './noSuchDirective.ts';
import { olderPhp } from './olderPhp.ts';
import { removedDirective, removedDirectiveIdle } from './removedDirective.ts';
import { unknownDirective } from './unknownDirective.ts';
import { userIniScope } from './userIniScope.ts';

/** Of the names of directives. */
export const nameRules: readonly Rule[] = [
    directiveCase,
    misspeltDirective,
    noSuchDirective,
    unknownDirective,
    directiveStopsPhp,
    removedDirective,
    removedDirectiveIdle,
    deprecatedDirective,
    directiveTooNew,
    duplicate,
    duplicateSame,
    userIniScope,
    olderPhp,
];
