import { extensionName } from '../syntax/edit.ts';
import { isExtensionName } from '../syntax/evaluate.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

/** Characters of a file that are looked at: PHP's own php.ini is as long. */
const LOOKED_AT = 80_000;

const iniName = /\.ini(?:[.~_-][\w.~-]*)?$/i;
/** What makes a php.ini, and is none yet. */
const template = /\.(?:j2|jinja2?|erb|epp|tpl|tmpl|ctmpl|gotmpl|template|mustache|hbs|twig|liquid|in|m4)$/i;
/** A folder that is called after PHP alone: `docker/php`, `php-fpm`, `php8.3`, `.ddev/php`. */
const folderOfPhp = /^(?:ls|franken)?php[-_.]?(?:fpm|cli|apache2?|cgi|zts|nginx|conf|config|ini|v?[\d.]+)?$/i;

const settingName = /^([A-Za-z_][\w.-]*)(?:\[[^\]]*\])?$/;

interface Setting {
    readonly name: string;
    readonly value: string;
}

/**
 * Whether an ini file is one of PHP's by what stands in it: its first setting names a directive or an extension, and
 * the others do not speak against it. Where nothing is set, what is commented out counts.
 *
 * @param path within the workspace, as far as it has one
 */
export function isPhpIniText(path: string, text: string): boolean {
    if (!iniName.test(path) || template.test(path)) {
        return false;
    }
    const settings: (Setting | undefined)[] = [];
    const commented: Setting[] = [];
    for (const line of text
        .slice(0, LOOKED_AT)
        .replace(/^\uFEFF/, '')
        .split(/\r\n?|\n/)) {
        const trimmed = line.trim();
        if (/^[;#]/.test(trimmed)) {
            const setting = settingOf(trimmed.replace(/^[;#]+/, ''));
            commented.push(...(setting ? [setting] : []));
        } else if (trimmed !== '' && !trimmed.startsWith('[')) {
            settings.push(settingOf(trimmed));
        }
    }
    return areOfPhp(settings.length > 0 ? settings : commented, isInFolderOfPhp(path));
}

function settingOf(line: string): Setting | undefined {
    const equals = line.indexOf('=');
    const name = equals < 0 ? undefined : settingName.exec(line.slice(0, equals).trim())?.[1];
    return name === undefined ? undefined : { name, value: plain(line.slice(equals + 1).trim()) };
}

/** Without quotes and comment. */
function plain(value: string): string {
    const [, double, single] = /^"([^"]*)"|^'([^']*)'/.exec(value) ?? [];
    return double ?? single ?? (value.split(';')[0] ?? '').trim();
}

function isInFolderOfPhp(path: string): boolean {
    return path
        .split(/[\\/]/)
        .slice(0, -1)
        .some(folder => folderOfPhp.test(folder));
}

function areOfPhp(settings: readonly (Setting | undefined)[], inFolderOfPhp: boolean): boolean {
    const loaded = loadedBy(settings);
    const evidence = settings.map(one => (one ? evidenceOf(one.name, one.value, loaded) : 'foreign'));
    const count = (kind: Evidence): number => evidence.filter(one => one === kind).length;
    const php = count('php');
    const foreign = count('foreign');
    switch (evidence[0]) {
        case 'php':
            return foreign <= php + count('kin') + count('maybe');
        case undefined:
            return false;
        case 'maybe':
            return foreign === 0 ? php > 0 || inFolderOfPhp : php > foreign;
        default:
            // Of an extension that nobody knows, among what is PHP's.
            return php > 3 * foreign + count('kin');
    }
}

function loadedBy(settings: readonly (Setting | undefined)[]): Set<string> {
    return new Set(
        settings.flatMap(one => (one && isExtensionName(one.name) ? [extensionName(one.value).toLowerCase()] : [])),
    );
}
