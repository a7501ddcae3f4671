import XMLBuilder from 'fast-xml-builder';
import type { FaultReport, TrafficTotals, VerificationReport } from './report.ts';
import { plainStyle } from './style.ts';
import { renderVerdict } from './text.ts';
import { hasFailed, wasTried } from './verdicts.ts';
import { groupName, harmInWords, phaseNames, reportTitle } from './words.ts';

type Attributes = Readonly<Record<`@${string}`, string | number>>;

interface TestCase extends Attributes {
    readonly skipped?: Attributes;
    readonly failure?: Attributes & { readonly text: string };
}

/**
 * For the test reports of a pipeline: JUnit XML as Jenkins, GitLab and GitHub's reporters read it. One suite, one case
 * a fault of a node; a fault that was not tried is skipped, with the reason. Times in seconds.
 */
export function renderReportJunit(report: VerificationReport): string {
    const cases = [...numbered(report.faults).map(([fault, name]) => testCase(report, fault, name)), ...rest(report)];
    const name = reportTitle(report);
    const counts = {
        '@tests': cases.length,
        '@failures': cases.filter(({ failure }) => failure !== undefined).length,
        '@errors': 0,
        '@skipped': cases.filter(({ skipped }) => skipped !== undefined).length,
        '@time': seconds(report.timeline.sliceMs * report.timeline.slices.length),
    };
    const builder = new XMLBuilder({
        attributeNamePrefix: '@',
        textNodeName: 'text',
        ignoreAttributes: false,
        suppressEmptyNode: true,
        format: true,
    });
    return builder.build({
        '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
        testsuites: {
            '@name': legal(name),
            ...counts,
            testsuite: {
                '@name': legal(name),
                ...counts,
                // Without a zone, as the format has it: UTC.
                '@timestamp': legal(report.startedAt.replace(/(\.\d+)?Z$/, '')),
                properties: { property: properties(report) },
                testcase: cases,
            },
        },
    });
}

/** With random faults the same one may come again, and readers of the format take equal names for one case. */
function numbered(faults: readonly FaultReport[]): [FaultReport, string][] {
    const times = new Map<string, number>();
    return faults.map(fault => {
        const name = `${fault.fault} ${fault.node}`;
        const time = (times.get(name) ?? 0) + 1;
        times.set(name, time);
        return [fault, time === 1 ? name : `${name} #${time}`];
    });
}

function testCase(report: VerificationReport, fault: FaultReport, name: string): TestCase {
    const attributes = {
        '@name': legal(name),
        '@classname': legal(`${report.environment}.${fault.layer}`),
        '@time': wasTried(fault) ? seconds(fault.backAtMs - fault.struckAtMs) : 0,
    };
    if (!wasTried(fault)) {
        return { ...attributes, skipped: { '@message': legal(fault.reason ?? fault.verdict) } };
    }
    if (!hasFailed(fault)) {
        return attributes;
    }
    const message = [harm(fault), fault.reason].filter(part => part !== undefined).join('. ');
    return { ...attributes, failure: { '@message': legal(message), '@type': 'failover', text: legal(details(fault)) } };
}

/** What went wrong between the faults would be in no case, and the pipeline green in spite of the verdict. */
function rest(report: VerificationReport): TestCase[] {
    if (report.verdict === 'pass' || report.faults.some(hasFailed)) {
        return [];
    }
    const failure = {
        '@message': legal(harm(report.totals)),
        '@type': 'failover',
        text: legal(renderVerdict(report)),
    };
    return [{ '@name': 'outside the faults', '@classname': legal(report.environment), '@time': 0, failure }];
}

function details({ phases, groups }: FaultReport): string {
    const { before, during, after } = phaseNames();
    return [
        `${before}: ${harm(phases.before)}`,
        `${during}: ${harm(phases.during)}`,
        `${after}: ${harm(phases.after)}`,
        ...groups.map(group => `${groupName(group)}: ${harm(group)}`),
    ].join('\n');
}

function harm(totals: TrafficTotals): string {
    return harmInWords(totals, plainStyle);
}

function properties({ verdict, sessions, seed, totals, weaknesses }: VerificationReport): Attributes[] {
    const values = {
        verdict,
        sessions,
        ...(seed === undefined ? {} : { seed }),
        ...totals,
        weaknesses: weaknesses.map(({ code }) => code).join(' '),
    };
    return Object.entries(values).map(([name, value]) => ({ '@name': name, '@value': legal(String(value)) }));
}

function seconds(milliseconds: number): string {
    return (Math.max(0, milliseconds) / 1000).toFixed(3);
}

/** XML 1.0 knows no control characters and no half surrogates, not even escaped. */
function legal(text: string): string {
    return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}
