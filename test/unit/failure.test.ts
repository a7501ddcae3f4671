import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError, OperationError } from '../../client/src/cluster/model/errors.ts';
import type * as Errors from '../../client/src/engine/errors.ts';
import { EngineError, isEngineError } from '../../client/src/engine/errors.ts';
import { Failure, isCancellation } from '../../client/src/failure.ts';

describe('failures', () => {
    it('say what failed, what was left as it was, and what to do next, in sentences', () => {
        const error = new EngineError('timeout', { what: 'It failed', kept: 'Nothing changed', next: 'Try again' });
        assert.equal(error.message, 'It failed. Nothing changed. Try again.');
        assert.equal(new EngineError('timeout', { what: 'It failed' }).message, 'It failed.');
    });

    it('are told apart by kind and code', () => {
        const engine = new EngineError('notFound', { what: 'x' });
        const operation = new OperationError('notFound', { what: 'x', node: 'shop-application-1' });
        assert.ok(
            isEngineError(engine) &&
                isEngineError(engine, 'conflict', 'notFound') &&
                !isEngineError(engine, 'conflict'),
        );
        assert.ok(isOperationError(operation, 'notFound') && operation.node === 'shop-application-1');
        assert.ok(!isEngineError(operation) && !isOperationError(engine));
        for (const [error, expected] of [
            [engine, true],
            [operation, true],
            [new Error('x'), false],
            [undefined, false],
        ] as const) {
            assert.equal((error as unknown) instanceof Failure, expected);
        }
        assert.ok(!isEngineError(undefined) && !isEngineError('notFound'));
    });

    it('are known to another copy of their class, as each bundle has one', async () => {
        const copy = new URL('../../client/src/engine/errors.ts?copy', import.meta.url).href;
        const other = (await import(copy)) as typeof Errors;
        assert.notEqual(other.EngineError, EngineError);
        assert.ok(isEngineError(new other.EngineError('portInUse', { what: 'x' }), 'portInUse'));
    });

    it('count as cancelled when a signal ended the work', () => {
        assert.ok(isCancellation(new EngineError('cancelled', { what: 'x' })));
        assert.ok(isCancellation(AbortSignal.abort().reason));
        assert.ok(!isCancellation(new EngineError('timeout', { what: 'x' })));
    });
});
