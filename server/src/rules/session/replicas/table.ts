import type { Rule } from '../../rule.ts';
import { multiServerNoReplicas } from './multiServerNoReplicas.ts';
import { proxyNeedsText } from './proxyNeedsText.ts';
import { removeFailedNeedsLimit } from './removeFailedNeedsLimit.ts';
import { replicasIncomplete } from './replicasIncomplete.ts';
import { replicasLazyWrite } from './replicasLazyWrite.ts';
import { replicasNeedBinary } from './replicasNeedBinary.ts';
import { replicasTooMany } from './replicasTooMany.ts';
import { sessPrefixRejected } from './sessPrefixRejected.ts';

/** Of sessions on several stores. */
export const replicaRules: readonly Rule[] = [
    multiServerNoReplicas,
    proxyNeedsText,
    removeFailedNeedsLimit,
    replicasIncomplete,
    replicasLazyWrite,
    replicasNeedBinary,
    replicasTooMany,
    sessPrefixRejected,
];
