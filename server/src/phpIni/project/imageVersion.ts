import { type PhpRelease, releaseOf } from '../versions.ts';
import { versionInPath } from './versionInPath.ts';

/** What else stands in the name of an image that is PHP and little more: its tag is PHP's version. */
const plain = new Set(
    'php library docker fpm cli apache apache2 nginx caddy unit cgi zts alpine debian ubuntu base official dev development prod production xdebug debug composer node'.split(
        ' ',
    ),
);
/** Of a tag that goes on with one of these, the version is PHP's, whatever the image is called. */
const variant = /^(?:fpm|cli|apache|cgi|zts|alpine\d?|cli-\w+)$/;
/** Named after PHP, with versions of their own. */
const tool = /php(?:my|pg|redis|ldap|lite|memcached)[a-z]*admin|adminer/i;

/**
 * Which PHP an image has: `php:8.2-fpm`, `wordpress:php8.1`, `webdevops/php-nginx:8.3-alpine`, `devilbox/php-fpm-8.2`.
 */
export function imageVersion(reference: string): PhpRelease | undefined {
    const [withoutDigest = ''] = reference.toLowerCase().split('@');
    const [, repository = '', tag = ''] = /^(.*?)(?::([^:/]*))?$/s.exec(withoutDigest) ?? [];
    if (tool.test(repository)) {
        return undefined;
    }
    return versionInPath(tag)?.release ?? versionInTag(repository, tag) ?? versionInPath(`${repository}/`)?.release;
}

/** `8.2-fpm`, `latest-8.2` of an image that is called after PHP. */
function versionInTag(repository: string, tag: string): PhpRelease | undefined {
    const words = (repository.split('/').at(-1) ?? '').split(/[-_.]/);
    const parts = tag.split(/[-_]/);
    if (!words.includes('php') || !(words.every(word => plain.has(word)) || parts.some(part => variant.test(part)))) {
        return undefined;
    }
    for (const part of parts) {
        const release = releaseOf(part);
        if (release) {
            return release;
        }
    }
    return undefined;
}
