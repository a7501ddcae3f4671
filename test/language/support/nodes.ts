import type { ApplicationNodeFacts, ClusterFacts, PhpFacts, StoreFacts } from '../../../server/src/phpIni/protocol.ts';

/** Where the php.ini of the first Apache node of `shop` lies. */
export const nodeUri = 'php-node://shop/application/1/etc/php/8.4/apache2/php.ini';

/** What a node's PHP said; the settings are all that it has. */
export function phpFacts(settings: Readonly<Record<string, string>>, further: Partial<PhpFacts> = {}): PhpFacts {
    return {
        version: '8.4.28',
        iniFile: '/etc/php/8.4/apache2/php.ini',
        scannedFiles: [],
        scanDirectories: ['/etc/php/8.4/apache2/conf.d'],
        extensions: [],
        settings,
        ...further,
    };
}

/** The environment `shop` with an Apache node for each of the facts; of those without, PHP was not asked. */
export function shop(php: readonly (PhpFacts | undefined)[], stores: readonly StoreFacts[] = []): ClusterFacts {
    const applications = php.map((facts, index): ApplicationNodeFacts => ({
        node: `shop-application-${index + 1}`,
        uri: `php-node://shop/application/${index + 1}`,
        running: facts !== undefined,
        ...(facts && { php: facts }),
    }));
    return { environments: [{ name: 'shop', stores, applications }] };
}

export function store(number: number, further: Partial<StoreFacts> = {}): StoreFacts {
    const name = `shop-store-${number}`;
    return { node: name, host: name, aliases: [`172.20.0.${number}`], port: 11211, running: true, ...further };
}
