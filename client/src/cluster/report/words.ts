import type { FaultReport, TrafficTotals, VerificationReport } from './report.ts';
import { wasTried } from './tables.ts';

/** What each fault does to its node. Those of a later version may be missing. */
const FAULT_MEANINGS: Readonly<Record<string, string>> = {
    kill: 'the container is killed with SIGKILL, as when a machine dies, and started again',
    stop: 'the container gets SIGTERM, and is started again',
    'graceful-stop': 'the container is stopped with its own stop signal, which lets requests end, and started again',
    pause: 'every process of the container is held, and goes on later',
    cut: 'the container is disconnected from its networks, and connected again',
    restart: 'the container is restarted',
    'process-kill': 'Apache or memcached inside the container is killed with SIGKILL',
    'proxy-kill': 'the memcached proxy beside Apache is killed with SIGKILL',
};

/** What the figures of a report are, one a line. */
const FIGURE_MEANINGS: readonly (readonly [string, string])[] = [
    ['errors', 'any answer but the expected one, and none at all'],
    [
        'cut',
        'of the errors: POST requests under way on the node when it failed, which the balancer is told not to repeat',
    ],
    ['lost', 'the counter in the session restarted, or the id of the session changed'],
    ['stale', 'the counter went back, or two requests saw the same one'],
    ['replayed', 'one request ran twice: the balancer repeated it on another node'],
    ['p99', '99 of 100 requests took at most this long'],
    [
        'recovery',
        'the longest that a session of the node waited for an answer, from its first request that met with the fault',
    ],
    ['not run', 'the time was up before the turn of this fault'],
    ['impossible', 'this fault cannot be brought about on this node'],
];

/** The verdict in a sentence, and in further ones what it leaves out or puts up with. */
export function renderVerdict(report: VerificationReport): string {
    const first = report.verdict === 'pass' ? `PASS: ${wellness(report)}` : `FAIL: ${harm(report)}`;
    const extent = `${counted(report.sessions, 'session', 'sessions')}, ${counted(report.totals.requests, 'request', 'requests')}`;
    return [`${first} (${extent}).`, ...reservations(report)].join(' ');
}

/** What a reader must know beside a verdict: requests that were cut, and faults that were not tried. A sentence each. */
function reservations({ totals, faults }: VerificationReport): string[] {
    const notRun = faults.filter(({ verdict }) => verdict === 'notRun').length;
    const impossible = faults.filter(({ verdict }) => verdict === 'impossible').length;
    return [
        ...(totals.cut > 0
            ? [`${counted(totals.cut, 'POST request was cut', 'POST requests were cut')}: ${CUT_REASON}.`]
            : []),
        ...(notRun > 0
            ? [`${notRun} of ${counted(faults.length, 'fault', 'faults')} had no turn: the time was up.`]
            : []),
        ...(impossible > 0
            ? [`${impossible} of ${counted(faults.length, 'fault', 'faults')} cannot be brought about here.`]
            : []),
    ];
}

const CUT_REASON = 'under way on a node that failed, and not run again elsewhere, for it might then run twice';

/** The meaning of every word in the report: the figures, and the faults that it has. */
export function meanings({ faults }: VerificationReport): (readonly [string, string])[] {
    const names = new Set(faults.map(({ fault }) => fault));
    const known = Object.entries(FAULT_MEANINGS).filter(([name]) => names.has(name));
    return [...FIGURE_MEANINGS, ...known.map(([name, meaning]) => [`fault ${name}`, meaning] as const)];
}

/** `3 errors, 12 lost, 4 stale`: errors without those that were cut on purpose. */
export function harmOf({ errors, cut, lost, stale }: TrafficTotals): string {
    return `${counted(errors - cut, 'error', 'errors')}, ${lost} lost, ${stale} stale`;
}

export function isFailure({ verdict }: FaultReport): boolean {
    return verdict === 'fail';
}

function wellness({ totals, faults }: VerificationReport): string {
    const exception = totals.cut > 0 ? ' but what the balancer is told not to repeat' : '';
    const tried = counted(faults.filter(wasTried).length, 'fault', 'faults');
    return `no session was lost and no request failed${exception} in ${tried}`;
}

function harm({ totals, faults }: VerificationReport): string {
    const failed = faults.filter(isFailure).length;
    const tried = counted(faults.filter(wasTried).length, 'fault', 'faults');
    return `${harmOf(totals)} ${failed === 0 ? `outside the ${tried}` : `in ${failed} of ${tried}`}`;
}

function counted(number: number, one: string, many: string): string {
    return `${number} ${number === 1 ? one : many}`;
}
