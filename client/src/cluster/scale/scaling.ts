import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { rereadManaged } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode, Environment } from '../model/model.ts';
import type { NodePlan } from '../provision/nodeCreation.ts';
import type { OperationContext } from '../model/operation.ts';

/** To complete or to put back what has begun must not take for ever either. Milliseconds. */
const OWN_LIMIT = 300_000;

/** One change of an environment's number of nodes, under way. */
export interface Scaling {
    readonly engine: Engine;
    /** As it was when the change began. */
    readonly environment: Environment;
    /** What nodes are made from; the topology is the one that is to come. */
    readonly plan: NodePlan;
    readonly context: OperationContext;
    /** Names of the nodes that have come and gone so far. */
    readonly done: { readonly added: string[]; readonly removed: string[] };
}

/** For what is completed or put back, whatever happens: the caller's signal may be what ended the work. */
export function ownContext({ report }: OperationContext): OperationContext {
    return { signal: AbortSignal.timeout(OWN_LIMIT), report };
}

/** Nodes that were made a moment ago. */
export async function nodesNow(scaling: Scaling, names: readonly string[]): Promise<readonly ClusterNode[]> {
    const { nodes } = await rereadManaged(scaling.engine, scaling.environment.name, scaling.context.signal);
    return names.map(name => nodeNamed(nodes, name));
}

export async function nodeNow(scaling: Scaling, name: string): Promise<ClusterNode> {
    return nodeNamed(await nodesNow(scaling, [name]), name);
}

function nodeNamed(nodes: readonly ClusterNode[], name: string): ClusterNode {
    const node = nodes.find(candidate => candidate.name === name);
    if (!node) {
        throw new OperationError('notFound', {
            node: name,
            what: l10n.t('{0} is gone already', name),
            next: l10n.t('Scale again'),
        });
    }
    return node;
}

/** Undoes one step, and returns the error to throw: that of the step, and what became of it. */
export async function undone(error: unknown, kept: string, undo: () => Promise<unknown>): Promise<OperationError> {
    try {
        await undo();
    } catch (problem) {
        return withKept(
            error,
            l10n.t('Not everything could be put back ({0})', withoutStop(messageOf(problem))),
            l10n.t('Scale again'),
        );
    }
    return withKept(error, kept);
}

/** The same error, with what became of the work. */
export function withKept(error: unknown, kept: string, next?: string): OperationError {
    const first = error instanceof OperationError ? error : undefined;
    const code = isCancellation(error) ? 'cancelled' : (first?.code ?? 'failed');
    return new OperationError(code, {
        ...(first?.node !== undefined && { node: first.node }),
        what: first?.parts.what ?? withoutStop(messageOf(error)),
        kept,
        ...((next ?? first?.parts.next) !== undefined && { next: next ?? first?.parts.next ?? '' }),
        cause: error,
    });
}

function withoutStop(sentence: string): string {
    return sentence.replace(/\.$/, '');
}
