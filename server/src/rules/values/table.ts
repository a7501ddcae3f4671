import type { Rule } from '../rule.ts';
import { bitmaskJunk } from './bitmaskJunk.ts';
import { boolNotBool } from './boolNotBool.ts';
import { intJunk } from './intJunk.ts';
import { keywordAsText } from './keywordAsText.ts';
import { memoryLimitTooSmall } from './memoryLimitTooSmall.ts';
import { outOfRange } from './outOfRange.ts';
import { sizeWithoutUnit } from './sizeWithoutUnit.ts';
import { timeWithSizeUnit } from './timeWithSizeUnit.ts';
import { timezoneInvalid } from './timezoneInvalid.ts';
import { uploadAbovePost, memoryBelowPost } from './uploadSizes.ts';
import { valueNotAllowed } from './valueNotAllowed.ts';

/** Of what directives are set to. */
export const valueRules: readonly Rule[] = [
    boolNotBool,
    intJunk,
    timeWithSizeUnit,
    sizeWithoutUnit,
    memoryLimitTooSmall,
    outOfRange,
    valueNotAllowed,
    bitmaskJunk,
    keywordAsText,
    timezoneInvalid,
    uploadAbovePost,
    memoryBelowPost,
];
