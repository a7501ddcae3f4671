import type { Rule } from '../../rule.ts';
import { redisAuthMisread } from './redisAuthMisread.ts';
import { redisAuthVisible } from './redisAuthVisible.ts';
import { redisclusterSeeds } from './redisclusterSeeds.ts';
import { redisDatabaseRange } from './redisDatabaseRange.ts';
import { redisNeeds6 } from './redisNeeds6.ts';
import { redisParameterMisread } from './redisParameterMisread.ts';
import { redisParameterUnknown } from './redisParameterUnknown.ts';
import { redisSentinel } from './redisSentinel.ts';
import { redisSocket } from './redisSocket.ts';
import { redisUrlIgnored } from './redisUrlIgnored.ts';
import { redisUrlInvalid } from './redisUrlInvalid.ts';
import { redisValueCut } from './redisValueCut.ts';
import { redisVersionDiffers } from './redisVersionDiffers.ts';

/** Of `session.save_path` for the handlers of phpredis. */
export const redisRules: readonly Rule[] = [
    redisAuthMisread,
    redisAuthVisible,
    redisDatabaseRange,
    redisNeeds6,
    redisParameterMisread,
    redisParameterUnknown,
    redisSentinel,
    redisSocket,
    redisUrlIgnored,
    redisUrlInvalid,
    redisValueCut,
    redisVersionDiffers,
    redisclusterSeeds,
];
