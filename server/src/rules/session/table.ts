import type { Rule } from '../rule.ts';
import { cookieDomainInvalid } from './cookieDomainInvalid.ts';
import { cookieOutlivesSession } from './cookieOutlivesSession.ts';
import { cookiePathRelative } from './cookiePathRelative.ts';
import { cookiesOff } from './cookiesOff.ts';
import { extensionOrder } from './extensionOrder.ts';
import { filesPathCut } from './filesPathCut.ts';
import { filesPathDepth } from './filesPathDepth.ts';
import { filesPathParameter } from './filesPathParameter.ts';
import { filesPathRelative } from './filesPathRelative.ts';
import { filesPathTmp } from './filesPathTmp.ts';
import { gcEveryRequest } from './gcEveryRequest.ts';
import { gcIrrelevant } from './gcIrrelevant.ts';
import { gcMaxlifetimeForever } from './gcMaxlifetimeForever.ts';
import { handlerNotLoaded } from './handlerNotLoaded.ts';
import { handlerPathMismatch } from './handlerPathMismatch.ts';
import { handlerUnknown } from './handlerUnknown.ts';
import { handlerUser } from './handlerUser.ts';
import { ipv6Unbracketed } from './ipv6Unbracketed.ts';
import { lockBudget } from './lockBudget.ts';
import { lockExpireCli } from './lockExpireCli.ts';
import { memcachePathOverridden } from './memcachePathOverridden.ts';
import { memcachePortMissing } from './memcachePortMissing.ts';
import { multiServerNoReplicas } from './multiServerNoReplicas.ts';
import { noSamesite } from './noSamesite.ts';
import { notForSessions } from './notForSessions.ts';
import { notHttponly } from './notHttponly.ts';
import { notSecure } from './notSecure.ts';
import { notStrict } from './notStrict.ts';
import { partitionedNeedsSecure } from './partitionedNeedsSecure.ts';
import { pathParameter } from './pathParameter.ts';
import { pathPersistentPrefix } from './pathPersistentPrefix.ts';
import { pathPlaceholder } from './pathPlaceholder.ts';
import { pathQuery } from './pathQuery.ts';
import { pathScheme } from './pathScheme.ts';
import { pathSeparator } from './pathSeparator.ts';
import { portMissing } from './portMissing.ts';
import { portRange } from './portRange.ts';
import { proxyNeedsText } from './proxyNeedsText.ts';
import { redisAuthVisible } from './redisAuthVisible.ts';
import { redisLockingOff } from './redisLockingOff.ts';
import { redisLockingSeveral } from './redisLockingSeveral.ts';
import { redisUrlIgnored } from './redisUrlIgnored.ts';
import { redisclusterSeeds } from './redisclusterSeeds.ts';
import { removeFailedNeedsLimit } from './removeFailedNeedsLimit.ts';
import { renamedDirective } from './renamedDirective.ts';
import { replicasIncomplete } from './replicasIncomplete.ts';
import { replicasLazyWrite } from './replicasLazyWrite.ts';
import { replicasNeedBinary } from './replicasNeedBinary.ts';
import { replicasTooMany } from './replicasTooMany.ts';
import { samesiteInvalid } from './samesiteInvalid.ts';
import { samesiteNoneInsecure } from './samesiteNoneInsecure.ts';
import { samesiteNoneUnquoted } from './samesiteNoneUnquoted.ts';
import { serializeHandlerUnknown } from './serializeHandlerUnknown.ts';
import { sessPrefixRejected } from './sessPrefixRejected.ts';
import { sessionNameRejected } from './sessionNameRejected.ts';
import { straySpace } from './straySpace.ts';
import { uploadProgressFreq } from './uploadProgressFreq.ts';
import { versionDefaultChange } from './versionDefaultChange.ts';
import { weightsIgnored } from './weightsIgnored.ts';

/** Of sessions and of what keeps them. */
export const sessionRules: readonly Rule[] = [
    cookieDomainInvalid,
    cookieOutlivesSession,
    cookiePathRelative,
    cookiesOff,
    extensionOrder,
    filesPathCut,
    filesPathDepth,
    filesPathParameter,
    filesPathRelative,
    filesPathTmp,
    gcEveryRequest,
    gcIrrelevant,
    gcMaxlifetimeForever,
    handlerNotLoaded,
    handlerPathMismatch,
    handlerUnknown,
    handlerUser,
    ipv6Unbracketed,
    lockBudget,
    lockExpireCli,
    memcachePathOverridden,
    memcachePortMissing,
    multiServerNoReplicas,
    noSamesite,
    notForSessions,
    notHttponly,
    notSecure,
    notStrict,
    partitionedNeedsSecure,
    pathParameter,
    pathPersistentPrefix,
    pathPlaceholder,
    pathQuery,
    pathScheme,
    pathSeparator,
    portMissing,
    portRange,
    proxyNeedsText,
    redisAuthVisible,
    redisLockingOff,
    redisLockingSeveral,
    redisUrlIgnored,
    redisclusterSeeds,
    removeFailedNeedsLimit,
    renamedDirective,
    replicasIncomplete,
    replicasLazyWrite,
    replicasNeedBinary,
    replicasTooMany,
    samesiteInvalid,
    samesiteNoneInsecure,
    samesiteNoneUnquoted,
    serializeHandlerUnknown,
    sessPrefixRejected,
    sessionNameRejected,
    straySpace,
    uploadProgressFreq,
    versionDefaultChange,
    weightsIgnored,
];
