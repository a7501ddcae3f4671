import type {
    ContainerDetails,
    ContainerSummary,
    Engine,
    PublishedPort,
} from '../../../../client/src/engine/engine.ts';

/** A service of a Compose project, as its file says it, and what its image brings along. */
export interface Service {
    /** Of `IMAGES`, or any other; one that Compose builds has the name of project and service. */
    readonly image?: string;
    /** Is built from this one of `IMAGES`. */
    readonly from?: keyof typeof IMAGES;
    readonly command?: string;
    readonly environment?: Readonly<Record<string, string>>;
    /** `8080:80`, or `80` where it is not published. */
    readonly ports?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
    readonly networks?: readonly string[];
    readonly dependsOn?: readonly string[];
    readonly scale?: number;
    /** What runs in it, as the engine lists it. */
    readonly processes?: readonly string[];
    readonly stopped?: true;
}

export type Services = Readonly<Record<string, Service>>;

interface Image {
    readonly command: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly ports?: readonly number[];
}

const PHP = { PHP_VERSION: '8.4.1', PHP_INI_DIR: '/usr/local/etc/php', PHPIZE_DEPS: 'autoconf' };

/** What the official images, and some that are usual, say of themselves. */
export const IMAGES = {
    nginx: {
        command: "/docker-entrypoint.sh nginx -g 'daemon off;'",
        environment: { NGINX_VERSION: '1.27' },
        ports: [80],
    },
    haproxy: {
        command: 'docker-entrypoint.sh haproxy -f /usr/local/etc/haproxy/haproxy.cfg',
        environment: { HAPROXY_VERSION: '3.0' },
    },
    traefik: { command: '/entrypoint.sh traefik', ports: [80] },
    caddy: {
        command: 'caddy run --config /etc/caddy/Caddyfile --adapter caddyfile',
        environment: { CADDY_VERSION: 'v2.8' },
        ports: [80, 443, 2019],
    },
    httpd: {
        command: 'httpd-foreground',
        environment: { HTTPD_VERSION: '2.4', HTTPD_PREFIX: '/usr/local/apache2' },
        ports: [80],
    },
    memcached: { command: 'docker-entrypoint.sh memcached', environment: { MEMCACHED_VERSION: '1.6' }, ports: [11211] },
    redis: { command: 'docker-entrypoint.sh redis-server', environment: { REDIS_VERSION: '7.4' }, ports: [6379] },
    valkey: { command: 'docker-entrypoint.sh valkey-server', environment: { VALKEY_VERSION: '8.0' }, ports: [6379] },
    keydb: { command: 'docker-entrypoint.sh keydb-server /etc/keydb/keydb.conf', ports: [6379] },
    mysql: { command: 'docker-entrypoint.sh mysqld', ports: [3306, 33060] },
    node: { command: 'docker-entrypoint.sh node' },
    phpmyadmin: {
        command: '/docker-entrypoint.sh apache2-foreground',
        environment: { ...PHP, APACHE_CONFDIR: '/etc/apache2' },
        ports: [80],
    },
    apache: {
        command: 'docker-php-entrypoint apache2-foreground',
        environment: { ...PHP, APACHE_CONFDIR: '/etc/apache2' },
        ports: [80],
    },
    fpm: { command: 'docker-php-entrypoint php-fpm', environment: PHP, ports: [9000] },
    cli: { command: 'docker-php-entrypoint php -a', environment: PHP },
    frankenphp: {
        command: 'docker-php-entrypoint --config /etc/frankenphp/Caddyfile --adapter caddyfile',
        environment: { ...PHP, XDG_CONFIG_HOME: '/config' },
        ports: [80, 443, 2019],
    },
    fpmNginx: {
        command: 'docker-php-serversideup-entrypoint /init',
        environment: { ...PHP, NGINX_HTTP_PORT: '8080' },
        ports: [8080, 8443, 9000],
    },
    debian: { command: 'bash' },
    unit: { command: '/usr/local/bin/docker-entrypoint.sh unitd --no-daemon', environment: PHP, ports: [80] },
} as const satisfies Record<string, Image>;

