// What PHP's parse_ini_file makes of a text, from PHP itself and from ours, in one form.
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../server/src/phpIni/syntax/evaluate.ts';
import { loadPhp, type Php, type PhpVersion } from '../support/php/phpWasm.ts';
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
export const environment: Readonly<Record<string, string>> = {
    HOST: 'store',
    EMPTY: '',
    SPACED: ' a b ',
    N: '7',
    TITLE: 'HOST=title.com',
};

/** Names with values or with lists of the same kind, as an object of JavaScript would change their order. */
type Pairs = readonly (readonly [string, string | Pairs])[];

const script = `
    foreach ($input['environment'] as $name => $value) putenv("$name=$value");
    $pairs = function ($found) use (&$pairs) {
        if (!is_array($found)) return $found;
        return array_map(null, array_map('strval', array_keys($found)), array_map($pairs, array_values($found)));
    };
    $file = tempnam('/tmp', 'ini');
    $answers = array_map(function (string $text) use ($pairs, $file) {
        error_clear_last();
        file_put_contents($file, $text);
        $found = @parse_ini_file($file, false, INI_SCANNER_NORMAL);
        $message = error_get_last()['message'] ?? null;
        if ($found === false) return [null, null, $message];
        return [$pairs($found), $pairs(parse_ini_file($file, true, INI_SCANNER_NORMAL)), $message];
    }, $input['texts']);
    unlink($file);
    return $answers;
`;

export interface PhpReader extends Disposable {
    readonly version: PhpVersion;
    read(texts: readonly string[]): Promise<Reading[]>;
}

export async function loadReader(version: PhpVersion): Promise<PhpReader> {
    const php = await loadPhp(version, { ini: '' });
    return readerOf(version, php.ask, () => {
        php[Symbol.dispose]();
    });
}

/**
 * A PHP that can be asked, to read texts as files; those that begin with a byte order mark decoded as Latin-1 count as
 * decoded rightly.
 */
export function readerOf(version: PhpVersion, ask: Php['ask'], dispose?: () => void): PhpReader {
    return {
        version,
        read: async texts => {
            const input = { texts: texts.map(text => text.replace(/^\u00ef\u00bb\u00bf/, '\uFEFF')), environment };
            const answers = (await ask(script, input)) as [Pairs | null, Pairs | null, string | null][];
            return answers.map(([settings, bySection, message]) => ({
                settings: settings && Object.fromEntries(settings.flatMap(flatSettings)),
                bySection: bySection && Object.fromEntries(branches(bySection)),
                error: message?.replace(/ in \S+ on line /, ' on line ').trimEnd() ?? null,
            }));
        },
        [Symbol.dispose]: () => {
            dispose?.();
        },
    };
}

function flatSettings([name, value]: Pairs[number]): [string, string][] {
    return typeof value === 'string'
        ? [[name, value]]
        : value.map(([key, element]) => [`${name}[${key}]`, String(element)]);
}

function branches(pairs: Pairs, above: readonly string[] = []): [string, string][] {
    return pairs.flatMap(([name, value]): [string, string][] => {
        const path = [...above, name];
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
