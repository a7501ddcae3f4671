import type { AllowedValue, Directive } from '../../catalog/directive.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type KnownSetting, settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { wrongComment } from '../support/wrongComment.ts';
import { nearest } from '../support/nearest.ts';

/** These have rules of their own, which know more about them. */
const elsewhere = new Set([
    'session.cookie_samesite',
    'session.save_handler',
    'session.serialize_handler',
    'date.timezone',
]);

/** Words that PHP does not know, and with which it does what is meant: nothing. */
const meansNothing: Readonly<Record<string, RegExp>> = {
    'session.cache_limiter': /^(?:none|no|off|false|0|nothing|disabled?)$/i,
};

/** Directives that take one of a few words, or several of them. */
export const valueNotAllowed: Rule = {
    code: 'value-not-allowed',
    severity: 'warning',
    title: 'The directive does not take this value',
    reason: 'The directive takes one of a few words. PHP or the extension refuses others, or takes them for one that was not meant; some say so when PHP starts, others never.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        {
            text: 'session.cache_limiter = nocahe\n',
            marks: ['nocahe'],
            fixed: 'session.cache_limiter = nocache\n',
        },
        {
            text: 'xdebug.mode = "develop,debugg"\n',
            marks: ['"develop,debugg"'],
            fixed: 'xdebug.mode = "develop,debug"\n',
        },
    ],
    passing: [
        { text: 'session.cache_limiter = Private\n' },
        { text: 'session.cache_limiter = "none"\n' },
        { text: 'session.cache_limiter =\nxdebug.mode = develop, debug\n' },
        { text: 'xdebug.mode = off\nxdebug.start_with_request = yes\n' },
        { text: 'session.save_handler = own\n' },
    ],
    check(context) {
        return settingsOfType(context, 'enum', 'list').flatMap(
            setting => diagnostic(setting, context.phpVersion) ?? [],
        );
    },
};

function diagnostic({ node, directive, value }: KnownSetting, phpVersion: string): RuleDiagnostic | undefined {
    const { name, type, openValues, values = [] } = directive;
    if (
        openValues ||
        values.length === 0 ||
        elsewhere.has(name) ||
        wrongComment(node) ||
        node.value.kind === 'keyword'
    ) {
        return undefined;
    }
    if (meansNothing[name]?.test(value) === true) {
        return undefined;
    }
    const words = type === 'list' ? value.split(',') : [value];
    const wrong = words.map(word => word.trim()).find(word => word !== '' && !isAllowed(directive, word, phpVersion));
    if (wrong === undefined) {
        return undefined;
    }
    const later = values.find(known => sameWord(known, wrong))?.since;
    const known = values.filter(({ since }) => since === undefined || compareVersions(phpVersion, since) >= 0);
    const list = known.map(one => one.value || '(empty)').join(', ');
    const meant = nearest(
        wrong.toLowerCase(),
        known.map(one => one.value.toLowerCase()),
        2,
    );
    const right = known.find(one => one.value.toLowerCase() === meant)?.value;
    const range = valueOrName(node);
    return {
        range,
        message:
            later === undefined
                ? `${name} does not take "${wrong}", but ${list}.`
                : `${name} takes "${wrong}" from PHP ${later} on only.`,
        ...(right && { fixes: () => [replacing(`Change to ${right}`, range, node.rawValue.replace(wrong, right))] }),
    };
}

function sameWord(known: AllowedValue, word: string): boolean {
    return known.value.toLowerCase() === word.toLowerCase();
}

function isAllowed({ values = [], alsoBoolean, type }: Directive, word: string, phpVersion: string): boolean {
    const numeric = /^[+-]?\d+$/.test(word) && values.some(known => /^[+-]?\d+$/.test(known.value));
    return (
        values.some(known => sameWord(known, word) && compareVersions(phpVersion, known.since ?? '0') >= 0) ||
        (alsoBoolean === true && /^(?:on|off|yes|no|true|false|none|[01])$/i.test(word)) ||
        // Words for On and Off that are listed as words are also taken as numbers.
        (type === 'enum' && /^[01]$/.test(word) && values.some(known => /^(?:on|off|yes|no)$/i.test(known.value))) ||
        (numeric && values.length > 8)
    );
}
