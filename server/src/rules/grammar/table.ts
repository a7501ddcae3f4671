import type { Rule } from '../rule.ts';
import { arrayOnScalar } from './arrayOnScalar.ts';
import { commentInValue } from './commentInValue.ts';
import { hashComment } from './hashComment.ts';
import { hostPortSectionLeak } from './hostPortSectionLeak.ts';
import { invisibleChars } from './invisibleChars.ts';
import { missingEquals } from './missingEquals.ts';
import { serverSyntax } from './serverSyntax.ts';
import { swallowedLines } from './swallowedLines.ts';
import { syntaxError } from './syntaxError.ts';
import { unquotedSpecial } from './unquotedSpecial.ts';
import { variableBraces } from './variableBraces.ts';
import { variableFallback } from './variableFallback.ts';

/** Of the grammar of php.ini. */
export const grammarRules: readonly Rule[] = [
    syntaxError,
    unquotedSpecial,
    swallowedLines,
    commentInValue,
    hashComment,
    missingEquals,
    serverSyntax,
    hostPortSectionLeak,
    invisibleChars,
    arrayOnScalar,
    variableFallback,
    variableBraces,
];
