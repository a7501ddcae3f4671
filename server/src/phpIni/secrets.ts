import { MASKED_VALUE } from './protocol.ts';

/** Directives that hold a password: `mysqli.default_pw`, `memcached.sess_sasl_password`, `redis.clusters.auth`. */
const secretName =
    /(?:pass(?:word|wd|phrase)?|_pw|secret|token|\bauth|credentials?|licen[cs]e|(?:api|crypt|private|encryption|access)_?key)$/i;

/** A password within a value: `tcp://host?auth=…`, `password=…`, `//user:…@host`; not the port of `//host:11211`. */
const secretPart =
    /((?:\bauth(?:\[[^\]]*\])?|\bpass(?:word|wd)?)=)[^\s&,;"'@]+|(:\/\/[^\s:@/"']*:)[^\s&,;"'@/]+(?=@)/gi;

/** Whether the value of the directive gives access to something. */
export function isSecret(name: string): boolean {
    return secretName.test(name);
}

/** The value of a directive without what gives access to anything. */
export function withoutSecret(name: string, value: string): string {
    return value !== '' && isSecret(name) ? MASKED_VALUE : withoutSecretPart(value);
}

/** The text without the passwords that stand in addresses. */
export function withoutSecretPart(text: string): string {
    return text.replace(secretPart, `$1$2${MASKED_VALUE}`);
}
