import type { Overlay } from '../described.ts';

export const pdoMysql: Overlay = {
    extension: 'pdo_mysql',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ref.pdo-mysql.php',
    directives: {
        'pdo_mysql.default_socket': {
            type: 'path',
            description:
                'Unix socket for the host `localhost` where the DSN names none. The default is what PHP was built with.',
            buildDefault: '/tmp/mysql.sock',
        },
        'pdo_mysql.debug': {
            type: 'string',
            description: 'Trace of the driver, as in `mysqlnd.debug`. Works in debug builds of PHP only.',
            unmeasured: { default: '', scope: 'SYSTEM', source: 'php-src 8.2 ext/pdo_mysql/pdo_mysql.c' },
        },
        'pdo_mysql.cache_size': {
            type: 'integer',
            removed: '5.4',
            anchor: '',
            description: 'Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.',
            unmeasured: { default: '2000', scope: 'SYSTEM', source: 'php.ini-production of 5.3' },
        },
    },
};
