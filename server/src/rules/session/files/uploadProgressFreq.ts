import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/** PHP warns at each start, and keeps the default. */
export const uploadProgressFreq: Rule = {
    code: 'upload-progress-freq',
    severity: 'warning',
    title: 'PHP refuses this frequency',
    reason: '`session.upload_progress.freq` is a number of bytes, or a share of 0 to 100 %. PHP refuses anything below or beyond with a warning at each start, and keeps `1%`.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.upload-progress.freq',
    failing: [
        {
            text: 'session.upload_progress.freq = "200%"\n',
            marks: ['"200%"'],
            fixed: 'session.upload_progress.freq = "1%"\n',
        },
        {
            text: 'session.upload_progress.freq = -1\n',
            marks: ['-1'],
            fixed: 'session.upload_progress.freq = "1%"\n',
        },
    ],
    passing: [
        { text: 'session.upload_progress.freq = "1%"\n' },
        { text: 'session.upload_progress.freq = 65536\n' },
        { text: 'session.upload_progress.freq = "100%"\n' },
    ],
    check(context) {
        const frequency = context.effective('session.upload_progress.freq');
        const value = frequency?.value ?? '';
        const number = /^-?\d+/.exec(value)?.[0];
        const isPercent = value.endsWith('%');
        if (!frequency || number === undefined || !(Number(number) < 0 || (isPercent && Number(number) > 100))) {
            return [];
        }
        const { node } = frequency;
        return [
            {
                range: valueOrName(node),
                message: `PHP refuses ${value}, warns at each start, and keeps 1%.`,
                fixes: () => [valueFix(context, 'Change to 1%', { node, value: '1%' })],
            },
        ];
    },
};
