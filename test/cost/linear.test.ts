import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { superlinear } from './linear.ts';

/** Lines, and as many numbers. */
interface Given {
    readonly text: string;
    readonly list: readonly number[];
}

const given = (size: number): Given => ({
    text: 'name = value\n'.repeat(size),
    list: Array.from({ length: size }, (_, index) => index),
});

/** Each goes through all for each, in a way of its own; with what tells it. */
const quadratic: Readonly<Record<string, readonly [what: RegExp, (given: Given) => unknown]>> = {
    'a loop within a loop': [
        /^loops at character \d+ of test\/cost\/linear.test.ts/,
        function loops({ list }) {
            let found = 0;
            for (let i = 0; i < list.length; i++) {
                for (let j = 0; j < list.length; j++) {
                    found += (i ^ j) & 1;
                }
            }
            return found;
        },
    ],
    'a callback': [/^a function at/, ({ list }) => list.map(item => list.findLast(other => other < item))],
    'a search to the end': [/^String.indexOf/, ({ text, list }) => list.map(at => text.indexOf('?', at))],
    'a search to the beginning': [/^String.lastIndexOf/, ({ text, list }) => list.map(at => text.lastIndexOf('?', at))],
    'all lines before': [/^String.split/, ({ text, list }) => list.map(at => text.slice(0, at).split('\n').length)],
    'a regular expression': [/^RegExp.exec/, ({ text, list }) => list.map(at => /[?!]/.test(text.slice(at)))],
    'a look into a list': [/^Array.includes/, ({ list }) => list.map(item => list.includes(item))],
    'a copy for each item': [/^Array.slice/, ({ list }) => list.map(item => list.slice(item).length)],
    'a longer copy for each item': [
        /^ArrayIterator.next/,
        ({ list }) => list.reduce<readonly number[]>((all, item) => [...all, item], []),
    ],
    'a beginning that is put before': [/^Array.unshift/, ({ list }) => list.reduce(putBefore, [])],
    'the keys of an object': [/^Object.keys/, ({ list }) => list.map(() => Object.keys(list).length)],
};

function putBefore(all: number[], item: number): number[] {
    all.unshift(item);
    return all;
}

const linear: Readonly<Record<string, (given: Given) => unknown>> = {
    'one loop': ({ list }) => list.filter(item => item % 2 === 0),
    'one loop behind another': ({ list }) => list.concat(list).reduce((sum, item) => sum + item, 0),
    'a line at a time': ({ text }) => text.split('\n').map(line => line.indexOf('=')),
    'a regular expression that goes on where it was': ({ text }) => [...text.matchAll(/\w+/g)].length,
    sorting: ({ list }) => list.toSorted((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009)),
};

function counted(work: (given: Given) => unknown): Map<string, number> {
    return superlinear(size => {
        const all = given(size);
        return () => work(all);
    }, 250);
}

describe('cost that is counted', () => {
    for (const [name, [what, work]] of Object.entries(quadratic)) {
        it(`is not linear: ${name}`, () => {
            const found = [...counted(work)].find(([culprit]) => what.test(culprit)) ?? assert.fail('taken for linear');
            assert.ok(found[1] > 14 && found[1] < 17, `${found[1]} times`);
        });
    }

    for (const [name, work] of Object.entries(linear)) {
        it(`is linear: ${name}`, () => {
            assert.deepEqual(counted(work), new Map());
        });
    }
});
