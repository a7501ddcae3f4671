import type { Directive } from '../../catalog/directive.ts';
import { defaultOf, findDirective } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import type { Fix, Rule, RuleDiagnostic } from '../rule.ts';
import { knownSettings, type KnownSetting } from '../support/assignments.ts';
import { removalFix, replacing } from '../support/fixes.ts';
import { inForce } from '../support/store.ts';
import { isSame } from '../support/values.ts';

/** Deprecated for all but one value: the catalogue does not call them deprecated altogether. */
const butForOneValue: Readonly<Record<string, string>> = {
    'session.referer_check': '8.4',
    'session.trans_sid_hosts': '8.4',
    'session.trans_sid_tags': '8.4',
    'session.use_only_cookies': '8.4',
    'session.use_trans_sid': '8.4',
};

/** PHP complains about deprecated directives where they are set to something else than their default. */
export const deprecatedDirective: Rule = {
    code: 'deprecated-directive',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'Setting this directive is deprecated',
    reason: 'PHP writes a *Deprecated* message at each start where the directive is set to something else than its default, and will drop it. Of a few it says nothing, or began to later. Of a switch only the other position than the default is deprecated.',
    link: 'https://www.php.net/manual/en/appendices.php',
    failing: [
        {
            text: 'session.sid_length = 26\nsession.name = SHOP\n',
            marks: ['session.sid_length = 26'],
            fixed: 'session.name = SHOP\n',
        },
        {
            text: 'session.use_only_cookies = Off\nsession.name = SHOP\n',
            marks: ['session.use_only_cookies = Off'],
            fixed: 'session.name = SHOP\n',
        },
        {
            text: 'mbstring.internal_encoding = UTF-8\na = 1\n',
            marks: ['mbstring.internal_encoding = UTF-8'],
            fixed: 'a = 1\n',
        },
        {
            text: 'mbstring.internal_encoding = EUC-JP\n',
            phpVersion: '7.4',
            marks: ['mbstring.internal_encoding = EUC-JP'],
            fixed: 'internal_encoding = EUC-JP\n',
        },
    ],
    passing: [
        { text: 'session.sid_length = 26\n', phpVersion: '8.3' },
        { text: 'session.sid_length = 32\nsession.use_only_cookies = 1\nsession.referer_check =\n' },
    ],
    check(context) {
        return context.memo(knownSettings).flatMap(setting => diagnostic(context, setting) ?? []);
    },
};

function diagnostic(context: DocumentContext, { node, directive, value }: KnownSetting): RuleDiagnostic | undefined {
    const { phpVersion } = context;
    const { name, type, values = [], replacement } = directive;
    const since = deprecatedSince(directive);
    const isDefault = isSame(type, value, defaultOf(directive, phpVersion));
    // A word that PHP does not know is a matter of another rule.
    const isWord = type !== 'enum' || values.some(known => known.value.toLowerCase() === value.toLowerCase());
    if (since === undefined || compareVersions(phpVersion, since) < 0 || isDefault || !isWord) {
        return undefined;
    }
    const what = type === 'boolean' ? `Switching ${name} ${isTrue(value) ? 'on' : 'off'}` : `Setting ${name}`;
    const said = isSaid(directive, phpVersion) ? `: PHP says so at each start.` : '.';
    const instead = replacement === undefined ? '' : ` ${replacement} takes its place.`;
    return {
        range: node.range,
        message: `${what} is deprecated since PHP ${since}${said}${instead}`,
        tag: 'deprecated',
        fixes: () => fixes(context, node, directive, value),
    };
}

/** Of extensions with versions of their own nothing is known here. */
function deprecatedSince({ name, ofPhp, deprecated }: Directive): string | undefined {
    // `allow_url_include` has a rule of its own.
    return ofPhp && name !== 'allow_url_include' ? (deprecated ?? butForOneValue[name]) : undefined;
}

function isSaid({ deprecatedAloud }: Directive, phpVersion: string): boolean {
    return (
        deprecatedAloud === undefined ||
        (deprecatedAloud !== 'never' && compareVersions(phpVersion, deprecatedAloud) >= 0)
    );
}

/** An encoding means the same to what took the place; where it is that of everything, it need not be said. */
function fixes(context: DocumentContext, node: AssignmentNode, { type, replacement }: Directive, value: string): Fix[] {
    const removal = removalFix(context, 'Remove the line', [node]);
    const successor = replacement === undefined ? undefined : findDirective(replacement);
    if (!successor || type !== 'string' || successor.type !== type || !/^(?!(?:pass|auto)$)[\w:.-]+$/i.test(value)) {
        return [removal];
    }
    const renaming = replacing(`Change to ${successor.name}`, node.nameRange, successor.name);
    const isCharset = inForce(context, 'default_charset')?.value.toLowerCase() === value.toLowerCase();
    return isCharset ? [removal, renaming] : [renaming, removal];
}
