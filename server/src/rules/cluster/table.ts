import type { Rule } from '../rule.ts';

/** Of what only a running environment shows; silent where the client knows of none. */
export const clusterRules: readonly Rule[] = [];
