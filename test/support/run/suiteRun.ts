import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeObjectsOf } from '../engine/ownedObjects.ts';
import { canDownloadVscode } from './internet.ts';
import { oneFailure } from './lanes.ts';
import { newOwner, ownerEnvironment } from './names.ts';
import { runStep } from './processes.ts';
import { readResult, resultsEnvironment, sumOf, type SuiteResult } from './results.ts';
import type { Output } from './screen.ts';
import { niceness, type SuiteProcess } from './suites.ts';

export interface SuiteRunOptions {
    readonly output: Output;
    readonly signal: AbortSignal;
}

/**
 * Runs a suite in a process of its own. What it left on the engine is removed, and is a failure where it was not
 * interrupted.
 */
export async function runSuite(one: SuiteProcess, options: SuiteRunOptions): Promise<SuiteResult> {
    const { suite, args } = one;
    const { output, signal } = options;
    const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-results-'));
    const file = join(folder, 'result.json');
    const owner = newOwner();
    try {
        const [program, ...command] = await suiteCommand(one);
        const done = await runStep(program, [...command, ...args], {
            timeoutMs: suite.minutes * 60_000,
            signal,
            output,
            niceness: niceness[suite.lane],
            environment: { ...resultsEnvironment(file), ...ownerEnvironment(owner) },
        });
        const result = readResult(file) ?? oneFailure;
        const left = suite.needs.includes('docker') ? await removeObjectsOf(owner) : [];
        for (const object of left) {
            output(`  ✘ left behind by the suite ${one.name}, and removed now: ${object.kind} ${object.name}\n`);
        }
        const crashed = { passed: 0, failed: !done && result.failed === 0 ? 1 : 0 };
        return { ...sumOf([result, crashed, { passed: 0, failed: left.length }]), slowest: result.slowest };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function suiteCommand({ name, suite }: SuiteProcess): Promise<[string, ...string[]]> {
    if (name !== 'host') {
        return ['node', 'test/support/run/mochaSuite.ts', name, String(suite.testSeconds)];
    }
    const command = ['node', 'test/host/runTests.ts'] as const;
    // A downloaded VS Code is a desktop program: it wants a display.
    const display = process.platform !== 'linux' || process.env.DISPLAY !== undefined || !(await canDownloadVscode());
    return display ? [...command] : ['xvfb-run', '-a', ...command];
}
