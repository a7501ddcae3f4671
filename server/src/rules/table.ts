import { auditRules } from './audit/table.ts';
import { clusterRules } from './cluster/table.ts';
import { extensionRules } from './extensions/table.ts';
import { grammarRules } from './grammar/table.ts';
import { nameRules } from './names/table.ts';
import { performanceRules } from './performance/table.ts';
import type { Rule } from './rule.ts';
import { securityRules } from './security/table.ts';
import { serverRules } from './servers/table.ts';
import { cookieRules } from './session/cookies/table.ts';
import { fileRules } from './session/files/table.ts';
import { handlerRules } from './session/handler/table.ts';
import { lockRules } from './session/locks/table.ts';
import { redisRules } from './session/redis/table.ts';
import { replicaRules } from './session/replicas/table.ts';
import { savePathRules } from './session/savePath/table.ts';
import { valueRules } from './values/table.ts';

export interface Subject {
    readonly title: string;
    readonly rules: readonly Rule[];
}

export const subjects: readonly Subject[] = [
    { title: 'Grammar', rules: grammarRules },
    { title: 'Names of directives', rules: nameRules },
    { title: 'Values', rules: valueRules },
    { title: 'Extensions', rules: extensionRules },
    { title: 'Sessions: what keeps them', rules: handlerRules },
    { title: 'Sessions: the save path', rules: savePathRules },
    { title: 'Sessions: the save path of Redis', rules: redisRules },
    { title: 'Sessions: several stores', rules: replicaRules },
    { title: 'Sessions: locks', rules: lockRules },
    { title: 'Sessions: the cookie', rules: cookieRules },
    { title: 'Sessions: files', rules: fileRules },
    { title: 'Nodes of an environment', rules: clusterRules },
    { title: 'Pools of FPM, and Apache', rules: serverRules },
    { title: 'Security', rules: securityRules },
    { title: 'Performance', rules: performanceRules },
    { title: 'Audit: opinions of others, for those who choose a profile', rules: auditRules },
];

export const rules: readonly Rule[] = subjects.flatMap(subject => subject.rules);
