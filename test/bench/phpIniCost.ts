import { parse } from 'ini';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import { checkDocument } from '../../server/src/service/ruleDiagnostics.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../server/src/phpIni/syntax/evaluate.ts';
import { type Figure, median } from './figure.ts';

/** Enough for the just-in-time compiler to have done its work. */
const WARM_UP = 60;
const RUNS = 31;
const STOCK_GOAL_MS = 3;
/** Lines of the documents that show how the cost grows. */
const SIZES = [1_000, 10_000, 100_000] as const;
/**
 * A line of the largest document may cost so much more than one of the smallest: caches and garbage collection are paid
 * for by everybody.
 */
const GROWTH = 2;

/** What the server does between an edit and its diagnostics: all that is said about the text, worked out anew. */
function check(text: string): number {
    const start = performance.now();
    const document = parsePhpIni(text);
    evaluate(document);
    checkDocument(new DocumentContext(document), {
        onFailure: (rule, error) => {
            throw new Error(`Rule ${rule.code} threw`, { cause: error });
        },
    });
    return performance.now() - start;
}

/** @param stock PHP's own php.ini, as its package has it */
export function measurePhpIniCost(stock: string): Figure[] {
    for (let run = 0; run < WARM_UP; run++) {
        check(stock);
    }
    const ours = median(Array.from({ length: RUNS }, () => check(stock)));
    const peer = median(
        Array.from({ length: RUNS }, () => {
            const start = performance.now();
            parse(stock);
            return performance.now() - start;
        }),
    );
    const stockFigure: Figure = {
        what: `stock php.ini of ${stock.split('\n').length - 1} lines parsed, evaluated and checked`,
        unit: 'ms',
        ours,
        peer,
        peerName: 'the ini package, parsing only',
        goal: `under ${STOCK_GOAL_MS}`,
        reached: ours < STOCK_GOAL_MS,
    };
    return [stockFigure, ...measureGrowth(stock)];
}

function measureGrowth(stock: string): Figure[] {
    const lines = stock.split('\n');
    const perLine = SIZES.map(size => {
        const text = Array.from({ length: size }, (_, index) => lines[index % lines.length]).join('\n');
        // The larger, the fewer: one run of the largest is as long as a hundred of the smallest.
        const runs = Array.from({ length: Math.max(5, RUNS / (size / 1_000)) }, () => check(text));
        return { size, microseconds: (1_000 * median(runs)) / size };
    });
    const [smallest] = perLine;
    return perLine.map(({ size, microseconds }) => ({
        what: `the same for ${size} lines, a line`,
        unit: 'µs',
        ours: microseconds,
        ...(smallest && { peer: smallest.microseconds }),
        peerName: `${SIZES[0]} lines`,
        goal: `at most ${GROWTH} times that`,
        reached: microseconds <= GROWTH * (smallest?.microseconds ?? 0),
    }));
}
