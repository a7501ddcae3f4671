import type { Rule } from './rule.ts';

/** `None` is a keyword: PHP stores an empty value, and leaves the attribute out. */
export const samesiteNoneUnquoted: Rule = {
    code: 'samesite-none-unquoted',
    severity: 'warning',
    check({ document }) {
        return document.assignments
            .filter(node => node.reached && node.name === 'session.cookie_samesite' && !node.key)
            .filter(node => node.value.kind === 'keyword' && /^none$/i.test(node.rawValue))
            .map(node => ({
                range: node.valueRange,
                message: `PHP reads ${node.rawValue} without quotes as an empty value: the cookie gets no SameSite attribute. Write "None".`,
            }));
    },
};
