import type { Layer } from '../model/model.ts';

/** What a container is for; `other`: certainly no node of ours. */
export type Role = Layer | 'other';

/** The parts of `registry:5000/team/php:8.4-apache@sha256:…`. */
export interface ImageReference {
    /** Host and port of the registry; absent: the engine's default. */
    readonly registry?: string;
    /** `team/php` */
    readonly path: string;
    /** The last part of the path. */
    readonly name: string;
    readonly tag?: string;
}

/**
 * Undefined for an image's id, which engines list where the tag has gone to another image, and for what is no
 * reference.
 */
export function parseImageReference(reference: string): ImageReference | undefined {
    const [named = ''] = reference.trim().toLowerCase().split('@');
    const parts = named.split('/');
    const [first = ''] = parts;
    // The rule of distribution/reference: a first part is a host where it has a dot or a port, or is localhost.
    const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
    const [path = '', tag] = parts
        .slice(hasRegistry ? 1 : 0)
        .join('/')
        .split(':');
    const name = path.split('/').at(-1) ?? '';
    if (name === '' || path === 'sha256' || (tag === undefined && /^(?:[0-9a-f]{12}|[0-9a-f]{64})$/.test(path))) {
        return undefined;
    }
    return { ...(hasRegistry && { registry: first }), path, name, ...(tag !== undefined && { tag }) };
}

const BALANCERS = new Set([
    ...['nginx', 'nginx-unprivileged', 'nginx-proxy', 'nginx-plus', 'nginx-proxy-manager', 'openresty', 'tengine'],
    ...['angie', 'freenginx', 'haproxy', 'haproxy-alpine', 'haproxy-debian', 'haproxy-ubuntu', 'traefik', 'caddy'],
    ...['caddy-docker-proxy', 'envoy', 'envoy-alpine', 'envoy-distroless'],
]);

const STORES = new Set(['memcached', 'memcached-alpine']);

/** Images of applications that run Apache's own PHP unless their tag says otherwise. */
const APPLICATIONS = new Set([
    ...[
        'wordpress',
        'drupal',
        'joomla',
        'nextcloud',
        'owncloud',
        'mediawiki',
        'matomo',
        'piwik',
        'moodle',
        'prestashop',
    ],
    ...[
        'dokuwiki',
        'roundcubemail',
        'yourls',
        'backdrop',
        'monica',
        'friendica',
        'typo3',
        'espocrm',
        'suitecrm',
        'glpi',
    ],
    ...['limesurvey', 'snipe-it', 'lamp'],
]);

const OTHERS = new Set([
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
    ...['redis', 'redis-stack', 'redis-stack-server', 'valkey', 'keydb', 'dragonfly', 'rabbitmq', 'elasticsearch'],
    ...[
        'opensearch',
        'kibana',
        'solr',
        'meilisearch',
        'minio',
        'localstack',
        'varnish',
        'mailhog',
        'mailpit',
        'maildev',
    ],
    ...['mailcatcher', 'mailtrap', 'phpmyadmin', 'adminer', 'pgadmin4', 'phppgadmin', 'phpldapadmin', 'phpredisadmin'],
    ...['redis-commander', 'redisinsight', 'phpmemcachedadmin', 'phpmemcacheadmin', 'phpcacheadmin', 'postfixadmin'],
    ...[
        'portainer',
        'portainer-ce',
        'watchtower',
        'docker-gen',
        'acme-companion',
        'certbot',
        'composer',
        'node',
        'httpd',
    ],
    ...['letsencrypt-nginx-proxy-companion', 'nginx-prometheus-exporter', 'memcached-exporter', 'haproxy-exporter'],
    ...['mcrouter', 'frankenphp', 'selenium', 'standalone-chrome', 'python', 'golang', 'ruby', 'hello-world'],
]);

/** These publishers build everything on NGINX and PHP-FPM. */
const FPM_PUBLISHERS = /^(?:linuxserver|lscr\.io)(?:\/|$)/;
const NOT_APACHE = /(?:^|[-_.])(?:fpm|cli|nginx|litespeed|frankenphp|swoole|roadrunner|zts)(?:\d*)(?:[-_.]|$)/;

/** The role that an image's name tells; undefined where it tells nothing. */
export function roleOfImage(reference: string): Role | undefined {
    const image = parseImageReference(reference);
    if (!image) {
        return undefined;
    }
    const { name, path, registry = '', tag = '' } = image;
    if (OTHERS.has(name)) {
        return 'other';
    }
    if (BALANCERS.has(name)) {
        return 'balancer';
    }
    if (STORES.has(name)) {
        return 'store';
    }
    return roleOfPhpImage(name, tag, FPM_PUBLISHERS.test(path) || FPM_PUBLISHERS.test(registry));
}

function roleOfPhpImage(name: string, tag: string, isFpm: boolean): Role | undefined {
    const words = `${name}-${tag}`.split(/[-_.]/);
    const hasPhp = words.some(word => /^php\d*$/.test(word));
    const hasApache = words.some(word => /^(?:apache2?|httpd)$/.test(word));
    const isNotApache = isFpm || NOT_APACHE.test(name) || NOT_APACHE.test(tag);
    if (APPLICATIONS.has(name)) {
        return isNotApache && !hasApache ? 'other' : 'application';
    }
    if (hasPhp && hasApache && !NOT_APACHE.test(name)) {
        return 'application';
    }
    // php:8.4-cli, nginx-php-fpm, wordpress-nginx; of php:shop, which somebody built, the command tells more.
    return isNotApache && (hasPhp || words.some(word => APPLICATIONS.has(word))) ? 'other' : undefined;
}
