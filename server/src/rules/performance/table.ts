import type { Rule } from '../rule.ts';
import { jitBlocked } from './jitBlocked.ts';
import { jitInvalid } from './jitInvalid.ts';
import { jitWithoutBuffer } from './jitWithoutBuffer.ts';
import { opcacheDisabled } from './opcacheDisabled.ts';
import { opcacheMegabytes } from './opcacheMegabytes.ts';
import { opcacheNeverLooks } from './opcacheNeverLooks.ts';
import { opcacheSaveComments } from './opcacheSaveComments.ts';
import { opcacheStrings } from './opcacheStrings.ts';
import { realpathCacheSmall } from './realpathCacheSmall.ts';

/** Of what makes PHP slow, or is meant to make it fast and does not. */
export const performanceRules: readonly Rule[] = [
    opcacheMegabytes,
    opcacheStrings,
    opcacheDisabled,
    opcacheNeverLooks,
    opcacheSaveComments,
    jitInvalid,
    jitBlocked,
    jitWithoutBuffer,
    realpathCacheSmall,
];
