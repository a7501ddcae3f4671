import * as l10n from '@vscode/l10n';
import type { PhpServer } from '../model/model.ts';
import { PHP_VARIABLES } from './phpSigns.ts';
import type { KnownSoftware } from './signs.ts';

export const FPM_PROGRAMS = ['php-fpm*', 'php*-fpm'];
/** As above, in images' names: `php:8.4-fpm` and `phpfpm`. */
export const FPM_WORDS = ['fpm*', 'phpfpm*'];

const SCRIPT = 'node/php-fpm.php';

/** Beside a web server in the same container, which asks it. */
export const fpmServer: PhpServer = serverAskedFrom('inside');

function serverAskedFrom(place: 'inside' | 'outside'): PhpServer {
    return {
        title: 'PHP-FPM',
        isAsked: true,
        locate: ({ folder = '', isPublic, roots }) => [
            ...([SCRIPT, 'locate', folder, isPublic ? 'public' : 'own', place] as const),
            ...roots,
        ],
        request: ({ file, urlPath, header, located: [address = '', root = ''] }) => {
            const page = [file, urlPath, header];
            return [SCRIPT, 'request', address, root, ...page];
        },
        urlPrefix: () => '',
        reload: [SCRIPT, 'reload'],
        patience: [SCRIPT, 'patience'],
        test: ini => [SCRIPT, 'test', ini],
        trial: ({ tested, ini, page, query }) => [SCRIPT, 'try', tested, ini, page, query],
        overrides: [SCRIPT, 'overrides'],
        configuration: [SCRIPT, 'files'],
        configurationWords: () => l10n.t('configuration of PHP-FPM'),
        overrideWords: setting =>
            l10n.t(
                'a php_value or php_admin_value {0} in the pool, in .user.ini, or in what the web server sends along (fastcgi_param PHP_VALUE)',
                setting,
            ),
    };
}

/** PHP-FPM by itself: a web server in another container asks it. */
export const phpFpm: KnownSoftware = {
    name: 'php-fpm',
    layer: 'application',
    title: 'PHP-FPM',
    isHttp: false,
    port: 9000,
    processes: FPM_PROGRAMS,
    php: serverAskedFrom('outside'),
    signs: {
        programs: [FPM_PROGRAMS],
        words: [FPM_WORDS],
        variables: [PHP_VARIABLES],
        exposes: 9000,
    },
};
