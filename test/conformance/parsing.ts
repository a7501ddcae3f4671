// What PHP's parse_ini_file makes of a text, from PHP itself and from ours, in one form.
import { parsePhpIni } from '../../server/src/syntax/document.ts';
import { evaluate } from '../../server/src/syntax/evaluate.ts';
import { loadPhp, type PhpVersion } from '../support/phpWasm.ts';
import { pathIn, settingsBySection, type Tree } from './sections.ts';

export interface Reading {
    /** The names with their values, an array's as `name[key]`; null where PHP gives nothing because of an error. */
    readonly settings: Readonly<Record<string, string>> | null;
    /** The same with the headings; null likewise. */
    readonly bySection: Tree | null;
    /** `syntax error, unexpected '=' on line 5` */
    readonly error: string | null;
}

/** What `${NAME}` finds outside of the file, in PHP and in ours. */
export const environment: Readonly<Record<string, string>> = { HOST: 'store', EMPTY: '', SPACED: ' a b ', N: '7' };

/** Names with values or with lists of the same kind, as an object of JavaScript would change their order. */
type Pairs = readonly (readonly [string | number, string | Pairs])[];

const script = `
    foreach ($input['environment'] as $name => $value) putenv("$name=$value");
    $pairs = function ($found) use (&$pairs) {
        if (!is_array($found)) return $found;
        return array_map(null, array_keys($found), array_map($pairs, array_values($found)));
    };
    return array_map(function (string $text) use ($pairs) {
        error_clear_last();
        file_put_contents('/tmp/text.ini', $text);
        $found = @parse_ini_file('/tmp/text.ini', false, INI_SCANNER_NORMAL);
        $message = error_get_last()['message'] ?? null;
        if ($found === false) return [null, null, $message];
        return [$pairs($found), $pairs(parse_ini_file('/tmp/text.ini', true, INI_SCANNER_NORMAL)), $message];
    }, $input['texts']);
`;

export interface PhpReader extends Disposable {
    readonly version: PhpVersion;
    read(texts: readonly string[]): Promise<Reading[]>;
}

/** PHP of a version, to read texts as files; those that begin with a byte order mark decoded as Latin-1 count as decoded rightly. */
export async function loadReader(version: PhpVersion): Promise<PhpReader> {
    const php = await loadPhp(version, { ini: '' });
    return {
        version,
        read: async texts => {
            const input = { texts: texts.map(text => text.replace(/^\u00ef\u00bb\u00bf/, '\uFEFF')), environment };
            const answers = (await php.ask(script, input)) as [Pairs | null, Pairs | null, string | null][];
            return answers.map(([settings, bySection, message]) => ({
                settings: settings && Object.fromEntries(settings.flatMap(flatSettings)),
                bySection: bySection && Object.fromEntries(branches(bySection)),
                error: message?.replace(' in /tmp/text.ini on', ' on').trimEnd() ?? null,
            }));
        },
        [Symbol.dispose]: () => {
            php[Symbol.dispose]();
        },
    };
}

function flatSettings([name, value]: Pairs[number]): [string, string][] {
    return typeof value === 'string'
        ? [[String(name), value]]
        : value.map(([key, element]) => [`${name}[${key}]`, String(element)]);
}

function branches(pairs: Pairs, above: readonly string[] = []): [string, string][] {
    return pairs.flatMap(([name, value]): [string, string][] => {
        const path = [...above, String(name)];
        return typeof value === 'string'
            ? [[pathIn(...path), value]]
            : [[pathIn(...path), ''], ...branches(value, path)];
    });
}

export function readOurselves(text: string, phpVersion: PhpVersion): Reading {
    const document = parsePhpIni(text, { phpVersion });
    const { settings, error } = evaluate(document, { phpVersion, environment, variablesOnlyFromEnvironment: true });
    if (error) {
        return { settings: null, bySection: null, error: `${error.message} on line ${error.line}` };
    }
    return {
        settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
        bySection: settingsBySection(document, environment),
        error: null,
    };
}
