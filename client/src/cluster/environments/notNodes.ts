import * as l10n from '@vscode/l10n';
import type { Chain } from './recognitionCommand.ts';

/** Tools that look at what others keep: many run PHP on Apache, and serve no visitor of the application. */
const TOOL_IMAGES = new Set([
    ...['phpmyadmin', 'adminer', 'pgadmin4', 'phppgadmin', 'phpldapadmin', 'phpredisadmin', 'redis-commander'],
    ...['redisinsight', 'phpmemcachedadmin', 'phpmemcacheadmin', 'phpcacheadmin', 'postfixadmin', 'portainer'],
    ...['portainer-ce', 'mailcatcher', 'mailtrap', 'mailhog', 'mailpit', 'maildev', 'xhgui', 'webgrind', 'buggregator'],
]);

/** Images of other things. */
const OTHER_IMAGES = new Set([
    ...[
        'mysql',
        'mysql-server',
        'mariadb',
        'percona',
        'postgres',
        'postgresql',
        'postgis',
        'mongo',
        'mongodb',
        'mssql',
    ],
    ...['dragonfly', 'rabbitmq', 'elasticsearch', 'opensearch', 'kibana', 'solr', 'meilisearch', 'minio', 'localstack'],
    ...['varnish', 'watchtower', 'docker-gen', 'acme-companion', 'letsencrypt-nginx-proxy-companion', 'certbot'],
    ...['composer', 'node', 'mcrouter', 'selenium', 'standalone-chrome', 'python', 'golang', 'ruby', 'hello-world'],
    ...['unit', 'litespeed', 'openlitespeed', 'locust', 'sonarqube', 'grafana', 'prometheus', 'typesense'],
]);

/** Words of the names of images that are about a server, and none. */
const ABOUT_ANOTHER =
    /^(?:exporter|commander|insight|admin|gui|ui|sentinel|backup|companion|gen|operator|benchmark|builder|prometheus)$/;

/** Words of the names of images that have PHP, and no web server. */
const NO_WEB_SERVER = /^(?:cli|zts|litespeed|swoole|roadrunner|worker|cron|queue|scheduler|composer)\d*$/;

/** Workers often run in the application's image with another command. */
const OTHER_PROGRAMS: readonly RegExp[] = [
    /^(?:php[\d.]*|artisan|console|composer|wp|drush|symfony|phpunit|rr|cron|crond|cron\.sh|supercronic|unitd|lsws|lswsctrl)$/,
    /^(?:mysqld|mysqld_safe|mariadbd|postgres|mongod|mongos|redis-sentinel|rabbitmq-server|beam\.smp|elasticsearch)$/,
    /^(?:python|ruby|perl)[\d.]*$/,
    /^(?:node|npm|npx|yarn|pnpm|bun|deno|gunicorn|uvicorn|celery|java|rails|puma|vite|webpack|dotnet)$/,
    /^(?:mailhog|MailHog|mailpit|maildev|varnishd|mcrouter|locust|minio|soketi|laravel-echo-server|mercure)$/,
];

/** What keeps a container alive after others were started in it. */
const IDLE = /^(?:tail|sleep|inotifywait|pause|wait)$/;

/** Has others started that no command line names. */
const SUPERVISORS =
    /^(?:supervisord|s6-svscan|runsvdir|runsvinit|my_init|monit|circusd|forego|overmind|goreman|start-container)$/;

/** Services that are tools, whatever else is there. */
const ADMINISTRATION = /^(?:phpmyadmin|pma|adminer|phppgadmin|postfixadmin)/;
/** Words of the names of services that are tools where something else is the application. */
const TOOL_WORDS =
    /^(?:tools?|toolbox|admin|adminer|phpinfo|info|dashboard|monitor|monitoring|profiler|webgrind|xhgui|gui|debug|docs|status)$/;

export type ChainRole = 'other' | 'idle' | 'unknown';

/** Of what runs no server that is known. */
export function roleOfChain(chain: Chain): ChainRole {
    if (chain.some(name => SUPERVISORS.test(name))) {
        return 'unknown';
    }
    if (chain.some(name => OTHER_PROGRAMS.some(programs => programs.test(name)))) {
        return 'other';
    }
    return IDLE.test(chain[0] ?? '') ? 'idle' : 'unknown';
}

/** `artisan`, `php -S`, `bin/console`, as a person would say what it runs. */
export function programOf(chain: Chain): string {
    const [first = '', script = ''] = chain;
    const program = first.replace(/^php[\d.]+$/, 'php');
    if (script.startsWith('-')) {
        return script === '-S' ? `${program} ${script}` : program;
    }
    const last = program === 'artisan' || script === '' ? program : script;
    return last === 'console' ? 'bin/console' : last;
}

export function isToolImage(name: string): boolean {
    return TOOL_IMAGES.has(name);
}

export function isOtherImage(name: string): boolean {
    return OTHER_IMAGES.has(name);
}

export function isAboutAnother(words: ReadonlySet<string>): boolean {
    return [...words].some(word => ABOUT_ANOTHER.test(word));
}

export function hasNoWebServer(words: ReadonlySet<string>): boolean {
    return [...words].some(word => NO_WEB_SERVER.test(word));
}

export function isAdministration(service: string): boolean {
    return ADMINISTRATION.test(service.toLowerCase());
}

/** By its name; where nothing else is the application, it may be that all the same. */
export function isTool(service: string): boolean {
    return service
        .toLowerCase()
        .split(/[-_.]/)
        .some(word => TOOL_WORDS.test(word));
}

/** Why a service is no node, in words that follow its name. */
export const WHY = {
    labelled: () => l10n.t('its label says that it is no node'),
    runs: (program: string) => l10n.t('runs {0}', program),
    idle: (program: string) => l10n.t('only waits ({0})', program),
    image: (image: string) => l10n.t('its image is {0}', image),
    tool: () => l10n.t('is a tool beside the application'),
    apacheAlone: () => l10n.t('is Apache without PHP, and nothing shows what it stands in front of'),
    otherStore: (store: string) => l10n.t('{0} is the store that is named for sessions', store),
    stopped: () => l10n.t('does not run, and nothing but its processes tells what it is'),
    unseen: (problem: string) => l10n.t('could not be looked at: {0}', problem.replace(/\.$/, '')),
    unknown: (programs: readonly string[]) =>
        programs.length > 0
            ? l10n.t('runs {0}, which nothing is known of', programs.join(', '))
            : l10n.t('nothing tells what it is'),
};
