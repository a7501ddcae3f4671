import { pathToFileURL } from 'node:url';
import { phpWasmModules } from './phpWasmInstall.ts';

/** The versions of PHP that the product knows, each of which can be run. */
export const phpVersions = ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'] as const;
export type PhpVersion = (typeof phpVersions)[number];

/** Extensions that php-wasm has besides those of PHP itself. */
export type PhpExtension = 'memcached' | 'redis' | 'intl' | 'xdebug';

export interface PhpOptions {
    readonly extensions?: readonly PhpExtension[];
    /** Files to put in before PHP starts, by absolute path. */
    readonly files?: Readonly<Record<string, string | Uint8Array>>;
    /** The text of its php.ini; php-wasm's own unless told. */
    readonly ini?: string | Uint8Array;
}

/** A real PHP that has started and answers. */
export interface Php extends Disposable {
    readonly version: PhpVersion;
    /** Runs a script (`<?php …`) and gives what it printed; rejects where it fails. */
    run(script: string): Promise<string>;
    /**
     * Runs a script that finds `input` in `$input` and returns something, both as JSON would hold them: one call for
     * thousands of texts. Bytes that are no UTF-8 have to be encoded by the caller.
     */
    readonly ask: (script: string, input: unknown) => Promise<unknown>;
    writeFile(path: string, content: string | Uint8Array): void;
}

export interface CommandOptions extends PhpOptions {
    readonly environment?: Readonly<Record<string, string>>;
}

export interface CommandResult {
    readonly exitCode: number;
    readonly output: string;
    /** What it wrote on standard error: its complaints about its php.ini, for example. */
    readonly errors: string;
}

/** What is used of php-wasm, which is not there when the types are checked. */
interface WasmPhp {
    run(request: { readonly code: string }): Promise<{ readonly text: string; readonly exitCode: number }>;
    cli(
        argv: readonly string[],
        options: { readonly env: Readonly<Record<string, string>> },
    ): Promise<{
        readonly exitCode: Promise<number>;
        readonly stdoutText: Promise<string>;
        readonly stderrText: Promise<string>;
    }>;
    writeFile(path: string, data: string | Uint8Array): void;
    readFileAsText(path: string): string;
    mkdir(path: string): void;
    fileExists(path: string): boolean;
    exit(): void;
}

interface UniversalModule {
    readonly PHP: new (runtime: number) => WasmPhp;
}

interface NodeModule {
    loadNodeRuntime(
        version: string,
        options: { readonly emscriptenOptions: { readonly processId: number }; readonly extensions: readonly string[] },
    ): Promise<number>;
}

const startIni = '/internal/shared/php.ini';
const commandIni = '/php.ini';
const inputFile = '/tmp/input.json';
const outputFile = '/tmp/output.json';

async function boot(version: PhpVersion, { extensions = [], files = {} }: PhpOptions): Promise<WasmPhp> {
    const { PHP } = (await import(pathToFileURL(phpWasmModules.universal).href)) as UniversalModule;
    const node = (await import(pathToFileURL(phpWasmModules.node).href)) as NodeModule;
    const php = new PHP(await node.loadNodeRuntime(version, { emscriptenOptions: { processId: 1 }, extensions }));
    for (const [path, content] of Object.entries(files)) {
        const folder = path.slice(0, path.lastIndexOf('/'));
        if (folder !== '' && !php.fileExists(folder)) {
            php.mkdir(folder);
        }
        php.writeFile(path, content);
    }
    return php;
}

/** Starts PHP of a version in this process: about 0.3 s, and 80 MB until it is disposed of. */
export async function loadPhp(version: PhpVersion, options: PhpOptions = {}): Promise<Php> {
    const php = await boot(version, options);
    if (options.ini !== undefined) {
        php.writeFile(startIni, options.ini);
    }
    const run = async (script: string): Promise<string> => {
        const { text, exitCode } = await php.run({ code: script });
        if (exitCode !== 0) {
            throw new Error(`PHP ${version} ended with exit status ${exitCode}: ${text}`);
        }
        return text;
    };
    return {
        version,
        run,
        ask: async (script, input) => {
            php.writeFile(inputFile, JSON.stringify(input));
            const body = script.replace(/^<\?php\s/, '');
            const printed = await run(`<?php
                $answer = (function ($input) { ${body}
                })(json_decode(file_get_contents('${inputFile}'), true));
                $json = json_encode($answer, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
                file_put_contents('${outputFile}', $json);`);
            if (printed !== '') {
                throw new Error(`PHP ${version} printed: ${printed}`);
            }
            return JSON.parse(php.readFileAsText(outputFile)) as unknown;
        },
        writeFile: (path, content) => {
            php.writeFile(path, content);
        },
        [Symbol.dispose]: () => {
            php.exit();
        },
    };
}

/**
 * Runs PHP's command line program in a process of its own, so to say: its start-up reads `ini` (as /php.ini) and the
 * environment, and what it says about them is in `errors`. `PHP_INI_SCAN_DIR` in the environment works. The script is
 * given as text.
 */
export async function runPhpCommand(
    version: PhpVersion,
    script: string,
    options: CommandOptions = {},
): Promise<CommandResult> {
    const php = await boot(version, options);
    php.writeFile(commandIni, options.ini ?? '');
    php.writeFile('/script.php', script);
    try {
        const response = await php.cli(['php', '-c', commandIni, '/script.php'], { env: options.environment ?? {} });
        const [exitCode, output, errors] = await Promise.all([
            response.exitCode,
            response.stdoutText,
            response.stderrText,
        ]);
        return { exitCode, output, errors };
    } finally {
        php.exit();
    }
}
