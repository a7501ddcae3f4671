import type { Rule } from '../rule.ts';
import { handlerPathMismatch } from './handlerPathMismatch.ts';
import { handlerUnknown } from './handlerUnknown.ts';
import { pathScheme } from './pathScheme.ts';
import { pathSeparator } from './pathSeparator.ts';
import { samesiteNoneUnquoted } from './samesiteNoneUnquoted.ts';

/** Of sessions and of what keeps them. */
export const sessionRules: readonly Rule[] = [
    handlerUnknown,
    handlerPathMismatch,
    pathScheme,
    pathSeparator,
    samesiteNoneUnquoted,
];
