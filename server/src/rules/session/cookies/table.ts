import type { Rule } from '../../rule.ts';
import { cookieDomainInvalid } from './cookieDomainInvalid.ts';
import { cookieOutlivesSession } from './cookieOutlivesSession.ts';
import { cookiePathRelative } from './cookiePathRelative.ts';
import { cookiesOff } from './cookiesOff.ts';
import { noSamesite } from './noSamesite.ts';
import { notHttponly } from './notHttponly.ts';
import { notSecure } from './notSecure.ts';
import { notStrict } from './notStrict.ts';
import { partitionedNeedsSecure } from './partitionedNeedsSecure.ts';
import { samesiteInvalid } from './samesiteInvalid.ts';
import { samesiteNoneInsecure } from './samesiteNoneInsecure.ts';
import { samesiteNoneUnquoted } from './samesiteNoneUnquoted.ts';
import { sessionNameRejected } from './sessionNameRejected.ts';

/** Of the cookie of a session. */
export const cookieRules: readonly Rule[] = [
    cookieDomainInvalid,
    cookieOutlivesSession,
    cookiePathRelative,
    cookiesOff,
    noSamesite,
    notHttponly,
    notSecure,
    notStrict,
    partitionedNeedsSecure,
    samesiteInvalid,
    samesiteNoneInsecure,
    samesiteNoneUnquoted,
    sessionNameRejected,
];