/** Which of them an image is by its name. */
const NAMES: readonly (readonly [RegExp, keyof typeof IMAGES])[] = [
    [/frankenphp/, 'frankenphp'],
    [/fpm-nginx/, 'fpmNginx'],
    [/^(?:php|wordpress|nextcloud)(?::.*)?-?fpm/, 'fpm'],
    [/^(?:php:.*apache|wordpress|nextcloud|drupal)/, 'apache'],
    [/^php:.*cli/, 'cli'],
    [
        /^(?:[\w.]+\/)*(nginx|haproxy|traefik|caddy|httpd|memcached|redis|valkey|keydb|mysql|node|phpmyadmin|debian)(?::|$)/,
        'debian',
    ],
];

function imageOf({ image = '', from }: Service): Image {
    if (from) {
        return IMAGES[from];
    }
    for (const [pattern, name] of NAMES) {
        const match = pattern.exec(image);
        if (match) {
            return IMAGES[(match[1] ?? name) as keyof typeof IMAGES];
        }
    }
    return { command: '' };
}

const PROJECT = 'shop';

/** The engine of a machine on which the project runs; it answers what a reading may ask, and counts that. */
export function engineOf(services: Services): {
    readonly engine: Engine;
    /** Names of services, once for each question. */
    readonly inspected: string[];
    readonly listed: string[];
} {
    const parts = Object.entries(services).flatMap(([name, service]) =>
        Array.from({ length: service.scale ?? 1 }, (_, index) => ({ name, service, number: index + 1 })),
    );
    const containers = parts.map(({ name, service, number }) => summaryOf(name, service, number));
    const [inspected, listed]: [string[], string[]] = [[], []];
    const partOf = (id: string) => {
        const part = parts[containers.findIndex(container => container.id === id)];
        if (!part) {
            throw new Error(`no container ${id}`);
        }
        return part;
    };
    const engine = {
        endpoint: { label: 'unix:///engine.sock' },
        listContainers: () => Promise.resolve(containers),
        inspectContainer: (id: string) => {
            const { name, service } = partOf(id);
            inspected.push(name);
            return Promise.resolve(detailsOf(name, service, id));
        },
        listProcesses: (id: string) => {
            const { name, service } = partOf(id);
            listed.push(name);
            return Promise.resolve(service.processes ?? ['/bin/sh /start.sh']);
        },
    };
    return { engine: engine as unknown as Engine, inspected, listed };
}

function summaryOf(name: string, service: Service, number: number): ContainerSummary {
    const { image = `${PROJECT}-${name}`, labels, networks = ['default'], dependsOn = [], stopped } = service;
    return {
        id: `${name}-${number}`,
        name: `${PROJECT}-${name}-${number}`,
        image,
        imageId: '',
        command: service.command ?? imageOf(service).command,
        state: stopped ? 'exited' : 'running',
        health: 'none',
        statusText: '',
        labels: {
            'com.docker.compose.project': PROJECT,
            'com.docker.compose.service': name,
            'com.docker.compose.container-number': String(number),
            'com.docker.compose.oneoff': 'False',
            'com.docker.compose.depends_on': dependsOn.map(other => `${other}:service_started:false`).join(','),
            ...labels,
        },
        ports: stopped ? [] : portsOf(service),
        networks: networks.map(network => ({
            name: `${PROJECT}_${network}`,
            networkId: network,
            address: '',
            aliases: [],
        })),
        created: 0,
    };
}

function detailsOf(name: string, service: Service, id: string): ContainerDetails {
    const { image = `${PROJECT}-${name}` } = service;
    const { environment = {}, command } = imageOf(service);
    return {
        id,
        name,
        image,
        entrypoint: [],
        command: [service.command ?? command],
        environment: { PATH: '/usr/bin', ...environment, ...service.environment },
        ports: portsOf(service),
    } as unknown as ContainerDetails;
}

function portsOf(service: Service): PublishedPort[] {
    const published = (service.ports ?? []).map((port): PublishedPort => {
        const [host = '', container] = port.split(':');
        return container === undefined
            ? { containerPort: Number(host), protocol: 'tcp' }
            : { containerPort: Number(container), protocol: 'tcp', hostPort: Number(host), hostAddress: '0.0.0.0' };
    });
    const known = new Set(published.map(({ containerPort }) => containerPort));
    const exposed = (imageOf(service).ports ?? []).filter(port => !known.has(port));
    return [...published, ...exposed.map(containerPort => ({ containerPort, protocol: 'tcp' }))];
}
