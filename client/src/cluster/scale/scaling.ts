import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { findEnvironment } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import type { NodePlan } from '../provision/nodeCreation.ts';
import type { OperationContext } from '../model/operation.ts';

/** To complete or to put back what has begun must not take for ever either. Milliseconds. */
const OWN_LIMIT = 300_000;

/** One change of an environment's number of nodes, under way. */
export interface Scaling {
    readonly engine: Engine;
    /** Its name. */
    readonly environment: string;
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

/** A node that was made a moment ago. */
export async function nodeNow({ engine, environment, context }: Scaling, name: string): Promise<ClusterNode> {
    const { nodes } = await findEnvironment(engine, environment, context.signal);
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
