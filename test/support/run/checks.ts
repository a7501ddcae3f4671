/** A program of this repository (node_modules/.bin) or of the machine, and its arguments. */
export type Step = readonly [program: string, ...args: string[]];

/** What `npm test check` and `npm run check` run, in this order, in the repository's root: each is one test. */
export const checks: readonly Step[] = [
    ['tsc', '--noEmit'],
    // A page of the editor: a browser's types in place of Node's.
    ['tsc', '--noEmit', '--project', 'client/src/views/report/page'],
    ['eslint', '.'],
    // The walls between the rooms.
    ['depcruise', 'client', 'server', 'test', 'tools'],
    ['prettier', '--check', '.'],
];
