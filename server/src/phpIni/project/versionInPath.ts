import { exactRelease, type PhpRelease, someRelease } from '../versions.ts';
import type { Told } from './told.ts';

/** `php8.3`, `php83`, `php-8.3`, `php-fpm-8.3`, `lsphp83`: PHP, and its version right behind it. */
const named = /(?:^|[^a-z])(?:franken|ls)?php(?:-(?:fpm|cli|apache|cgi|zts))*[-_.]?v?(\d)\.?(\d)(?!\d)/i;
/** A folder that is called like a version: `8.3`, `8.3-fpm`. */
const bare = /^v?(\d)\.(\d)(?:\.\d+)?(?:-(?:fpm|cli|apache|cgi|zts|nginx|alpine|dev|prod)[\w-]*)?$/i;
/** `/etc/php7`. */
const major = /^(?:ls)?php([578])$/i;
/** Below these a version is that of something else: `wordpress/5.6`. */
const otherProduct =
    /^(?:alpine|apache|debian|drupal|joomla|laravel|magento\d?|mariadb|moodle|mysql|nextcloud|nginx|node|postgres(?:ql)?|python|redis|symfony|typo3|ubuntu|wordpress|wp)$/i;

/** Which PHP the names of a file and of its folders speak of; what is nearest to the file counts. */
export function versionInPath(path: string): Told | undefined {
    const parts = path.split(/[\\/]/);
    for (let part = parts.length - 1; part >= 0; part--) {
        const name = parts[part] ?? '';
        const release = versionInName(name, parts[part - 1] ?? '', part === parts.length - 1);
        if (release) {
            return { release, evidence: name };
        }
    }
    return undefined;
}

function versionInName(name: string, parent: string, isFile: boolean): PhpRelease | undefined {
    const exact = named.exec(name) ?? (isFile || otherProduct.test(parent) ? null : bare.exec(name));
    if (exact) {
        return exactRelease(exact[1] ?? '', exact[2] ?? '');
    }
    return isFile ? undefined : someRelease(major.exec(name)?.[1] ?? '');
}
