import { clusterRules } from './cluster/table.ts';
import { generalRules } from './general/table.ts';
import type { Rule } from './rule.ts';
import { sessionRules } from './session/table.ts';

export const rules: readonly Rule[] = [...generalRules, ...sessionRules, ...clusterRules];
