import { posix } from 'node:path';

/** What PHP looks for by its name, wherever it is told to. */
const main =
    /^php(?:-(?:apache|apache2handler|cgi|cgi-fcgi|cli|cli-server|embed|fpm|fpm-fcgi|litespeed|phpdbg))?\.ini$/;
/** Where machines keep configuration; below `/app` or `/var/www` a file is a part of the application. */
const system = /^\/(?:etc|opt|usr)\//;
/** A folder of PHP, by whichever name: `php`, `php82`, `php-fpm`, `lsphp81`. */
const ofPhp = /^(?:ls)?php[\d.]*(?:-(?:fpm|cli|zts|apache))?$/;
const scanned = /\.d$|^mods-available$/;

/** Whether PHP, or the one that set up the machine for it, reads the file of that path in a container as a php.ini. */
export function isReadByPhp(path: string): boolean {
    const name = posix.basename(path);
    if (!name.endsWith('.ini')) {
        return false;
    }
    if (main.test(name)) {
        return true;
    }
    const folders = posix.dirname(path).split('/').slice(1);
    const last = folders.at(-1) ?? '';
    return (
        system.test(path) &&
        (/^php(?:-zts)?\.d$/.test(last) ||
            (scanned.test(last) && folders.slice(0, -1).some(folder => ofPhp.test(folder))))
    );
}
