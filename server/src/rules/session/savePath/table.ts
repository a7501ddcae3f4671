import type { Rule } from '../../rule.ts';
import { ipv6Unbracketed } from './ipv6Unbracketed.ts';
import { memcachePathOverridden } from './memcachePathOverridden.ts';
import { memcachePortMissing } from './memcachePortMissing.ts';
import { pathParameter } from './pathParameter.ts';
import { pathPersistentPrefix } from './pathPersistentPrefix.ts';
import { pathPlaceholder } from './pathPlaceholder.ts';
import { pathQuery } from './pathQuery.ts';
import { pathScheme } from './pathScheme.ts';
import { pathSeparator } from './pathSeparator.ts';
import { portMissing } from './portMissing.ts';
import { portRange } from './portRange.ts';
import { straySpace } from './straySpace.ts';
import { weightsIgnored } from './weightsIgnored.ts';

/** Of `session.save_path`. */
export const savePathRules: readonly Rule[] = [
    ipv6Unbracketed,
    memcachePathOverridden,
    memcachePortMissing,
    pathParameter,
    pathPersistentPrefix,
    pathPlaceholder,
    pathQuery,
    pathScheme,
    pathSeparator,
    portMissing,
    portRange,
    straySpace,
    weightsIgnored,
];
