import { handlerPathMismatch } from './handlerPathMismatch.ts';
import { handlerUnknown } from './handlerUnknown.ts';
import { pathScheme } from './pathScheme.ts';
import { pathSeparator } from './pathSeparator.ts';
import type { Rule } from './rule.ts';
import { samesiteNoneUnquoted } from './samesiteNoneUnquoted.ts';
import { syntaxError } from './syntaxError.ts';

export const rules: readonly Rule[] = [
    syntaxError,
    handlerUnknown,
    handlerPathMismatch,
    pathScheme,
    pathSeparator,
    samesiteNoneUnquoted,
];
