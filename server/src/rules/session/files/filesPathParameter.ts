import { parseFilesPath } from '../../../phpIni/savePaths/files.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { filesPath, handlerOf } from '../../support/store.ts';

/** PHP takes letters for depth 0, without a message; a mode beyond 7777 or a negative depth lets no session start. */
export const filesPathParameter: Rule = {
    code: 'files-path-parameter',
    severity: 'warning',
    title: 'Depth and mode of the save path are numbers',
    reason: 'In `depth;mode;/directory` the depth is a number of levels, and the mode an octal number such as `0600`. PHP takes what is no number for 0, and a mode ends at its first 8 or 9, both without a message. With a negative depth, or a mode beyond `7777`, no session starts.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        {
            text: 'session.save_handler = files\nsession.save_path = "x;/tmp"\n',
            marks: ['x'],
            fixed: 'session.save_handler = files\nsession.save_path = "/tmp"\n',
        },
        {
            text: 'session.save_handler = files\nsession.save_path = "2;999;/srv/sessions"\n',
            marks: ['999'],
            fixed: 'session.save_handler = files\nsession.save_path = "2;0600;/srv/sessions"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = files\nsession.save_path = "2;0600;/srv/sessions"\n' },
        { text: 'session.save_handler = files\nsession.save_path = ";/tmp"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "C:\\a;b"\n' },
    ],
    check(context) {
        const path = handlerOf(context) === 'files' ? filesPath(context) : undefined;
        if (!path) {
            return [];
        }
        const { node, value } = path;
        const { depth, mode, directory } = parseFilesPath(value);
        const isAbsolute = /^(?:\/|[a-z]:[\\/])[^;]*$/i.test(directory.text);
        if (!depth || !isAbsolute) {
            return [];
        }
        if (depth.text !== '' && !/^\s*\+?\d{1,9}$/.test(depth.text)) {
            const message = `"${depth.text}" is no number of levels. PHP takes letters for 0, and refuses negative numbers.`;
            const fix = valueFix(context, 'Remove it', { node, value: directory.text });
            return [{ range: placeOf(node, value, depth), message, fixes: () => [fix] }];
        }
        if (mode && mode.text !== '' && !/^\s*[0-7]{1,5}$/.test(mode.text)) {
            const message = `"${mode.text}" is no octal mode: write 0600, for example.`;
            const mended = `${depth.text};0600;${directory.text}`;
            const fix = valueFix(context, 'Change to 0600', { node, value: mended });
            return [{ range: placeOf(node, value, mode), message, fixes: () => [fix] }];
        }
        return [];
    },
};
