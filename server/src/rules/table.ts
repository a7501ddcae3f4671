import { clusterRules } from './cluster/table.ts';
import { generalRules } from './general/table.ts';
import { performanceRules } from './performance/table.ts';
import type { Rule } from './rule.ts';
import { securityRules } from './security/table.ts';
import { sessionRules } from './session/table.ts';

export interface Subject {
    readonly title: string;
    readonly rules: readonly Rule[];
}

export const subjects: readonly Subject[] = [
    { title: 'Any php.ini', rules: generalRules },
    { title: 'Sessions and what keeps them', rules: sessionRules },
    { title: 'Nodes of an environment', rules: clusterRules },
    { title: 'Security', rules: securityRules },
    { title: 'Performance', rules: performanceRules },
];

export const rules: readonly Rule[] = subjects.flatMap(subject => subject.rules);
