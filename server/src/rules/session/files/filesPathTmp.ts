import { parseFilesPath } from '../../../phpIni/savePaths/files.ts';
import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { filesPath } from '../../support/store.ts';

/** PHP's manual warns of it: the names of the files are the ids. */
export const filesPathTmp: Rule = {
    code: 'files-path-tmp',
    severity: 'hint',
    title: 'Others on the machine can list the sessions in /tmp',
    reason: 'The names of session files hold the session ids. In a directory that everybody may list, such as `/tmp`, other users and other applications of the same machine can take sessions over; whatever clears `/tmp` ends sessions as well. A directory of its own, which only PHP\u2019s user may read, avoids both.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        { text: 'session.save_handler = files\nsession.save_path = "/tmp"\n', marks: ['/tmp'] },
        { text: 'session.save_path = "2;/var/tmp/"\n', marks: ['/var/tmp/'] },
    ],
    passing: [
        { text: 'session.save_path = "/tmp/sessions"\n' },
        { text: 'session.save_path = "/var/lib/php/sessions"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "/tmp"\n' },
    ],
    check(context) {
        const path = filesPath(context);
        const { directory } = parseFilesPath(path?.value ?? '');
        return path && /^\/(?:var\/)?tmp\/?$/.test(directory.text)
            ? [
                  {
                      range: placeOf(path.node, path.value, directory),
                      message: `Everybody on the machine can list ${directory.text}, and the names of the files are the session ids.`,
                  },
              ]
            : [];
    },
};
