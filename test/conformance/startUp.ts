// What PHP holds after it has started with a text as one of its configuration files, from PHP itself and from ours, in
// one form. One start reads thousands of files, from the folder that it scans: each is read by itself, but for what all
// of them hold together, so that the names in each have to be its own.
import assert from 'node:assert/strict';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { evaluate, isExtensionName, type Setting } from '../../server/src/phpIni/syntax/evaluate.ts';
import type { SectionNode } from '../../server/src/phpIni/syntax/nodes.ts';
import { runPhpCommand, type PhpVersion } from '../support/php/phpWasm.ts';
import { environment } from './parsing.ts';
import { pathIn, type Tree } from './sections.ts';

export interface Start {
    /** By name, or by host or path and name, and then by key; what is asked for and not held is left out. */
    readonly held: Tree;
    /** `syntax error, unexpected '=' on line 5` */
    readonly error: string | null;
}

export interface Starts {
    /** For each text. */
    readonly starts: readonly Start[];
    /** What `extension` lines have it load, of all texts, in the order of loading. */
    readonly extensions: readonly string[];
    /** What `zend_extension` lines do, each once: the second time, PHP says something else. */
    readonly zendExtensions: readonly string[];
}

type Found = string | { readonly [name: string]: Found };

const script = `<?php
    ini_set('memory_limit', '-1');
    $held = function (array $names) { return array_map('get_cfg_var', $names); };
    $answer = array_map($held, json_decode(file_get_contents('/names.json'), true));
    echo json_encode($answer, JSON_FORCE_OBJECT | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);`;

/** Complaints go to standard error, in every version alike. */
const settings = 'display_errors = stderr\ndisplay_startup_errors = 1\nlog_errors = 0\nhtml_errors = 0\n';

function fileName(index: number): string {
    return `/scan/${String(index).padStart(6, '0')}.ini`;
}

/** The texts with names of their own in the place of `§`. */
export function ownNames(texts: readonly string[]): string[] {
    return texts.map((text, index) => text.replaceAll('§', ownName(index)));
}

function ownName(index: number): string {
    return `f${index}_`;
}

/**
 * Starts PHP once with all the texts, and asks for those of their own names that stand in them, as a directive or as a
 * host or path.
 */
export async function startWith(version: PhpVersion, texts: readonly string[]): Promise<Starts> {
    const names = texts.map((text, index) => namesIn(text, version).filter(name => name.includes(ownName(index))));
    const files = Object.fromEntries(texts.map((text, index) => [fileName(index), text]));
    const { output, errors, exitCode } = await runPhpCommand(version, script, {
        ini: settings,
        files: { ...files, '/names.json': JSON.stringify(names) },
        environment: { ...environment, PHP_INI_SCAN_DIR: '/scan' },
    });
    if (exitCode !== 0) {
        throw new Error(
            `PHP ${version} ended with exit status ${exitCode}: ${output.slice(-1000)}\n${errors.slice(-1000)}`,
        );
    }
    const answer = JSON.parse(output) as Record<string, Record<string, Found | false>>;
    const complaints = new Map(
        [...errors.matchAll(/^PHP: {2}(.*) in (\S*) on line (\d+)$/gm)].map(([, message, file, line]) => [
            file,
            `${message} on line ${line}`,
        ]),
    );
    const starts = texts.map((_, index) => ({
        held: Object.fromEntries(
            Object.entries(answer[index] ?? {}).flatMap(([position, found]) =>
                found === false ? [] : leaves(found, [names[index]?.[Number(position)] ?? '']),
            ),
        ),
        error: complaints.get(fileName(index)) ?? null,
    }));
    return { starts, extensions: named(errors, notLoaded), zendExtensions: [...new Set(named(errors, zendNotLoaded))] };
}

/** None of the extensions exists. */
const notLoaded =
    /^Warning: PHP Startup: (?:Unable to load dynamic library|Invalid library \(maybe not a PHP library\)) '([^]*?)'(?: \(tried:| in Unknown on line)/gm;
const zendNotLoaded = /^Warning: Failed loading Zend extension '([^]*?)' \(tried:/gm;

function named(errors: string, warning: RegExp): string[] {
    return [...errors.matchAll(warning)].map(([, name = '']) => name);
}

function leaves(found: Found, above: readonly string[]): [string, string][] {
    return typeof found === 'string'
        ? [[pathIn(...above), found]]
        : [
              [pathIn(...above), ''],
              ...Object.entries(found).flatMap(([name, inner]) => leaves(inner, [...above, name])),
          ];
}

/** What our own reading says of the same. */
export function startOurselves(version: PhpVersion, texts: readonly string[]): Starts {
    const extensions: string[] = [];
    const zendExtensions: string[] = [];
    const starts = texts.map((text, index): Start => {
        const document = parsePhpIni(text, { phpVersion: version });
        const { settings, error } = evaluate(document, { environment });
        const held: Record<string, string> = {};
        const seen = new Set<string>();
        for (const section of document.sections.filter(isHostOrPath)) {
            held[pathIn(keyOf(section.name))] = '';
        }
        for (const setting of settings) {
            if (setting.section === undefined && isExtensionName(setting.name)) {
                (/^zend/i.test(setting.name) ? zendExtensions : extensions).push(setting.value);
                continue;
            }
            const path = pathOf(setting);
            assert.ok(!seen.has(pathIn(...path)), `${JSON.stringify(path)} is there once`);
            seen.add(pathIn(...path));
            for (let depth = 1; depth < path.length; depth++) {
                held[pathIn(...path.slice(0, depth))] = '';
            }
            held[pathIn(...path)] = setting.value;
        }
        const own = Object.entries(held).filter(([path]) => path.includes(ownName(index)));
        return { held: Object.fromEntries(own), error: error ? `${error.message} on line ${error.line}` : null };
    });
    return { starts, extensions, zendExtensions: [...new Set(zendExtensions)] };
}

function pathOf({ name, section }: Setting): string[] {
    const bracket = name.indexOf('[');
    const path = bracket < 0 ? [name] : [name.slice(0, bracket), name.slice(bracket + 1, -1)];
    return section === undefined ? path : [keyOf(section), ...path];
}

function isHostOrPath({ reached, special, name }: SectionNode): boolean {
    return reached && special !== undefined && name.length > 4;
}

/** What PHP calls the array of a host or path: without the first four letters and what stands around the rest. */
function keyOf(title: string): string {
    const key = title.slice(4).replace(/(?<![/\\])[/\\]+$/, '').replace(/^[= \t]+/, ''); // prettier-ignore
    return /^host/i.test(title) ? key.toLowerCase() : key;
}

function namesIn(text: string, phpVersion: PhpVersion): string[] {
    const names = parsePhpIni(text, { phpVersion }).nodes.flatMap(node => {
        switch (node.kind) {
            case 'section':
                return node.special === undefined ? [] : [keyOf(node.name)];
            case 'assignment':
            case 'disabledAssignment':
            case 'bareKey':
                return [node.name];
            default:
                return [];
        }
    });
    return [...new Set(names)];
}
