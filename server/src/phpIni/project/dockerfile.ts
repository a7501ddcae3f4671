import { posix } from 'node:path';
import { anyOf, type PhpRelease, releaseOf } from '../versions.ts';
import { instructionsOf } from './dockerInstructions.ts';
import { imageVersion } from './imageVersion.ts';
import type { Told } from './told.ts';
import { expandVariables } from './variables.ts';

/** `COPY` and `ADD` of what comes from the machine that builds. */
export interface Copy {
    readonly sources: readonly string[];
    /** In the image, absolute. */
    readonly target: string;
}

/** One `FROM` and what follows it. */
export interface Stage {
    /** In small letters; empty where it has none. */
    readonly name: string;
    readonly told: Told | undefined;
    readonly copies: readonly Copy[];
}

type Variables = ReadonlyMap<string, string>;

/** Nobody writes as many; what comes behind is not read. */
const MOST_INSTRUCTIONS = 2_000;
const MOST_STAGES = 100;

/** What images for PHP have set: only what is said here is known of the image that a file builds on. */
const ofTheImage = [['PHP_INI_DIR', '/usr/local/etc/php']] as const;

/** `apt-get install php8.2-fpm`, `apk add php82 php82-session`: the packages of PHP bear its version. */
const packageOfPhp = /(?<![^\s"'=])php(\d)\.?(\d)?(?:-[a-z]\w*)?(?![^\s"';,\\])/g;

/** The stages of a Dockerfile, in their order. @param args what a build is given in place of the defaults of `ARG` */
export function readDockerfile(text: string, args: Readonly<Record<string, string>> = {}): Stage[] {
    const global = new Map<string, string>();
    const stages: StageReader[] = [];
    let count = 0;
    for (const { name, source } of instructionsOf(text)) {
        const rest = source.signs;
        if (++count > MOST_INSTRUCTIONS || (name === 'FROM' && stages.length === MOST_STAGES)) {
            break;
        }
        if (name === 'FROM') {
            stages.push(new StageReader(rest, { global, args, earlier: stages }));
        } else {
            const stage = stages.at(-1);
            if (stage) {
                stage.read(name, rest);
            } else if (name === 'ARG') {
                declareArgs(rest, global, { args, outer: new Map() });
            }
        }
    }
    return stages.map(stage => stage.result());
}

class StageReader {
    readonly #name: string;
    readonly #base: Told | undefined;
    readonly #image: string;
    readonly #args: Readonly<Record<string, string>>;
    readonly #global: Variables;
    readonly #variables: Map<string, string>;
    readonly #copies: Copy[] = [];
    readonly #installed: PhpRelease[] = [];
    #folder: string;

    constructor(
        rest: string,
        build: {
            readonly global: Variables;
            readonly args: Readonly<Record<string, string>>;
            readonly earlier: readonly StageReader[];
        },
    ) {
        const [image = '', as = '', name = ''] = rest.split(/\s+/).filter(word => !word.startsWith('--'));
        this.#image = expandVariables(unquoted(image), build.global);
        this.#name = /^as$/i.test(as) ? name.toLowerCase() : '';
        const base = build.earlier.find(stage => stage.#name !== '' && stage.#name === this.#image.toLowerCase());
        this.#args = build.args;
        this.#global = build.global;
        this.#variables = new Map(base ? base.#variables : ofTheImage);
        this.#folder = base ? base.#folder : '/';
        this.#base = base ? base.#told() : undefined;
    }

    read(name: string, rest: string): void {
        switch (name) {
            case 'ARG':
                declareArgs(rest, this.#variables, { args: this.#args, outer: this.#global });
                break;
            case 'ENV':
                for (const [key, value] of environment(rest)) {
                    this.#variables.set(key, expandVariables(value, this.#variables));
                }
                break;
            case 'WORKDIR':
                this.#folder = posix.resolve(this.#folder, expandVariables(unquoted(rest), this.#variables));
                break;
            case 'COPY':
            case 'ADD':
                this.#copy(rest);
                break;
            case 'RUN':
                this.#run(rest);
                break;
        }
    }

    result(): Stage {
        return { name: this.#name, told: this.#told(), copies: this.#copies };
    }

    #told(): Told | undefined {
        const version = this.#variables.get('PHP_VERSION') ?? '';
        return (
            this.#base ??
            told(imageVersion(this.#image), `FROM ${this.#image}`) ??
            told(anyOf(this.#installed), 'packages') ??
            told(releaseOf(version), `PHP_VERSION=${version}`)
        );
    }

    #copy(rest: string): void {
        const { flags, words } = argumentsOf(rest);
        const expanded = words.map(word => expandVariables(word, this.#variables));
        const target = expanded.pop();
        const isFromBuild = !flags.some(flag => flag.startsWith('--from='));
        const sources = expanded.filter(source => !source.startsWith('<<') && !/^\w+:\/\//.test(source));
        if (target !== undefined && isFromBuild && sources.length > 0) {
            const isFolder = /[/\\]$/.test(target) || sources.length > 1;
            this.#copies.push({ sources, target: posix.resolve(this.#folder, target) + (isFolder ? '/' : '') });
        }
    }

    #run(rest: string): void {
        // What is done in some cases only may be for another version.
        if (/(?:^|\s)(?:if|case)\s/.test(rest)) {
            return;
        }
        for (const [, major = '', minor] of expandVariables(rest, this.#variables).matchAll(packageOfPhp)) {
            const release = releaseOf(minor === undefined ? major : `${major}.${minor}`);
            if (release) {
                this.#installed.push(release);
            }
        }
    }
}

function told(release: PhpRelease | undefined, evidence: string): Told | undefined {
    return release && { release, evidence };
}

function declareArgs(
    rest: string,
    variables: Map<string, string>,
    { args, outer }: { readonly args: Readonly<Record<string, string>>; readonly outer: Variables },
): void {
    for (const word of argumentsOf(rest).words) {
        const [, name = '', written] = /^(\w+)(?:=(.*))?$/s.exec(word) ?? [];
        const given = Object.hasOwn(args, name) ? args[name] : undefined;
        const value = given ?? (written === undefined ? outer.get(name) : expandVariables(written, variables));
        if (value !== undefined) {
            variables.set(name, value);
        }
    }
}

/** `ENV A=1 B="2"`, and of old `ENV A the rest`. */
function environment(rest: string): [string, string][] {
    const old = /^(\w+)\s+([^=\s].*)$/s.exec(rest);
    if (old && !/^\w+=/.test(rest)) {
        return [[old[1] ?? '', unquoted(old[2] ?? '')]];
    }
    return argumentsOf(rest).words.flatMap(word => {
        const [, name, value = ''] = /^(\w+)=(.*)$/s.exec(word) ?? [];
        return name === undefined ? [] : [[name, value] as [string, string]];
    });
}

/** The words of an instruction, in its plain form and as a list in JSON. */
function argumentsOf(rest: string): { flags: string[]; words: string[] } {
    const flags: string[] = [];
    let behind = rest;
    for (let flag = /^--\S+\s*/.exec(behind); flag; flag = /^--\S+\s*/.exec(behind)) {
        flags.push(flag[0].trim());
        behind = behind.slice(flag[0].length);
    }
    return { flags, words: jsonWords(behind) ?? plainWords(behind) };
}

function jsonWords(text: string): string[] | undefined {
    if (!text.startsWith('[')) {
        return undefined;
    }
    try {
        const list: unknown = JSON.parse(text);
        return Array.isArray(list) ? list.filter(word => typeof word === 'string') : undefined;
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}

function plainWords(text: string): string[] {
    return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => unquoted(word));
}

function unquoted(word: string): string {
    return word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2');
}
