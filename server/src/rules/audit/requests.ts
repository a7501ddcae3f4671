import { isEmpty } from './judgements.ts';
import type { Opinion } from './opinion.ts';
import { everywhere, served } from './profiles.ts';
import { iniscan, owasp, pcc, phpProduction } from './sources.ts';

/** What PHP takes from a request, and says of its answer. */
export const requestOpinions: readonly Opinion[] = [
    {
        directive: 'default_charset',
        profiles: everywhere,
        severity: 'warning',
        title: 'Answers do not say in which encoding they are',
        reason: 'Browsers then guess, and what protects a page from script of others may be read in another way than it was written. The name is `UTF-8`, with its hyphen.',
        sources: [pcc, iniscan],
        objects: value => /^(?:|utf8)$/i.test(value.trim()),
        better: 'UTF-8',
        examples: ['utf8', 'UTF-8'],
    },
    {
        directive: 'default_mimetype',
        profiles: everywhere,
        severity: 'warning',
        title: 'Answers do not say what they are',
        reason: 'Browsers then guess, and may run as a page what was no page.',
        sources: [pcc],
        objects: isEmpty,
        better: 'text/html',
        examples: ['""', 'text/html'],
    },
    {
        directive: 'request_order',
        profiles: served,
        title: 'Cookies are among the variables of a request',
        reason: 'Whoever can set a cookie for the site then sets what a page reads from `$_REQUEST`.',
        sources: [pcc, phpProduction],
        objects: value => /c/i.test(value),
        better: 'GP',
        examples: ['CGP', 'GP'],
    },
    {
        directive: 'variables_order',
        profiles: everywhere,
        title: 'There are no variables of the server',
        reason: 'Without `S` the array `$_SERVER` is empty, by which pages tell how they are called, over HTTPS for example.',
        sources: [owasp, phpProduction],
        objects: value => !/s/i.test(value),
        better: 'GPCS',
        examples: ['GPC', 'GPCS'],
    },
];
