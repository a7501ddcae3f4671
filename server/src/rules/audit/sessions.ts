import { isOff, isOn } from './judgements.ts';
import type { Opinion } from './opinion.ts';
import { everywhere, served } from './profiles.ts';
import { iniscan, owasp, pcc, sonarQube } from './sources.ts';

/** How ids of sessions travel, and when sessions are kept. */
export const sessionOpinions: readonly Opinion[] = [
    {
        directive: 'session.use_trans_sid',
        profiles: everywhere,
        severity: 'warning',
        title: 'Ids of sessions get into addresses of pages',
        reason: 'From there they get into logs, histories and the pages that are linked to.',
        sources: [owasp, iniscan, pcc, sonarQube(3336)],
        objects: isOn,
        better: 'Off',
        examples: ['On', 'Off'],
    },
    {
        directive: 'session.use_only_cookies',
        profiles: everywhere,
        severity: 'warning',
        title: 'Ids of sessions are taken from addresses of pages',
        reason: 'A link can then give a visitor the session of somebody else.',
        sources: [owasp, iniscan, pcc],
        objects: isOff,
        better: 'On',
        examples: ['Off', 'On'],
    },
    {
        directive: 'session.use_cookies',
        profiles: everywhere,
        title: 'Sessions have no cookie',
        reason: 'Their ids then travel in addresses of pages, or in what the application does by itself.',
        sources: [owasp, iniscan, pcc],
        objects: isOff,
        better: 'On',
        examples: ['Off', 'On'],
    },
    {
        directive: 'session.auto_start',
        profiles: everywhere,
        title: 'Every page has a session',
        reason: 'Also those that need none: each visit of a robot then is a session to keep and a lock to wait for.',
        sources: [owasp],
        objects: isOn,
        better: 'Off',
        examples: ['On', 'Off'],
    },
    {
        directive: 'session.name',
        profiles: served,
        severity: 'hint',
        title: 'The cookie of sessions has the name that PHP gives it',
        reason: 'It tells that there is PHP, and two applications of one site take each other\u2019s session.',
        sources: [owasp, iniscan, pcc],
        objects: value => value === 'PHPSESSID',
        examples: ['PHPSESSID', 'SHOP'],
        byDefault: true,
    },
    {
        directive: 'session.lazy_write',
        profiles: served,
        title: 'Sessions are written also where nothing has changed',
        reason: 'That costs a store a write a page. Where sessions are on several stores whose replicas memcached\u2019s extension writes, it is needed all the same.',
        sources: [iniscan],
        objects: isOff,
        better: 'On',
        examples: ['Off', 'On'],
    },
];
