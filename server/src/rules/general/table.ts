import type { Rule } from '../rule.ts';
import { arrayOnScalar } from './arrayOnScalar.ts';
import { bitmaskJunk } from './bitmaskJunk.ts';
import { boolNotBool } from './boolNotBool.ts';
import { commentInValue } from './commentInValue.ts';
import { deprecatedDirective } from './deprecatedDirective.ts';
import { directiveCase } from './directiveCase.ts';
import { directiveStopsPhp } from './directiveStopsPhp.ts';
import { directiveTooNew } from './directiveTooNew.ts';
import { duplicate, duplicateSame } from './duplicate.ts';
import { duplicateExtension } from './duplicateExtension.ts';
import { extensionKind } from './extensionKind.ts';
import { extensionList } from './extensionList.ts';
import { extensionPartOfPhp } from './extensionPartOfPhp.ts';
import { extensionWindows } from './extensionWindows.ts';
import { hashComment } from './hashComment.ts';
import { hostPortSectionLeak } from './hostPortSectionLeak.ts';
import { intJunk } from './intJunk.ts';
import { invisibleChars } from './invisibleChars.ts';
import { keywordAsText } from './keywordAsText.ts';
import { missingEquals } from './missingEquals.ts';
import { misspeltDirective } from './misspeltDirective.ts';
import { outOfRange } from './outOfRange.ts';
import { removedDirective, removedDirectiveIdle } from './removedDirective.ts';
import { serverSyntax } from './serverSyntax.ts';
import { sizeWithoutUnit } from './sizeWithoutUnit.ts';
import { swallowedLines } from './swallowedLines.ts';
import { syntaxError } from './syntaxError.ts';
import { timeWithSizeUnit } from './timeWithSizeUnit.ts';
import { timezoneInvalid } from './timezoneInvalid.ts';
import { unknownDirective } from './unknownDirective.ts';
import { unquotedSpecial } from './unquotedSpecial.ts';
import { uploadAbovePost, memoryBelowPost } from './uploadSizes.ts';
import { userIniScope } from './userIniScope.ts';
import { valueNotAllowed } from './valueNotAllowed.ts';
import { variableFallback } from './variableFallback.ts';

/** Of any php.ini: its grammar, and what the catalogue knows of every directive. */
export const generalRules: readonly Rule[] = [
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
    directiveCase,
    misspeltDirective,
    unknownDirective,
    directiveStopsPhp,
    removedDirective,
    removedDirectiveIdle,
    deprecatedDirective,
    directiveTooNew,
    duplicate,
    duplicateSame,
    userIniScope,
    boolNotBool,
    intJunk,
    timeWithSizeUnit,
    sizeWithoutUnit,
    outOfRange,
    valueNotAllowed,
    bitmaskJunk,
    keywordAsText,
    timezoneInvalid,
    uploadAbovePost,
    memoryBelowPost,
    duplicateExtension,
    extensionKind,
    extensionPartOfPhp,
    extensionList,
    extensionWindows,
];
