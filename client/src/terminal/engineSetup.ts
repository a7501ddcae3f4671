import { readFile } from 'node:fs/promises';
import { administeredDebian, hasProgram, installPackages } from '../cluster/images/debianMachine.ts';
import { OperationError } from '../cluster/model/errors.ts';
import type { Endpoint } from '../engine/endpoint.ts';
import { EngineError } from '../engine/errors.ts';
import { pingSocket, type PingAnswer } from './enginePing.ts';
import { awaitRunningDaemon, defaultDaemon, startEngine, type Daemon } from './engineStart.ts';

export interface EngineSetupOptions {
    readonly endpoint: Endpoint;
    /** Installs and starts without a question. */
    readonly assumeYes: boolean;
    readonly confirm: (question: string) => Promise<boolean>;
    readonly report: (line: string) => void;
    readonly signal: AbortSignal;
    /** Another dockerd than this machine's own. */
    readonly daemon?: Daemon;
}

const defaultSockets = ['/var/run/docker.sock', '/run/docker.sock'];
const packages = ['docker.io', 'iptables', 'debootstrap', 'iproute2', 'ca-certificates'];
const byHand = 'Start Docker, or install it (https://docs.docker.com/engine/install/), and run this again';

/**
 * Makes sure that an engine answers at the endpoint. One that answers is left alone; so is every one that is not at a
 * socket of this machine: what is wrong with it, the first call to it says. Else installs what is missing (Debian and
 * Ubuntu, as root, after a question) and starts it. Rejects with an EngineError (`forbidden`, `unreachable`) or an
 * OperationError (`unsupported`, `cancelled`, `failed`).
 */
export async function ensureEngine(options: EngineSetupOptions): Promise<void> {
    const { endpoint, signal } = options;
    if (endpoint.kind !== 'socket') {
        return;
    }
    const { path } = endpoint;
    signal.throwIfAborted();
    const answer = await pingSocket(path);
    if (answer === 'answers') {
        return;
    }
    refuseOthers(endpoint, answer, options.daemon);
    const daemon = options.daemon ?? defaultDaemon;
    if (!(await administeredDebian())) {
        throw new EngineError('unreachable', { what: `No Docker engine answers at ${endpoint.label}`, next: byHand });
    }
    if (!(await awaitRunningDaemon(path, daemon, signal))) {
        await installAndStart(path, daemon, options);
    }
}

/** Engines that are not ours to start. */
function refuseOthers(endpoint: Endpoint & { kind: 'socket' }, answer: PingAnswer, daemon: Daemon | undefined): void {
    if (answer === 'forbidden') {
        throw new EngineError('forbidden', {
            what: `This user may not use the Docker engine at ${endpoint.label}`,
            next: 'Add the user to the group that owns the socket (often "docker"), sign in anew, and run this again',
        });
    }
    const ours = daemon !== undefined || defaultSockets.includes(endpoint.path);
    if (endpoint.remote || !ours) {
        throw new EngineError('unreachable', {
            what: `No Docker engine answers at ${endpoint.label} (found by: ${endpoint.source})`,
            next: 'Start that engine, or choose another one, and run this again',
        });
    }
}

async function missingPackages(): Promise<string[]> {
    const missing = (await hasProgram('dockerd')) ? [] : [...packages];
    // Where the kernel has AppArmor, no container starts without the program that loads its profile. No such file: it
    // has none.
    const guarded = (await readFile('/sys/module/apparmor/parameters/enabled', 'utf8').catch(() => '')).startsWith('Y');
    return guarded && !(await hasProgram('apparmor_parser')) ? [...missing, 'apparmor'] : missing;
}

async function installAndStart(path: string, daemon: Daemon, options: EngineSetupOptions): Promise<void> {
    const { signal, report } = options;
    const missing = await missingPackages();
    const what =
        missing.length === 0 ? 'Start dockerd' : `Install ${missing.join(', ')} with apt-get, and start dockerd`;
    const question = `No Docker engine answers at ${options.endpoint.label}. ${what}?`;
    if (!options.assumeYes && !(await options.confirm(question))) {
        throw new OperationError('cancelled', {
            what: `No Docker engine answers at ${options.endpoint.label}`,
            kept: 'Nothing was installed or started',
            next: byHand,
        });
    }
    if (missing.length > 0) {
        await installPackages(missing, { signal, report });
    }
    // The package's own scripts may have started it.
    if (!(await awaitRunningDaemon(path, daemon, signal))) {
        await startEngine(path, daemon, { signal, report });
    }
}
