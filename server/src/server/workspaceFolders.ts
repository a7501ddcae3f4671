import { pathOf } from './phpOfDocument.ts';

/** The files that tell which PHP reads a php.ini, wherever they lie; see phpIni/project. */
export const TELLING_FILES = [
    '**/*{Dockerfile,dockerfile,Containerfile,containerfile}*',
    '**/{compose,docker-compose}*.{yml,yaml}',
    '**/{composer.json,.php-version,.tool-versions,.env}',
] as const;

/** Of the folders that are on this machine's disk, by their addresses. */
export function pathsOf(folders: readonly string[]): string[] {
    return folders
        .filter(uri => uri.startsWith('file:'))
        .map(uri => pathOf(uri).replace(/(?<=.)[\\/]$/, ''))
        .filter(path => path !== '');
}
