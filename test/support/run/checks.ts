import type { Need } from './setup.ts';

/** A program of this repository (node_modules/.bin) or of the machine, and its arguments. */
export type Step = readonly [program: string, ...args: string[]];

/** What they need of this machine besides Node. */
export const checkNeeds: readonly Need[] = ['linters'];

/** What `npm test check` and `npm run check` run, in this order, in the repository's root: each is one test. */
export const checks: readonly Step[] = [
    ['tsc', '--noEmit'],
    // A page of the editor: a browser's types in place of Node's.
    ['tsc', '--noEmit', '--project', 'client/src/views/report/page'],
    ['eslint', '.'],
    // The walls between the rooms.
    ['depcruise', 'client', 'server', 'test', 'tools'],
    // The generated parts of the documentation.
    ['node', 'tools/documentation/main.ts', '--check'],
    ['prettier', '--check', '.'],
    // Shell, PHP, Perl and Lua.
    ['node', 'test/support/run/lintScripts.ts'],
];
