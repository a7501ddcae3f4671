import assert from 'node:assert/strict';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, it } from 'mocha';
import type { VerificationReport } from '../../../../client/src/cluster/report/report.ts';
import { renderReportJunit } from '../../../../client/src/cluster/report/junit.ts';
import { NO_HARM, reportFixture } from '../../../support/sessions/reports.ts';

interface TestCase {
    readonly name: string;
    readonly classname: string;
    readonly time: string;
    /** Message, and the text within. */
    readonly failure?: readonly [string, string];
    readonly skipped?: string;
}

interface Suite {
    readonly attributes: Readonly<Record<string, string>>;
    readonly properties: Readonly<Record<string, string>>;
    readonly cases: readonly TestCase[];
}

/**
 * The one suite of a report, read by a parser that has nothing in common with what wrote it, and that stops at the
 * first mistake.
 */
function suiteOf(report: VerificationReport): Suite {
    const xml = renderReportJunit(report);
    const document = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml');
    assert.equal(document.documentElement?.tagName, 'testsuites');
    const [suite, ...others] = [...document.getElementsByTagName('testsuite')];
    assert.ok(suite);
    assert.deepEqual(others, []);
    const properties = [...suite.getElementsByTagName('property')].map(attributesOf);
    return {
        attributes: attributesOf(suite),
        properties: Object.fromEntries(properties.map(({ name = '', value = '' }) => [name, value])),
        cases: [...suite.getElementsByTagName('testcase')].map(testCaseOf),
    };
}

/** At what it only warns of too, but for the character that stands for the ones that XML does not know. */
function stop(_level: string, message: string): void {
    if (!message.startsWith('Unicode replacement character')) {
        throw new Error(message);
    }
}

function testCaseOf(element: Element): TestCase {
    const { name = '', classname = '', time = '' } = attributesOf(element);
    const failure = element.getElementsByTagName('failure').item(0);
    const skipped = element.getElementsByTagName('skipped').item(0);
    return {
        name,
        classname,
        time,
        ...(failure && { failure: [failure.getAttribute('message') ?? '', String(failure.textContent)] }),
        ...(skipped && { skipped: skipped.getAttribute('message') ?? '' }),
    };
}

function attributesOf(element: Element): Record<string, string> {
    return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

describe('a report as JUnit XML', () => {
    it('has one case for every fault of every node, with its layer and its time', () => {
        const suite = suiteOf(reportFixture());
        assert.equal(suite.attributes.name, 'Verification of shop');
        assert.equal(suite.attributes.timestamp, '2026-05-04T10:20:30');
        assert.equal(suite.attributes.tests, '35');
        assert.equal(suite.cases.length, 35);
        assert.deepEqual(suite.cases[0], {
            name: 'kill shop-application-1',
            classname: 'shop.application',
            time: '3.000',
        });
        assert.equal(suite.cases.at(-1)?.classname, 'shop.store');
    });

    it('fails the faults that failed, with what went wrong in numbers', () => {
        const suite = suiteOf(reportFixture({ verdictOf: fault => (fault === 'pause' ? 'fail' : 'pass') }));
        assert.equal(suite.attributes.failures, '5');
        const failed = suite.cases.filter(({ failure }) => failure !== undefined);
        assert.deepEqual(
            failed.map(({ name }) => name.split(' ')[0]),
            Array(5).fill('pause'),
        );
        assert.match(
            failed[0]?.failure?.[0] ?? '',
            /^Errors: 3, lost: 12, stale: 0, foreign: 0, empty: 0\. Sessions were lost/,
        );
        assert.match(failed[0]?.failure?.[1] ?? '', /While it lasted: Errors: 3, lost: 12, stale: 0/);
        assert.match(failed[0]?.failure?.[1] ?? '', /POST, several at once: Errors: 3/);
    });

    it('skips what was not tried, and says why', () => {
        const suite = suiteOf(
            reportFixture({
                verdictOf: (fault, node) =>
                    node !== 'shop-store-2' ? 'pass' : fault === 'disconnect' ? 'impossible' : 'notRun',
            }),
        );
        assert.equal(suite.attributes.skipped, '7');
        const disconnected = suite.cases.find(({ name }) => name === 'disconnect shop-store-2');
        assert.equal(disconnected?.skipped, 'The image has no process of this kind');
        assert.equal(suite.cases.at(-1)?.skipped, 'The time was up before its turn');
    });

    it('has sessions, seed and totals as properties', () => {
        const { properties: values } = suiteOf(
            reportFixture({ changes: { seed: 4711, totals: { ...NO_HARM, replayed: 3 } } }),
        );
        assert.equal(values.sessions, '50');
        assert.equal(values.seed, '4711');
        assert.equal(values.verdict, 'pass');
        assert.equal(values.requests, '400');
        assert.equal(values.replayed, '3');
    });

    it('gives faults that came more than once names of their own', () => {
        const once = reportFixture();
        const [first] = once.faults;
        assert.ok(first);
        const names = suiteOf({ ...once, faults: [first, first, first] }).cases.map(({ name }) => name);
        assert.deepEqual(names, [
            'kill shop-application-1',
            'kill shop-application-1 #2',
            'kill shop-application-1 #3',
        ]);
    });

    it('is no green pipeline when what went wrong was between the faults', () => {
        const suite = suiteOf(reportFixture({ changes: { verdict: 'fail', totals: { ...NO_HARM, lost: 2 } } }));
        assert.equal(suite.attributes.failures, '1');
        assert.equal(suite.cases.at(-1)?.name, 'outside the faults');
        assert.match(suite.cases.at(-1)?.failure?.[0] ?? '', /lost: 2/);
    });

    it('can hold any text', () => {
        const odd = '<a href="x">&\'\u0000\u001b]]> \ud800 é\n😀';
        const reason = reportFixture({
            verdictOf: () => 'impossible',
            changes: { environment: odd },
        });
        const suite = suiteOf({ ...reason, faults: reason.faults.map(fault => ({ ...fault, reason: odd })) });
        assert.equal(suite.cases[0]?.skipped, '<a href="x">&\'\ufffd\ufffd]]> \ufffd é 😀');
    });
});
