import type { Rule } from '../../rule.ts';
import { lockBudget } from './lockBudget.ts';
import { lockExpireCli } from './lockExpireCli.ts';
import { memcachedLockingOff } from './memcachedLockingOff.ts';
import { redisLockShort } from './redisLockShort.ts';
import { redisLockingOff } from './redisLockingOff.ts';
import { redisLockingSeveral } from './redisLockingSeveral.ts';

/** Of the locks of sessions. */
export const lockRules: readonly Rule[] = [
    lockBudget,
    lockExpireCli,
    memcachedLockingOff,
    redisLockShort,
    redisLockingOff,
    redisLockingSeveral,
];
