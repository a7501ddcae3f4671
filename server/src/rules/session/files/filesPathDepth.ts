import { parseFilesPath } from '../../../phpIni/savePaths/files.ts';
import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { filesPath } from '../../support/store.ts';

/** PHP neither makes the subdirectories nor clears them. */
export const filesPathDepth: Rule = {
    code: 'files-path-depth',
    severity: 'information',
    title: 'Subdirectories have to exist, and nobody clears them',
    reason: 'With a depth, sessions lie in subdirectories. PHP does not make them: without `mod_files.sh` of its sources, or the like, no session starts. It does not clear them either: `session.gc_probability` has no effect, and old files stay until a job removes them.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [{ text: 'session.save_path = "2;/var/lib/php/sessions"\n', marks: ['2'] }],
    passing: [{ text: 'session.save_path = "0;0600;/tmp"\n' }, { text: 'session.save_path = "/tmp"\n' }],
    check(context) {
        const path = filesPath(context);
        const { depth, directory } = parseFilesPath(path?.value ?? '');
        const levels = Number.parseInt(depth?.text ?? '', 10);
        if (!path || !depth || !(levels > 0) || !directory.text.startsWith('/')) {
            return [];
        }
        return [
            {
                range: placeOf(path.node, path.value, depth),
                message: `${levels} ${levels === 1 ? 'level' : 'levels'} of subdirectories: PHP neither makes them, nor removes old sessions from them.`,
            },
        ];
    },
};
