import * as l10n from '@vscode/l10n';
import type { FaultVerdict, TrafficGroup, TrafficTotals, VerificationReport } from './report.ts';
import type { Style } from './style.ts';
import { HARM, hasFailed, wasTried } from './verdicts.ts';

/** What runs on the nodes, in what is told of them. */
export type SoftwareTitles = NonNullable<VerificationReport['software']>;

const OWN_TITLES: SoftwareTitles = { application: 'Apache', store: 'memcached' };

/** What each fault is called where a person reads it, and what it does to its node. */
function faultWords({
    application,
    store,
}: SoftwareTitles): Readonly<Record<string, { readonly name: string; readonly meaning: string }>> {
    return {
        kill: {
            name: l10n.t('Kill'),
            meaning: l10n.t('The container is gone at once, as when a machine dies (SIGKILL).'),
        },
        stop: {
            name: l10n.t('Stop'),
            meaning: l10n.t('The container is told to end, and cuts the requests under way (SIGTERM).'),
        },
        'graceful-stop': {
            name: l10n.t('Stop gracefully'),
            meaning: l10n.t('The container is stopped as Docker stops it; requests under way may end.'),
        },
        pause: {
            name: l10n.t('Pause'),
            meaning: l10n.t('The container accepts connections, but answers none for a while.'),
        },
        stall: {
            name: l10n.t('Stall all stores'),
            meaning: l10n.t(
                'All stores accept connections, but answer none for 2 s, as when their machine is overloaded.',
            ),
        },
        disconnect: {
            name: l10n.t('Disconnect'),
            meaning: l10n.t('The container runs on, but nothing reaches it for a while.'),
        },
        isolate: {
            name: l10n.t('Isolate from the stores'),
            meaning: l10n.t(
                'The container reaches everything but the stores, for up to 6 s; it is over when the container is started anew.',
            ),
        },
        restart: {
            name: l10n.t('Restart'),
            meaning: l10n.t('The container is stopped and started again at once.'),
        },
        'process-kill': {
            name: l10n.t('Kill the process'),
            meaning: l10n.t('{0} or {1} inside the container is killed (SIGKILL).', application, store),
        },
        'proxy-kill': {
            name: l10n.t('Kill the proxy'),
            meaning: l10n.t('The memcached proxy beside {0} is killed (SIGKILL).', application),
        },
        evict: {
            name: l10n.t('Evict sessions'),
            meaning: l10n.t('The store forgets half of its sessions, as when its memory is full.'),
        },
        skew: {
            name: l10n.t('Set the clock apart'),
            meaning: l10n.t(
                'The container is started again with a clock that is 10 s ahead or behind, as where no time server is asked.',
            ),
        },
    };
}

/** The fault's own name where a later version knows more faults. */
export function faultName(fault: string): string {
    return faultWords(OWN_TITLES)[fault]?.name ?? fault;
}

/** What a fault does to its node; empty where a later version knows more faults. */
export function faultMeaning(fault: string, titles = OWN_TITLES): string {
    return faultWords(titles)[fault]?.meaning ?? '';
}

export function verdictName(verdict: FaultVerdict): string {
    switch (verdict) {
        case 'pass':
            return l10n.t('passed');
        case 'fail':
            return l10n.t('failed');
        case 'notRun':
            return l10n.t('not run');
        case 'impossible':
            return l10n.t('impossible');
    }
}

/** A figure of a report: what stands above its column, and what it is. */
interface FigureWords {
    readonly name: string;
    readonly meaning?: string;
    readonly kind: 'count' | 'time';
}

export function figureWords({ application } = OWN_TITLES): Readonly<Record<keyof TrafficTotals, FigureWords>> {
    return {
        requests: { name: l10n.t('Requests'), kind: 'count' },
        errors: {
            name: l10n.t('Errors'),
            meaning: l10n.t('any answer but the expected one, and none at all; without those that were cut'),
            kind: 'count',
        },
        cut: {
            name: l10n.t('Cut'),
            meaning: l10n.t(
                'requests under way on the {0} node when it failed: a POST that the balancer is told not to repeat, or one whose write was refused, as its lock had ended meanwhile',
                application,
            ),
            kind: 'count',
        },
        lost: {
            name: l10n.t('Lost'),
            meaning: l10n.t('the counter in the session restarted, or the id of the session changed'),
            kind: 'count',
        },
        stale: {
            name: l10n.t('Stale'),
            meaning: l10n.t('the counter went back, or two requests saw the same one'),
            kind: 'count',
        },
        foreign: {
            name: l10n.t('Foreign'),
            meaning: l10n.t('the answer had the data of another session'),
            kind: 'count',
        },
        empty: {
            name: l10n.t('Empty'),
            meaning: l10n.t('the page was served without any session, as to somebody who is logged out'),
            kind: 'count',
        },
        replayed: {
            name: l10n.t('Replayed'),
            meaning: l10n.t('one request ran twice: the balancer repeated it on another node'),
            kind: 'count',
        },
        p99Ms: { name: l10n.t('p99'), meaning: l10n.t('99 of 100 requests took at most this long'), kind: 'time' },
        slowestMs: { name: l10n.t('Slowest'), kind: 'time' },
    };
}

