import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './hostProgram.ts';

const publicMirror = 'http://deb.debian.org/debian';
const suites =
    /^(debian|oldoldstable|oldstable|stable|testing|unstable|sid|bullseye|bookworm|trixie|forky|duke)(-updates|-backports)?$/;

/**
 * The Debian archive that this machine installs from; the public one where apt knows none (on Ubuntu). Without a slash
 * at the end.
 */
export async function debianMirror(aptFolder = '/etc/apt'): Promise<string> {
    const sources = join(aptFolder, 'sources.list.d');
    let names: string[] = [];
    try {
        names = (await readdir(sources)).sort();
    } catch {
        // No such folder: sources.list is all there is.
    }
    for (const file of [join(aptFolder, 'sources.list'), ...names.map(name => join(sources, name))]) {
        let text: string;
        try {
            text = await readFile(file, 'utf8');
        } catch {
            // Not there, or not a file.
            continue;
        }
        const mirror = file.endsWith('.sources')
            ? mirrorInStanzas(text)
            : file.endsWith('.list')
              ? mirrorInLines(text)
              : undefined;
        if (mirror !== undefined) {
            return mirror;
        }
    }
    return publicMirror;
}

function archive(
    uris: readonly string[],
    ofSuites: readonly string[],
    components: readonly string[],
): string | undefined {
    const uri = uris.find(candidate => /^https?:\/\//.test(candidate));
    return components.includes('main') && ofSuites.some(suite => suites.test(suite))
        ? uri?.replace(/(?<!\/)\/+$/, '')
        : undefined;
}

/** The one-line form: `deb [options] URI suite component…`. */
export function mirrorInLines(text: string): string | undefined {
    for (const [, uri = '', suite = '', rest = ''] of text.matchAll(
        /^[ \t]*deb[ \t]+(?:\[[^\]\n]*\][ \t]+)?(\S+)[ \t]+(\S+)([^\n#]*)/gm,
    )) {
        const mirror = archive([uri], [suite], rest.trim().split(/\s+/));
        if (mirror !== undefined) {
            return mirror;
        }
    }
    return undefined;
}

/** The deb822 form, of `.sources` files. */
export function mirrorInStanzas(text: string): string | undefined {
    const lines = text.replaceAll('\r\n', '\n').replaceAll(/^#.*\n?/gm, '');
    for (const stanza of lines.split(/\n[ \t]*\n/)) {
        const words = (field: string): string[] =>
            (new RegExp(`^${field}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1] ?? '')
                .split(/\s+/)
                .filter(word => word !== '');
        if (!words('Types').includes('deb') || words('Enabled')[0] === 'no') {
            continue;
        }
        const mirror = archive(words('URIs'), words('Suites'), words('Components'));
        if (mirror !== undefined) {
            return mirror;
        }
    }
    return undefined;
}

export interface AptOptions {
    readonly proxy: string | undefined;
    /** Lines of apt.conf(5) without which apt cannot use this machine's mirror. */
    readonly lines: readonly string[];
}

/**
 * What apt is told on this machine that whoever installs from the same mirror must be told too: a proxy, a mirror whose
 * lists are old.
 */
export async function aptOptions(signal: AbortSignal): Promise<AptOptions> {
    return aptOptionsFrom(await runProgram('apt-config', ['dump'], { signal, timeoutMs: 30_000 }));
}

/** Reads `apt-config dump`. */
export function aptOptionsFrom(dump: readonly string[]): AptOptions {
    const lines = dump.filter(line =>
        /^Acquire::(https?::Proxy "(?!")|Check-(Valid-Until|Date) "(false|no|off|0)")/i.test(line),
    );
    const proxy = lines
        .map(line => /^Acquire::http::Proxy "([^"]+)"/i.exec(line)?.[1])
        .find(value => value !== undefined);
    return { proxy: proxy === 'DIRECT' ? undefined : proxy, lines };
}
