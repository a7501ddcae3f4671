import type { DocumentContext } from '../../model/documentContext.ts';
import { extensionName } from '../../phpIni/syntax/edit.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { Candidate } from './candidate.ts';

/** Loaded by the engine rather than as a module: `extension=` fails for them. */
const ofEngine = ['opcache', 'xdebug'];

/** Packaged widely; which ones a machine has, only its own PHP knows. */
const common = [
    ...['memcached', 'redis', 'igbinary', 'msgpack', 'apcu', 'memcache', 'intl', 'mbstring', 'gd', 'imagick', 'curl'],
    ...['zip', 'xml', 'soap', 'bcmath', 'mysqli', 'pdo_mysql', 'pdo_pgsql', 'pdo_sqlite', 'pgsql', 'sqlite3', 'bz2'],
    ...['exif', 'fileinfo', 'ftp', 'gettext', 'gmp', 'ldap', 'openssl', 'sockets', 'sodium', 'tidy', 'xsl', 'ffi'],
];

/** The extensions that the node could load and this file does not; without a node, those that people use most. */
export function extensionCandidates(
    context: DocumentContext,
    kind: 'extension' | 'zend_extension',
): readonly Candidate[] {
    const php = context.facts.node?.php;
    const inFile = new Set(
        context.document.assignments
            .filter(({ name }) => isExtensionName(name))
            .map(node => extensionName(context.valueOf(node) ?? '')),
    );
    const isWanted = (name: string): boolean => ofEngine.includes(name) === (kind === 'zend_extension');
    const names = php?.availableExtensions ?? (kind === 'zend_extension' ? ofEngine : common);
    return names
        .filter(name => isWanted(name) && !inFile.has(name))
        .map(value => ({
            value,
            written: value,
            ...(php?.extensions.includes(value) === true && { detail: 'loaded already, by another file' }),
        }))
        .sort((a, b) => Number('detail' in a) - Number('detail' in b));
}
