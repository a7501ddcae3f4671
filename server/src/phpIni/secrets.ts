import { MASKED_VALUE } from './protocol.ts';
import { parsePhpQuery, type Parameter } from './savePaths/phpQuery.ts';
import { wholeOf } from './savePaths/pieces.ts';
import { parseUrlPath } from './savePaths/urlPath.ts';

/** Directives that hold a password: `mysqli.default_pw`, `memcached.sess_sasl_password`, `redis.clusters.auth`. */
const secretName =
    /(?:pass(?:word|wd|phrase)?|_pw|secret|token|\bauth|credentials?|licen[cs]e|(?:api|crypt|private|encryption|access)_?key)$/i;

/** Parameters that do: `auth`, also `auth[pass]`, and what others call it. */
const secretParameter = /^(?:auth|pass(?:word|wd|phrase)?|pwd|secret)$/i;

/**
 * A password within a value: `tcp://host?auth=…`, `auth[user]=…`, `auth%5B%5D=…`, `stream[passphrase]=…`; behind a `&`
 * or a comma, the words that it was torn apart to.
 */
const secretPart =
    /((?:\b(?:auth|pass(?:word|wd|phrase)?|pwd|secret)(?:\[[^\][\s]*\]|%5B[\w.]*%5D)*|\[pass(?:word|phrase)?\])=)([^\s&,]+(?:[&,][^\s&,=:/."']+(?![^\s&,"']))*)/gi;

/** `//user:…@host`; not the port of `//host:11211`. */
const secretLogin = /(:\/\/[^\s:@/?#"']*:)[^\s/?#"']+(?=@)/g;

/** Behind a blank, a comma or a `&`, what is a word alone: a password that was not encoded has been torn apart. */
const tornOff = /(?:[ ,&][^\s&,=:/."'?]+(?![^\s&,"']))*/y;

/** Whether the value of the directive gives access to something. */
export function isSecret(name: string): boolean {
    return secretName.test(name);
}

/** The value of a directive without what gives access to anything. */
export function withoutSecret(name: string, value: string): string {
    if (value !== '' && isSecret(name)) {
        return MASKED_VALUE;
    }
    return withoutSecretPart(/^(?:session|memcache)\..*save_path$/.test(name) ? withoutParameters(value) : value);
}

/** The text without the passwords that stand in addresses. */
export function withoutSecretPart(text: string): string {
    return text
        .replace(secretPart, (_, name: string, value: string) => name + MASKED_VALUE + closingIn(value))
        .replace(secretLogin, `$1${MASKED_VALUE}`);
}

/** The quotation marks and brackets that the text around it ends with. */
function closingIn(value: string): string {
    let start = value.length;
    while (start > 1 && /["')\]}>;]/.test(value.charAt(start - 1))) {
        start--;
    }
    return value.slice(start);
}

/** A save path without the values of such parameters, however their names are written, and whatever is in them. */
function withoutParameters(path: string): string {
    const parameters = [
        ...parseUrlPath(path).flatMap(server => server.parameters),
        ...parsePhpQuery(wholeOf(path)).parameters,
    ];
    const secrets = parameters.filter(isSecretParameter).flatMap(({ writtenValue }) => writtenValue ?? []);
    let masked = '';
    let done = 0;
    for (const { start, end } of secrets.sort((a, b) => a.start - b.start)) {
        if (start >= done && start < end) {
            masked += path.slice(done, start) + MASKED_VALUE;
            tornOff.lastIndex = end;
            done = end + (tornOff.exec(path)?.[0].length ?? 0);
        }
    }
    return masked + path.slice(done);
}

function isSecretParameter({ name, keys }: Parameter): boolean {
    return secretParameter.test(name) || keys.some(key => /^pass(?:word|phrase)?$/.test(key));
}
