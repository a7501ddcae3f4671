import { globSync } from 'node:fs';
import { administeredDebian, installPackages } from '../../../client/src/cluster/images/debianMachine.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';

/**
 * The php.ini files that PHP comes with, as Debian's php-cli has them: `php.ini-development`, `php.ini-production` and
 * that of its `php` program.
 */
export function stockPhpIniFiles(): string[] {
    return globSync('/usr/lib/php/*/php.ini-*').sort();
}

/** Installs Debian's PHP: its php.ini files, and a second witness of what PHP does. */
export async function ensureStockPhpIni(context: OperationContext): Promise<void> {
    if (stockPhpIniFiles().length > 0) {
        return;
    }
    if (!(await administeredDebian())) {
        throw new Error('The tests need /usr/lib/php/*/php.ini-*: install php-cli of Debian or Ubuntu as root.');
    }
    await installPackages(['php-cli'], context);
}
