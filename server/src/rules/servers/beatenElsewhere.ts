import { valueOrName } from '../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import type { BeatingSetting } from '../../model/facts.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { withoutSecret } from '../../phpIni/secrets.ts';
import { meansTheSame } from '../support/values.ts';

export const beatenElsewhere: Rule = {
    code: 'beaten-elsewhere',
    severity: 'hint',
    title: 'A pool, a vhost or a file of a directory beats this',
    reason: 'For the requests that they are about, `php_value` and `php_admin_value` in a pool of FPM or in Apache’s configuration, `.htaccess` and `.user.ini` beat php.ini; so does what a Dockerfile writes into a folder that PHP scans. Told of where such a file lies in the same folder of the editor, nearer to this php.ini than to another, and sets another value.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        {
            text: 'memory_limit = 128M\nsession.name = SHOP\n',
            uri: 'file:///srv/docker/php.ini',
            beside: { 'file:///srv/docker/www.conf': '[www]\n\nphp_admin_value[memory_limit] = 512M\n' },
            marks: ['128M'],
        },
        {
            text: 'memory_limit = 128M\n',
            uri: 'file:///srv/docker/php.ini',
            beside: { 'file:///srv/public/.user.ini': 'memory_limit = 1G\nexpose_php = Off\n' },
            marks: ['128M'],
        },
    ],
    passing: [
        {
            text: 'memory_limit = 512M\n',
            uri: 'file:///srv/docker/php.ini',
            beside: { 'file:///srv/docker/www.conf': '[www]\nphp_admin_value[memory_limit] = 512M\n' },
        },
        {
            text: 'expose_php = On\n',
            uri: 'file:///srv/docker/php.ini',
            beside: { 'file:///srv/public/.htaccess': 'php_flag expose_php off\n' },
        },
        { text: 'memory_limit = 512M\n' },
    ],
    check(context) {
        const { beatenBy } = context.facts;
        if (!beatenBy || context.isUserIni || context.embedding) {
            return [];
        }
        return [...context.globals.keys()].flatMap((name): RuleDiagnostic[] => {
            const mine = isExtensionName(name) ? undefined : context.effective(name);
            const others = mine
                ? (beatenBy.get(name) ?? []).filter(({ value }) => !meansTheSame(name, mine.value, value))
                : [];
            const [first, ...more] = others;
            return mine && first
                ? [
                      {
                          range: valueOrName(mine.node),
                          message: `${sentence(first)}${more.length > 0 ? `; so do ${more.length} more` : ''}.`,
                          related: others.map(one => ({
                              uri: one.uri,
                              line: one.line - 1,
                              message: `${one.word ?? name} sets it to ${shown(one)}.`,
                          })),
                      },
                  ]
                : [];
        });
    },
};

function sentence(setting: BeatingSetting): string {
    const { path, line, title, word } = setting;
    const where = title === '' ? '' : ` ${word === undefined ? 'in' : 'for'} ${title}`;
    return `${path} line ${line} beats this${where}: ${shown(setting)}`;
}

function shown({ name, value }: BeatingSetting): string {
    return `"${withoutSecret(name, value)}"`;
}
