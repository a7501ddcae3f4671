import { pathOf } from './phpOfDocument.ts';

/** The files that tell which PHP reads a php.ini, wherever they lie; see phpIni/project. */
export const TELLING_FILES = [
    '**/*{Dockerfile,dockerfile,Containerfile,containerfile}*',
    '**/{compose,docker-compose}*.{yml,yaml}',
    '**/{composer.json,.php-version,.tool-versions,.env}',
] as const;

/** Of what is on this machine's disk, by its addresses. */
export function pathsOf(uris: readonly string[]): string[] {
    return uris
        .filter(uri => uri.startsWith('file:'))
        .map(uri => pathOf(uri).replace(/(?<=.)[\\/]$/, ''))
        .filter(path => path !== '');
}
