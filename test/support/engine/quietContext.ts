import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';

/** For tests that neither watch nor cancel. */
export function quietContext(signal: AbortSignal = new AbortController().signal): OperationContext {
    return { signal, report: () => undefined };
}
