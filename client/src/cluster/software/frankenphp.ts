import * as l10n from '@vscode/l10n';
import { PHP_VARIABLES } from './phpSigns.ts';
import type { KnownSoftware } from './signs.ts';

const TITLE = 'FrankenPHP';

/** PHP inside Caddy, in one process with many threads. */
export const frankenphp: KnownSoftware = {
    name: 'frankenphp',
    layer: 'application',
    title: TITLE,
    isHttp: true,
    port: 80,
    processes: ['frankenphp'],
    refusal: () => residentRefusal(TITLE),
    signs: {
        programs: [['frankenphp']],
        words: [['frankenphp*']],
        variables: [PHP_VARIABLES, ['FRANKENPHP_*', 'XDG_CONFIG_HOME']],
    },
};

/** Of what keeps PHP in a process that outlives requests. */
export function residentRefusal(title: string): string {
    return l10n.t(
        '{0} reads php.ini when it starts, and its process goes on from request to request: whether a new php.ini can be given to it without cutting requests has not been measured',
        title,
    );
}
