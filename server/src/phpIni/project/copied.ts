import { posix } from 'node:path';
import { isReadByPhp } from './readByPhp.ts';

/**
 * Where a file comes to lie that is copied or mounted from `source`, itself or within a folder, if PHP reads it there.
 * A target that ends with `/` is a folder; both paths and the source are absolute and of this machine, with `/`.
 */
export function placeForPhp(file: string, source: string, target: string): string | undefined {
    const places = placesOf(file, source, target);
    return places.find(isReadByPhp);
}

function placesOf(file: string, source: string, target: string): string[] {
    const name = posix.basename(file);
    if (source === file) {
        return target.endsWith('/') ? [target + name] : [target, `${target}/${name}`];
    }
    if (source.includes('*') || source.includes('?')) {
        return globMatches(source, file) ? [posix.join(target, name)] : [];
    }
    const folder = source.endsWith('/') ? source : `${source}/`;
    return file.startsWith(folder) ? [posix.join(target, file.slice(folder.length))] : [];
}

/** `conf/*.ini`: a star is within one name. In time of the pattern times that of the path, whatever the pattern. */
function globMatches(pattern: string, path: string): boolean {
    const names = path.split('/');
    const patterns = pattern.split('/');
    return names.length === patterns.length && patterns.every((own, index) => nameMatches(own, names[index] ?? ''));
}

function nameMatches(pattern: string, name: string): boolean {
    let at = 0;
    let star = -1;
    let behindStar = 0;
    for (let index = 0; index < name.length;) {
        const own = pattern[at];
        if (own === '*') {
            star = at++;
            behindStar = index;
        } else if (own === '?' || own === name[index]) {
            at++;
            index++;
        } else if (star >= 0) {
            at = star + 1;
            index = ++behindStar;
        } else {
            return false;
        }
    }
    return /^\**$/.test(pattern.slice(at));
}
