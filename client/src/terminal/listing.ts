import { healthWords, remarkLines, type ClusterNode, type Environment } from '../cluster/model/model.ts';
import { protocolNote } from '../cluster/stores/replication.ts';

/** An environment as the command line's JSON shows it; a contract with scripts, so the model may change behind it. */
export interface ListedEnvironment {
    readonly name: string;
    readonly kind: 'managed' | 'adopted';
    readonly health: string;
    readonly url?: string;
    /** What its users should know of it: a sentence. */
    readonly note?: string;
    readonly nodes: readonly ListedNode[];
}

export type ListedNode = Pick<
    ClusterNode,
    'name' | 'layer' | 'number' | 'status' | 'address' | 'port' | 'image' | 'remark'
>;

export function publicEnvironment(environment: Environment): ListedEnvironment {
    const { name, kind, url, nodes } = environment;
    const note = protocolNote(environment);
    return {
        name,
        kind,
        health: healthWords(environment.nodes),
        ...(url !== undefined && { url }),
        ...(note !== undefined && { note }),
        nodes: nodes.map(({ name: node, layer, number, status, address, port, image, remark }) => ({
            ...{ name: node, layer, number, status, address, port, image },
            ...(remark !== undefined && { remark }),
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
            const lines = environment.nodes.flatMap(({ name, status, address, port, image, remark }) => [
                `  ${name.padEnd(width)}  ${status.padEnd(10)} ${`${address || '-'}:${port}`.padEnd(21)} ${image}`,
                ...remarkLines(remark).map(line => `  ${' '.repeat(width)}  ${line}`),
            ]);
            const note = environment.note === undefined ? [] : [`  ${environment.note}`];
            return [head.filter(Boolean).join('  '), ...note, ...lines].join('\n');
        })
        .join('\n\n');
}
