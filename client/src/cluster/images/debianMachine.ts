import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { messageOf } from '../../failure.ts';
import { administratorPath, runProgram } from './hostProgram.ts';
import type { OperationContext } from '../model/operation.ts';

export interface DebianMachine {
    readonly id: 'debian' | 'ubuntu';
    /** `bookworm`; empty where /etc/os-release has none. */
    readonly codename: string;
}

const installMs = 20 * 60_000;

/** This machine, where we may install packages on it: Debian or Ubuntu (or made from one of them), and we are root. */
export async function administeredDebian(): Promise<DebianMachine | undefined> {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
        return undefined;
    }
    let text: string;
    try {
        text = await readFile('/etc/os-release', 'utf8');
    } catch {
        // No such file: some other system.
        return undefined;
    }
    return debianFrom(text);
}

/** Reads os-release(5). */
export function debianFrom(osRelease: string): DebianMachine | undefined {
    const values = new Map<string, string>();
    for (const [, key, value] of osRelease.matchAll(/^([A-Z_]+)=["']?([^"'\n]*)["']?$/gm)) {
        values.set(key ?? '', value ?? '');
    }
    const ids = [values.get('ID'), ...(values.get('ID_LIKE') ?? '').split(' ')];
    const id = (['ubuntu', 'debian'] as const).find(name => ids.includes(name));
    return id && { id, codename: values.get('VERSION_CODENAME') ?? '' };
}

export async function hasProgram(name: string): Promise<boolean> {
    for (const folder of administratorPath().split(':')) {
        try {
            await access(join(folder, name), constants.X_OK);
            return true;
        } catch {
            // Not in this folder.
        }
    }
    return false;
}

/** Installs packages by apt-get, after a fresh look at what the mirrors have. Needs `administeredDebian()`. */
export async function installPackages(packages: readonly string[], context: OperationContext): Promise<void> {
    context.report(l10n.t('Installing {0} (apt-get)', packages.join(', ')));
    const options = {
        signal: context.signal,
        timeoutMs: installMs,
        environment: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
        // apt-get ends at once while it downloads, and after the package in hand while dpkg works.
        stopSignal: 'SIGINT' as const,
    };
    // Someone else's apt-get (unattended-upgrades after the start of a machine) may hold the lock.
    const patience = ['-o', 'DPkg::Lock::Timeout=300'];
    try {
        await runProgram('apt-get', ['update', ...patience], options);
    } catch (error) {
        context.signal.throwIfAborted();
        // One source of many that does not answer is enough for this; whether it matters, the installation says.
        context.report(messageOf(error));
    }
    await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...patience, ...packages], options);
}
