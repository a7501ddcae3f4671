import type { Rule } from '../rule.ts';
import { codeOpinions } from './code.ts';
import { errorOpinions } from './errors.ts';
import { limitOpinions } from './limits.ts';
import { ruleOf } from './opinion.ts';
import { requestOpinions } from './requests.ts';
import { sessionOpinions } from './sessions.ts';

/** What others think is right, for those who have chosen a profile. */
export const auditRules: readonly Rule[] = [
    ...errorOpinions,
    ...codeOpinions,
    ...limitOpinions,
    ...requestOpinions,
    ...sessionOpinions,
].map(ruleOf);
