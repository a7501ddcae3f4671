import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { phpVersions, type PhpVersion } from '../support/php/phpWasm.ts';
import { readerOf, type PhpReader } from './parsing.ts';

/** The PHP of this machine, as Debian builds it: a second witness, with another C library. */
export async function debianPhp(): Promise<PhpReader> {
    const version = await run('echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;', '');
    if (!isKnown(version)) {
        throw new Error(`The PHP of this machine is ${version}, which is none of ${phpVersions.join(', ')}.`);
    }
    return readerOf(version, async (script, input) => {
        const code = `
            $answer = (function ($input) { ${script} })(json_decode(stream_get_contents(STDIN), true));
            echo json_encode($answer, JSON_THROW_ON_ERROR);`;
        return JSON.parse(await run(code, JSON.stringify(input))) as unknown;
    });
}

function isKnown(version: string): version is PhpVersion {
    return phpVersions.some(known => known === version);
}

/** Without any php.ini. */
async function run(code: string, input: string): Promise<string> {
    const child = spawn('php', ['-n', '-d', 'memory_limit=-1', '-r', code], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => {
        child.on('error', reject).on('close', resolve);
    });
    child.stdin.end(input);
    const output = await textOf(child.stdout);
    const status = await ended;
    if (status !== 0) {
        throw new Error(`php ended with exit status ${status}: ${output.slice(0, 1000)}`);
    }
    return output;
}