export function recoveryWords(): FigureWords & { readonly meaning: string } {
    return {
        name: l10n.t('Recovery'),
        meaning: l10n.t(
            'the longest that a session of the node waited for an answer, from its first request that met with the fault',
        ),
        kind: 'time',
    };
}

/** Before a fault, while it lasted, and after the node was back. */
export function phaseNames() {
    return { before: l10n.t('Before'), during: l10n.t('While it lasted'), after: l10n.t('Afterwards') };
}

export function groupName({ mode, method }: Pick<TrafficGroup, 'mode' | 'method'>): string {
    return mode === 'sequential' ? l10n.t('{0}, one at a time', method) : l10n.t('{0}, several at once', method);
}

/** `Errors: 3, lost: 12, stale: 4, foreign: 0, empty: 2`. */
export function harmInWords(totals: TrafficTotals, style: Style): string {
    return l10n.t(
        'Errors: {0}, lost: {1}, stale: {2}, foreign: {3}, empty: {4}',
        ...HARM.map(figure => style.number(totals[figure])),
    );
}

/** The verdict's reasons, what was tried, and in further sentences what a reader must know beside it. */
export function verdictSentences(report: VerificationReport, style: Style): string[] {
    const { totals, faults, sessions } = report;
    return [
        ...(hasFailed(report) ? harmSentences(report, style) : wellSentences(report)),
        l10n.t(
            'Faults tried: {0}, sessions: {1}, requests: {2}.',
            style.number(faults.filter(wasTried).length),
            style.number(sessions),
            style.number(totals.requests),
        ),
        ...reservations(report, style),
    ];
}

function wellSentences({ totals }: VerificationReport): string[] {
    return [
        totals.cut > 0
            ? l10n.t('No session was lost, and no request failed but those that were cut.')
            : l10n.t('No session was lost, and no request failed.'),
    ];
}

function harmSentences({ totals, faults }: VerificationReport, style: Style): string[] {
    const failed = faults.filter(hasFailed).length;
    return [
        `${harmInWords(totals, style)}.`,
        failed === 0
            ? l10n.t('It happened outside the faults.')
            : l10n.t('Faults that failed: {0}.', style.number(failed)),
    ];
}

/** Requests that were cut, and faults that were not tried. A sentence each. */
function reservations({ totals, faults, software = OWN_TITLES }: VerificationReport, style: Style): string[] {
    const all = style.number(faults.length);
    const notRun = faults.filter(({ verdict }) => verdict === 'notRun').length;
    const impossible = faults.filter(({ verdict }) => verdict === 'impossible').length;
    return [
        ...(totals.cut > 0
            ? [
                  l10n.t(
                      'Requests that were cut: {0}. They were under way on a node with {1} that failed: a POST does not run again elsewhere, where it might run twice, and a request that was held up for longer than its lock lasts overwrites nothing.',
                      style.number(totals.cut),
                      software.application,
                  ),
              ]
            : []),
        ...(notRun > 0 ? [l10n.t('{0} of {1} faults had no turn: the time was up.', style.number(notRun), all)] : []),
        ...(impossible > 0
            ? [l10n.t('{0} of {1} faults cannot be brought about here.', style.number(impossible), all)]
            : []),
    ];
}

/** The meaning of every word in the report: the figures, the verdicts that need one, and the faults that it has. */
export function meanings(
    { faults, software }: VerificationReport,
    style: Style,
): (readonly [word: string, meaning: string])[] {
    const names = [...new Set(faults.map(({ fault }) => fault))];
    return [
        ...[...Object.values(figureWords(software)), recoveryWords()].flatMap(({ name, meaning }) =>
            meaning === undefined ? [] : [[name, meaning] as const],
        ),
        [style.verdict('notRun'), l10n.t('the time was up before the turn of this fault')],
        [style.verdict('impossible'), l10n.t('this fault cannot be brought about on this node')],
        ...names
            .map(fault => [style.fault(fault), faultMeaning(fault, software)] as const)
            .filter(([, meaning]) => meaning !== ''),
    ];
}

/** Where nothing in the set-up is weak. */
export function noWeakness(): string {
    return l10n.t('None was found.');
}

export function weaknessesTitle(): string {
    return l10n.t('Weaknesses of the set-up');
}

export function reportTitle({ environment }: VerificationReport): string {
    return l10n.t('Verification of {0}', environment);
}

export function meaningsTitle(): string {
    return l10n.t('What the words mean');
}
