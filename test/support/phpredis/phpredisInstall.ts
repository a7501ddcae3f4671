import { globSync } from 'node:fs';
import { administeredDebian, hasProgram, installPackages } from '../../../client/src/cluster/images/debianMachine.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';

/** Installs Debian's phpredis, for Debian's PHP, and the Redis whose servers its sessions are kept on. */
export async function ensurePhpredis(context: OperationContext): Promise<void> {
    if (globSync('/usr/lib/php/*/redis.so').length > 0 && (await hasProgram('redis-server'))) {
        return;
    }
    const packages = ['php-redis', 'redis-server'];
    if (!(await administeredDebian())) {
        throw new Error(`The tests need phpredis: install ${packages.join(' ')} of Debian or Ubuntu as root.`);
    }
    await installPackages(packages, context);
}
