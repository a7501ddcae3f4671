import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { joined, type MeasuredFunctions, readPrinted } from './functions.ts';
import { type Measurement, readMeasurement } from './measurement.ts';

/** Parts of php-wasm that no other PHP has, and extensions that Debian has in versions of their own. */
const onlyInWasm = new Set(['dns_polyfill', 'imagick', 'opcache', 'post_message_to_js', 'wasm_memory_storage']);

/** Packages `php8.4-…`. Their versions are Debian 13's. */
const debianExtensions =
    'amqp apcu bcmath bz2 curl dba enchant excimer gd gmp http igbinary imagick intl ldap mbstring mcrypt memcache memcached mongodb ' +
    'msgpack mysql odbc opcache pcov pgsql readline redis snmp soap sqlite3 stomp sybase tidy uploadprogress xdebug xml xsl yaml ' +
    'zip zstd';

/** `run` runs a script in a PHP without a php.ini, and gives what it printed. */
export async function measurePhpWasm(run: (script: string) => Promise<string>): Promise<Measurement> {
    return readMeasurement(await run(await script('measure.php')), 'php-wasm', onlyInWasm);
}

/**
 * Installs Debian's packages in a container, and asks PHP there as each kind of server. Takes minutes, and the `docker`
 * program.
 */
export async function measureDebian(): Promise<Measurement> {
    const answers = await runInDebian('measure.php');
    const bySapi = new Map(answers.map(([sapi, json]) => [sapi, readMeasurement(json, 'Debian 13', new Set())]));
    // A web server's defaults are PHP's own; the command line has some of its own.
    const web = bySapi.get('cgi-fcgi');
    if (!web) {
        throw new Error('Debian: no measurement of php-cgi.');
    }
    // What the servers add. What they change of others is described by hand.
    return withoutPatches([...bySapi.values()].reduce(merged, web));
}

export async function measureFunctionsOfPhpWasm(run: (script: string) => Promise<string>): Promise<MeasuredFunctions> {
    return readPrinted(await run(await script('functions.php')));
}

/** Like `measureDebian`. */
export async function measureFunctionsOfDebian(): Promise<MeasuredFunctions> {
    return joined((await runInDebian('functions.php')).map(([, json]) => readPrinted(json, 'Debian')));
}

/** Debian's PHP keeps its sessions elsewhere than PHP's source says. */
function withoutPatches(measurement: Measurement): Measurement {
    const { 'session.save_path': _, ...session } = measurement.directives.session ?? {};
    return { ...measurement, directives: { ...measurement.directives, session } };
}

/** What the second has besides. */
function merged(first: Measurement, second: Measurement): Measurement {
    const directives = { ...first.directives };
    for (const [extension, more] of Object.entries(second.directives)) {
        directives[extension] = { ...more, ...directives[extension] };
    }
    return { ...first, extensions: { ...second.extensions, ...first.extensions }, directives };
}

/** What the script printed, by the kind of server. */
async function runInDebian(name: string): Promise<[sapi: string, printed: string][]> {
    const measure = await script(name);
    const environment = ['-e', `MEASURE=${measure}`, '-e', `EXTENSIONS=${debianExtensions}`];
    const docker = spawn('docker', ['run', '--rm', '-i', ...environment, 'debian:trixie-slim', 'sh', '-s'], {
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    docker.stdin.end(await script('debian.sh'));
    const chunks: Buffer[] = [];
    docker.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const status = await new Promise<number | null>((resolve, reject) => {
        docker.once('error', reject).once('close', resolve);
    });
    if (status !== 0) {
        throw new Error(`The measurement in Debian ended with exit status ${String(status)}.`);
    }
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
    return lines.map(line => [line.split(' ', 1).join(''), line.slice(line.indexOf(' ') + 1)]);
}

/** A file that lies beside this one. */
function script(name: string): Promise<string> {
    return readFile(new URL(name, import.meta.url), 'utf8');
}
