import { parseFilesPath } from '../../../phpIni/savePaths/files.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { filesPath, handlerOf } from '../../support/store.ts';

/** Relative to where PHP was started: another place for Apache, FPM and the command line. */
export const filesPathRelative: Rule = {
    code: 'files-path-relative',
    severity: 'information',
    title: 'The directory depends on where PHP was started',
    reason: 'PHP does not resolve a relative `session.save_path` against the php.ini or the script: it counts from the directory of the running process, which differs between Apache, FPM, the command line and their versions. The same file then gives each of them other sessions, or none.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        {
            text: 'session.save_handler = files\nsession.save_path = "var/sessions"\n',
            marks: ['"var/sessions"'],
        },
    ],
    passing: [
        { text: 'session.save_handler = files\nsession.save_path = "/var/sessions"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "2;/var/sessions"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "\\\\server\\sessions"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "${DIR}/sessions"\n' },
        { text: 'session.save_path = "sessions"\n' },
    ],
    check(context) {
        const path = handlerOf(context) === 'files' ? filesPath(context) : undefined;
        const { text } = parseFilesPath(path?.value ?? '').directory;
        // A word alone may be anything: a number that was cut, a template.
        return path && /^(?:\.{1,2}[\\/]|[\w-]+[\\/])[\w./\\-]*$/.test(text)
            ? [
                  {
                      range: valueOrName(path.node),
                      message: 'PHP counts this from the directory in which it was started.',
                  },
              ]
            : [];
    },
};
