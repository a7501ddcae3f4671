import { healthWords, type ClusterNode, type Environment } from '../cluster/model/model.ts';

/** An environment as the command line's JSON shows it; a contract with scripts, so the model may change behind it. */
export interface ListedEnvironment {
    readonly name: string;
    readonly kind: 'managed' | 'adopted';
    readonly health: string;
    readonly url?: string;
    readonly nodes: readonly ListedNode[];
}

export type ListedNode = Pick<ClusterNode, 'name' | 'layer' | 'number' | 'status' | 'address' | 'port' | 'image'>;

export function publicEnvironment(environment: Environment): ListedEnvironment {
    const { name, kind, url, nodes } = environment;
    return {
        name,
        kind,
        health: healthWords(environment.nodes),
        ...(url !== undefined && { url }),
        nodes: nodes.map(({ name: node, layer, number, status, address, port, image }) => ({
            ...{ name: node, layer, number, status, address, port, image },
        })),
    };
}

export function renderEnvironments(environments: readonly ListedEnvironment[]): string {
    if (environments.length === 0) {
        return 'There is no environment.';
    }
    return environments
        .map(environment => {
            const head = [
                environment.name,
                environment.health,
                environment.url,
                environment.kind === 'adopted' && 'adopted',
            ];
            const width = Math.max(...environment.nodes.map(({ name }) => name.length));
            const lines = environment.nodes.map(
                ({ name, status, address, port, image }) =>
                    `  ${name.padEnd(width)}  ${status.padEnd(10)} ${`${address || '-'}:${port}`.padEnd(21)} ${image}`,
            );
            return [head.filter(Boolean).join('  '), ...lines].join('\n');
        })
        .join('\n\n');
}
