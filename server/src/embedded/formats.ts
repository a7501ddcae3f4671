import { embeddedKind } from '../phpIni/embeddedFiles.ts';
import type { Format } from './format.ts';
import { apacheFile, htaccessFile } from './readers/apache.ts';
import { composeFile } from './readers/compose.ts';
import { dockerfile } from './readers/dockerfile.ts';
import { poolFile } from './readers/poolFile.ts';

/** Of a file by its name and, where several have the same, by what it holds; undefined for what is no such file. */
export function formatOf(path: string, file: string): Format | undefined {
    switch (embeddedKind(path)) {
        case 'conf':
            return isPool(path, file) ? poolFile : apacheFile;
        case 'htaccess':
            return htaccessFile;
        case 'dockerfile':
            return dockerfile;
        case 'compose':
            return composeFile;
        case undefined:
            return undefined;
    }
}

function isPool(path: string, file: string): boolean {
    const isByName = /(?:php-fpm|\/pool)(?:\.d\/|\.conf$)|(?:^|\/)www\.conf$/.test(path);
    return isByName || /^[ \t]*php_(?:admin_)?(?:value|flag)[ \t]*\[/im.test(file);
}
