import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type KnownSetting, settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { wrongComment } from '../support/wrongComment.ts';
import { nearest } from '../support/nearest.ts';

const on = new Set(['enabled', 'enable', 'active', 'y', 't', 'ok', 'allow', 'allowed', 'oui', 'ja', 'si', 'sí']);
const off = new Set(['disabled', 'disable', 'inactive', 'n', 'f', 'never', 'deny', 'denied', 'non', 'nein']);

/** Everything but `true`, `yes`, `on` and numbers is Off. */
export const boolNotBool: Rule = {
    code: 'bool-not-bool',
    severity: 'warning',
    title: 'PHP reads this as Off',
    reason: 'A directive that is on or off is on for `On`, `Yes`, `True` and for numbers other than 0, and off for everything else, without a message: `enabled` is off.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        {
            text: 'session.cookie_secure = enabled\n',
            marks: ['enabled'],
            fixed: 'session.cookie_secure = On\n',
        },
        { text: 'session.cookie_secure = ture\n', marks: ['ture'], fixed: 'session.cookie_secure = On\n' },
        { text: 'opcache.enable = "disabled"\n', marks: ['"disabled"'], fixed: 'opcache.enable = Off\n' },
        { text: 'opcache.enable = perhaps\n', marks: ['perhaps'] },
    ],
    passing: [
        { text: 'session.cookie_secure = On\nopcache.enable = "yes"\n' },
        { text: 'session.cookie_secure =\nopcache.enable = "off"\n' },
        { text: 'session.cookie_secure = 2\nopcache.enable = ${OPCACHE}\n' },
        { text: 'session.cookie_secure = {{ secure }}\nopcache.enable = "$OPCACHE"\n' },
    ],
    check(context) {
        return settingsOfType(context, 'boolean').flatMap(setting => diagnostic(setting) ?? []);
    },
};

function diagnostic({ node, directive, value }: KnownSetting): RuleDiagnostic | undefined {
    const word = value.trim().toLowerCase();
    if (/^(?:|true|yes|on|false|no|off|none|null|[+-]?\.?\d.*)$/s.test(word) || wrongComment(node)) {
        return undefined;
    }
    const meant = meaning(word);
    const range = valueOrName(node);
    return {
        range,
        message: `PHP does not know "${value}" and reads it as Off. ${directive.name} takes On or Off.`,
        ...(meant !== undefined && { fixes: () => [replacing(`Change to ${meant}`, range, meant, true)] }),
    };
}

function meaning(word: string): 'On' | 'Off' | undefined {
    if (on.has(word)) {
        return 'On';
    }
    if (off.has(word)) {
        return 'Off';
    }
    const near = word.length < 3 ? undefined : nearest(word, ['on', 'true', 'yes', 'off', 'false', 'enabled'], 1);
    return near === undefined ? undefined : near === 'off' || near === 'false' ? 'Off' : 'On';
}
