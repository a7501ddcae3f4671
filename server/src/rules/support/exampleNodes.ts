import type { ClusterFacts, PhpFacts, StoreFacts } from '../../phpIni/protocol.ts';

const directory = '/etc/php/8.4/apache2';

/** The main php.ini of the first node in the examples of rules. */
const MAIN_INI = `${directory}/php.ini`;
export const EXAMPLE_URI = `php-node://shop/application/1${MAIN_INI}`;

/** A file of conf.d on the first node, read later. */
export const LATER_INI = `${directory}/conf.d/98-sessions.ini`;
export const LATER_URI = `php-node://shop/application/1${LATER_INI}`;

export const STORE: StoreFacts = {
    node: 'shop-store-1',
    host: '172.18.0.16',
    aliases: ['shop-store-1', 'store-1'],
    port: 11211,
    running: true,
};

export const SECOND_STORE: StoreFacts = {
    node: 'shop-store-2',
    host: '172.18.0.17',
    aliases: ['shop-store-2', 'store-2'],
    port: 11211,
    running: true,
};

/** What Apache's PHP on an example's node says; `main` is its php.ini. */
export function examplePhp(main: string, changes: Partial<PhpFacts> = {}): PhpFacts {
    return {
        version: '8.4.16',
        iniFile: MAIN_INI,
        scannedFiles: [LATER_INI],
        scanDirectories: [`${directory}/conf.d`],
        extensions: ['core', 'session', 'memcached'],
        settings: {},
        ...changes,
        files: { [MAIN_INI]: main, ...changes.files },
    };
}

/** An environment `shop` of two Apache nodes, and stores: two where it replicates. */
export function exampleFacts(
    first: PhpFacts,
    { second, replicated = false, stores = replicated ? [STORE, SECOND_STORE] : [STORE] }: ExampleOptions = {},
): ClusterFacts {
    const application = (number: number, php: PhpFacts | undefined) => ({
        node: `shop-application-${number}`,
        uri: `php-node://shop/application/${number}`,
        running: php !== undefined,
        ...(php && { php }),
    });
    const applications = [application(1, first), application(2, second)];
    return { environments: [{ name: 'shop', ...(replicated && { replicated }), stores, applications }] };
}

interface ExampleOptions {
    readonly second?: PhpFacts;
    readonly stores?: readonly StoreFacts[];
    readonly replicated?: boolean;
}
