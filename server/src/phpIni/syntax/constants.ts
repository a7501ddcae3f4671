import { compareVersions } from './dialect.ts';

const errorLevels: Readonly<Record<string, number>> = {
    E_ERROR: 1,
    E_WARNING: 2,
    E_PARSE: 4,
    E_NOTICE: 8,
    E_CORE_ERROR: 16,
    E_CORE_WARNING: 32,
    E_COMPILE_ERROR: 64,
    E_COMPILE_WARNING: 128,
    E_USER_ERROR: 256,
    E_USER_WARNING: 512,
    E_USER_NOTICE: 1024,
    E_STRICT: 2048,
    E_RECOVERABLE_ERROR: 4096,
    E_DEPRECATED: 8192,
    E_USER_DEPRECATED: 16384,
};

const others: Readonly<Record<string, string>> = {
    PHP_EXTRA_VERSION: '',
    PHP_OS: 'Linux',
    PHP_OS_FAMILY: 'Linux',
    PHP_EOL: '\n',
    PHP_MAXPATHLEN: '4096',
    PHP_INT_MAX: '9223372036854775807',
    PHP_INT_MIN: '-9223372036854775808',
    PHP_INT_SIZE: '8',
    PHP_FD_SETSIZE: '1024',
    PHP_FLOAT_DIG: '15',
    // PHP does not know yet how precise a number shall be.
    PHP_FLOAT_EPSILON: '2.0E-16',
    PHP_FLOAT_MAX: '2.0E+308',
    PHP_FLOAT_MIN: '2.0E-308',
    PHP_SHLIB_SUFFIX: 'so',
    DEFAULT_INCLUDE_PATH: '.:/usr/share/php',
    ZEND_THREAD_SAFE: '',
    ZEND_DEBUG_BUILD: '',
    DEBUG_BACKTRACE_PROVIDE_OBJECT: '1',
    DEBUG_BACKTRACE_IGNORE_ARGS: '2',
    UPLOAD_ERR_OK: '0',
    UPLOAD_ERR_INI_SIZE: '1',
    UPLOAD_ERR_FORM_SIZE: '2',
    UPLOAD_ERR_PARTIAL: '3',
    UPLOAD_ERR_NO_FILE: '4',
    UPLOAD_ERR_NO_TMP_DIR: '6',
    UPLOAD_ERR_CANT_WRITE: '7',
    UPLOAD_ERR_EXTENSION: '8',
    PHP_OUTPUT_HANDLER_START: '1',
    PHP_OUTPUT_HANDLER_WRITE: '0',
    PHP_OUTPUT_HANDLER_FLUSH: '4',
    PHP_OUTPUT_HANDLER_CLEAN: '2',
    PHP_OUTPUT_HANDLER_FINAL: '8',
    PHP_OUTPUT_HANDLER_CONT: '0',
    PHP_OUTPUT_HANDLER_END: '8',
    PHP_OUTPUT_HANDLER_CLEANABLE: '16',
    PHP_OUTPUT_HANDLER_FLUSHABLE: '32',
    PHP_OUTPUT_HANDLER_REMOVABLE: '64',
    PHP_OUTPUT_HANDLER_STDFLAGS: '112',
    PHP_OUTPUT_HANDLER_STARTED: '4096',
    PHP_OUTPUT_HANDLER_DISABLED: '8192',
};

const before84 = [
    ['PHP_DEBUG', '0'],
    ['PHP_ZTS', '0'],
] as const;

const since84 = [
    ['PHP_DEBUG', ''],
    ['PHP_ZTS', ''],
    ['PHP_OUTPUT_HANDLER_PROCESSED', '16384'],
] as const;

/**
 * In any case of letters. A value that is nothing but one of them is a keyword already; this is for keys, and for words
 * within values.
 */
const words: Readonly<Record<string, string>> = { true: '1', false: '', null: '' };

const tables = new Map<string, ReadonlyMap<string, string>>();

/**
 * The constants that PHP knows when it reads its configuration, as text: those of the core, not yet those of
 * extensions. Of what depends on the build, a 64-bit Linux is assumed, and of the version, which is known to major and
 * minor only, the first release.
 */
export function constantsOf(version: string): ReadonlyMap<string, string> {
    const cached = tables.get(version);
    if (cached) {
        return cached;
    }
    const table = new Map(Object.entries(others));
    let all = 0;
    for (const [name, value] of Object.entries(errorLevels)) {
        table.set(name, String(value));
        // E_STRICT stayed a constant when 8.4 took it out of E_ALL.
        all |= name === 'E_STRICT' && compareVersions(version, '8.4') >= 0 ? 0 : value;
    }
    table.set('E_ALL', String(all));
    for (const [name, value] of compareVersions(version, '8.4') >= 0 ? since84 : before84) {
        table.set(name, value);
    }
    const [major = 8, minor = 4] = version.split('.').map(Number);
    table.set('PHP_VERSION', `${major}.${minor}.0`);
    table.set('PHP_MAJOR_VERSION', String(major));
    table.set('PHP_MINOR_VERSION', String(minor));
    table.set('PHP_RELEASE_VERSION', '0');
    table.set('PHP_VERSION_ID', String(major * 10_000 + minor * 100));
    tables.set(version, table);
    return table;
}

/** What PHP puts in the place of a bare word; undefined where that is no constant. */
export function findConstant(version: string, name: string): string | undefined {
    return constantsOf(version).get(name) ?? (name.length <= 5 ? wordValue(name) : undefined);
}

function wordValue(name: string): string | undefined {
    const word = name.toLowerCase();
    return Object.hasOwn(words, word) ? words[word] : undefined;
}
