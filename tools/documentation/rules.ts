import { allRules } from '../../server/src/rules/documentation.ts';
import type { Page } from './page.ts';

/** Every rule with its reason and examples. */
export const rulesPage: Page = {
    file: 'server/docs/rules.md',
    generate: () => allRules(),
};
