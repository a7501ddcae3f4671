import { MASKED_VALUE } from '../../../server/src/protocol.ts';
import { parsePhpIni } from '../../../server/src/syntax/document.ts';

/** Directives that hold a password: `mysqli.default_pw`, `memcached.sess_sasl_password`, `redis.clusters.auth`. */
const secretName =
    /(?:pass(?:word|wd|phrase)?|_pw|secret|token|\bauth|credentials?|licen[cs]e|(?:api|crypt|private|encryption|access)_?key)$/i;

/** A password within a value: `tcp://host?auth=…`, `password=…`, `//user:…@host`. */
const secretPart = /((?:\bauth(?:\[[^\]]*\])?|\bpass(?:word|wd)?)=|:\/\/[^\s:@/"']*:)([^\s&,;"'@]+)/gi;

/** A line that assigns to such a directive, commented out or not. */
const secretLine = /^([ \t;]*([A-Za-z0-9_.-]{1,100})[ \t]*=[ \t]*)(\S.*)$/gm;

/** The value of a directive without what gives access to anything. */
export function withoutSecret(name: string, value: string): string {
    return value !== '' && secretName.test(name) ? MASKED_VALUE : withoutSecretPart(value);
}

/** A php.ini without the passwords in it; all else stays in its line. */
export function withoutSecrets(text: string): string {
    const { nodes } = parsePhpIni(text);
    let masked = '';
    let done = 0;
    for (const node of nodes) {
        const assigns = node.kind === 'assignment' || node.kind === 'disabledAssignment';
        if (assigns && secretName.test(node.name) && node.valueRange.start < node.valueRange.end) {
            masked += text.slice(done, node.valueRange.start) + MASKED_VALUE;
            done = node.valueRange.end;
        }
    }
    // What PHP cannot read has no nodes, but lines all the same.
    return withoutSecretPart(masked + text.slice(done)).replace(secretLine, (line, start: string, name: string) =>
        secretName.test(name) ? start + MASKED_VALUE : line,
    );
}

function withoutSecretPart(text: string): string {
    return text.replace(secretPart, `$1${MASKED_VALUE}`);
}
