import type { OtherProject } from '../cluster/environments/discovery.ts';
import {
    healthWords,
    remarkLines,
    type ClusterNode,
    type Environment,
    type OtherService,
} from '../cluster/model/model.ts';
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
    /** Services of the project that are no nodes; only where they are asked for. */
    readonly others?: readonly OtherService[];
}

export interface ListedNode extends Pick<
    ClusterNode,
    'name' | 'layer' | 'number' | 'status' | 'address' | 'port' | 'image' | 'remark'
> {
    readonly software: string;
}

/** A Compose project that is no environment. */
export interface ListedProject {
    readonly name: string;
    readonly kind: 'none';
    readonly why: string;
    readonly others: readonly OtherService[];
}

export function publicProject({ name, why, services }: OtherProject): ListedProject {
    return { name, kind: 'none', why, others: services };
}

export function publicEnvironment(
    environment: Environment,
    { all = false }: { readonly all?: boolean } = {},
): ListedEnvironment {
    const { name, kind, url, nodes, others } = environment;
    const note = protocolNote(environment);
    return {
        name,
        kind,
        health: healthWords(environment.nodes),
        ...(url !== undefined && { url }),
        ...(note !== undefined && { note }),
        nodes: nodes.map(({ name: node, layer, software, number, status, address, port, image, remark }) => ({
            ...{ name: node, layer, software: software.name, number, status, address, port, image },
            ...(remark !== undefined && { remark }),
        })),
        ...(all && others && { others }),
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
            const softwareWidth = Math.max(...environment.nodes.map(({ software }) => software.length));
            const lines = environment.nodes.flatMap(({ name, status, address, port, software, image, remark }) => [
                `  ${name.padEnd(width)}  ${status.padEnd(10)} ${`${address || '-'}:${port}`.padEnd(21)} ${software.padEnd(softwareWidth)}  ${image}`,
                ...remarkLines(remark).map(line => `  ${' '.repeat(width)}  ${line}`),
            ]);
            const note = environment.note === undefined ? [] : [`  ${environment.note}`];
            const others = (environment.others ?? []).map(notShown);
            return [head.filter(Boolean).join('  '), ...note, ...lines, ...others].join('\n');
        })
        .join('\n\n');
}

export function renderProjects(projects: readonly ListedProject[]): string {
    return projects
        .map(({ name, why, others }) => [`${name}  is no environment: ${why}`, ...others.map(otherLine)].join('\n'))
        .join('\n\n');
}

function notShown(other: OtherService): string {
    return `  Not shown: ${other.name}: ${other.why}`;
}

function otherLine({ name, why }: OtherService): string {
    return `  ${name}: ${why}`;
}
