import type { DocumentContext } from '../../../model/documentContext.ts';
import { compareVersions } from '../../../phpIni/syntax/dialect.ts';
import type { ClusterFacts } from '../../../phpIni/protocol.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { removalFix, settingsFix } from '../../support/fixes.ts';

const CHANGED = '8.6';
const changes = [
    { name: 'session.use_strict_mode', value: '1', isOld: (value: string) => !isTrue(value) },
    { name: 'session.cookie_httponly', value: '1', isOld: (value: string) => !isTrue(value) },
    { name: 'session.cookie_samesite', value: 'Lax', isOld: (value: string) => value === '' },
];

const uri = 'php-node://shop/application/1';
const node = (number: number, version: string) => ({
    node: `shop-application-${number}`,
    uri: uri.replace(/1$/, String(number)),
    running: true,
    php: { version, scannedFiles: [], scanDirectories: [], extensions: [], settings: {} },
});
const mixed: ClusterFacts = {
    environments: [{ name: 'shop', stores: [], applications: [node(1, '8.5.1'), node(2, '8.6.0')] }],
};

/**
 * Lines of an older php.ini-production keep what 8.6 changed; two versions side by side differ where nothing is said.
 */
export const versionDefaultChange: Rule = {
    code: 'version-default-change',
    severity: 'information',
    dependsOnVersion: true,
    title: 'PHP 8.6 changed this default',
    reason: 'PHP 8.6 protects sessions by default: `session.use_strict_mode` and `session.cookie_httponly` are on, `session.cookie_samesite` is `Lax`. The php.ini files of older versions set the three to `0` or to nothing: copied to 8.6, such lines undo the protection. In an environment that runs both versions, nodes differ in what a file does not set.',
    link: 'https://wiki.php.net/rfc/session_security_defaults',
    failing: [
        {
            text: 'session.use_strict_mode = 0\nsession.cookie_httponly =\nsession.cookie_samesite =\n',
            phpVersion: '8.6',
            marks: ['session.use_strict_mode = 0', 'session.cookie_httponly =', 'session.cookie_samesite ='],
            fixed: '',
        },
        {
            text: 'session.save_handler = memcached\nsession.use_strict_mode = 1\n',
            phpVersion: '8.5',
            uri: `${uri}/etc/php.ini`,
            facts: mixed,
            marks: ['session.save_handler = memcached'],
            fixed: 'session.save_handler = memcached\nsession.cookie_httponly = 1\nsession.cookie_samesite = Lax\nsession.use_strict_mode = 1\n',
        },
    ],
    passing: [
        { text: 'session.use_strict_mode = 0\nsession.cookie_httponly =\n', phpVersion: '8.5' },
        { text: 'session.use_strict_mode = 1\nsession.cookie_samesite = Strict\n', phpVersion: '8.6' },
        { text: 'session.cookie_samesite = None\n', phpVersion: '8.6' },
        { text: 'session.save_handler = memcached\n', phpVersion: '8.5' },
    ],
    check(context) {
        return [...oldLines(context), ...betweenVersions(context)];
    },
};

function oldLines(context: DocumentContext): RuleDiagnostic[] {
    if (compareVersions(context.phpVersion, CHANGED) < 0) {
        return [];
    }
    return changes.flatMap(({ name, value, isOld }) => {
        const setting = context.effective(name);
        // `None` without quotes is another rule's matter.
        if (!setting || !isOld(setting.value) || /^none$/i.test(setting.node.rawValue)) {
            return [];
        }
        return [
            {
                range: setting.node.range,
                message: `Since PHP ${CHANGED} the default is ${value}: this line undoes it.`,
                fixes: () => [removalFix(context, `Remove ${name}`, context.globalsOf(name))],
            },
        ];
    });
}

function betweenVersions(context: DocumentContext): RuleDiagnostic[] {
    const versions = (context.facts.environment?.applications ?? []).flatMap(({ php }) => php?.version ?? []);
    const isNew = (version: string) => compareVersions(version, CHANGED) >= 0;
    const handler = context.effective('session.save_handler');
    if (!handler || !versions.some(isNew) || versions.every(isNew)) {
        return [];
    }
    const settings = changes
        .filter(({ name }) => context.globalsOf(name).length === 0)
        .map(({ name, value }) => [name, value] as const);
    const names = settings.map(([name]) => name).join(', ');
    return settings.length === 0
        ? []
        : [
              {
                  range: handler.node.range,
                  message: `Nodes before and from PHP ${CHANGED} on differ in what is not set here: ${names}.`,
                  fixes: () => [settingsFix(context, `Set what PHP ${CHANGED} uses`, { settings, near: handler.node })],
              },
          ];
}
