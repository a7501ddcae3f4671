// Partitions within an environment's network that no interface shows: packets are dropped in a container's own network
// namespace. Needs root on the engine's machine.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Drops what arrives in a container by TCP, from one address or from all; returns how to let it in again. */
export async function partition(containerId: string, from?: string): Promise<() => Promise<void>> {
    const pid = await processOf(containerId);
    const rule = ['INPUT', '--protocol', 'tcp', ...(from === undefined ? [] : ['--source', from]), '--jump', 'DROP'];
    const iptables = (action: string) =>
        run('nsenter', ['--target', pid, '--net', 'iptables', '--wait', action, ...rule], { timeout: 20_000 });
    await iptables('--append');
    return async () => {
        await iptables('--delete');
    };
}

/**
 * The first process of the container, as the machine numbers it. Others, as those of health checks, may end at any
 * time.
 */
async function processOf(containerId: string): Promise<string> {
    for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
        // It may have ended meanwhile.
        const groups = await readFile(`/proc/${pid}/cgroup`, 'utf8').catch(() => '');
        const status = groups.includes(containerId)
            ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
            : '';
        if (/^NSpid:.*\t1$/m.test(status)) {
            return pid;
        }
    }
    throw new Error(`no process of container ${containerId} is on this machine`);
}
