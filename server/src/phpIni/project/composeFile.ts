import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import * as v from 'valibot';
import { parse } from 'yaml';
import { expandVariables } from './variables.ts';
import { optional } from '../schema.ts';

export interface Mount {
    /** Of this machine, absolute. */
    readonly source: string;
    /** In the container. */
    readonly target: string;
}

export interface Build {
    /** Absolute. */
    readonly context: string;
    readonly dockerfile: string;
    readonly args: Readonly<Record<string, string>>;
    /** The stage that is built; the last one where nothing is said. */
    readonly target?: string;
}

export interface Service {
    readonly name: string;
    readonly image?: string;
    readonly build?: Build;
    readonly mounts: readonly Mount[];
}

const text = v.string();
const scalar = v.union([text, v.number(), v.boolean()]);

/** With these keys; a list, which valibot takes for an object, is none. */
function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
    return v.pipe(
        v.custom<Record<string, unknown>>(value => !Array.isArray(value)),
        v.object(entries),
    );
}

const ARGS = optional(v.union([v.array(text), v.record(text, v.nullish(scalar))]));
const BUILD = v.union([
    text,
    fields({ context: optional(text), dockerfile: optional(text), args: ARGS, target: optional(text) }),
]);
const VOLUMES = v.array(v.union([text, v.object({ source: optional(text), target: optional(text) }), v.unknown()]));
const CONFIGS = v.array(v.union([v.object({ source: text, target: optional(text) }), v.unknown()]));
const SERVICE = fields({
    image: optional(text),
    build: optional(BUILD),
    volumes: optional(VOLUMES),
    configs: optional(CONFIGS),
});
const COMPOSE = fields({
    services: v.record(text, v.fallback(v.nullable(SERVICE), null)),
    configs: optional(v.record(text, v.fallback(v.nullable(v.object({ file: optional(text) })), null))),
});

type ServiceData = NonNullable<v.InferOutput<typeof SERVICE>>;

/** Of one Compose file, and what its texts mean. */
interface Project {
    readonly folder: string;
    readonly expand: (text: string) => string;
    /** Files that services may name, by how they name them. */
    readonly configs: ReadonlyMap<string, string>;
}

/**
 * The services of a Compose file, with what of them may tell of PHP.
 *
 * @param environment text of the `.env` beside the file
 */
export function readCompose(yaml: string, folder: string, environment = ''): Service[] {
    const read = v.safeParse(COMPOSE, parsed(yaml));
    if (!read.success) {
        return [];
    }
    const { services, configs = {} } = read.output;
    const variables = new Map(Object.entries(parseEnv(environment)).map(([name, value]) => [name, value ?? '']));
    const project: Project = {
        folder,
        expand: written => expandVariables(written, variables),
        configs: new Map(Object.entries(configs).map(([name, config]) => [name, config?.file ?? ''])),
    };
    return Object.entries(services).flatMap(([name, service]) => (service ? [serviceOf(name, service, project)] : []));
}

/** Characters, and anchors: what many of them cost grows with their square. */
const LARGEST_COMPOSE = 128 * 1024;
const MOST_ANCHORS = 500;

function parsed(yaml: string): unknown {
    if (yaml.length > LARGEST_COMPOSE || yaml.split('&').length > MOST_ANCHORS) {
        return undefined;
    }
    try {
        return parse(yaml, { merge: true, maxAliasCount: 100, logLevel: 'silent' });
    } catch {
        // It has errors of several kinds for what it cannot read, also for what would fill the memory.
        return undefined;
    }
}

function serviceOf(name: string, { image, build, volumes = [], configs = [] }: ServiceData, project: Project): Service {
    return {
        name,
        ...(image !== undefined && { image: project.expand(image) }),
        ...(build !== undefined && { build: buildOf(build, project) }),
        mounts: [
            ...volumes.flatMap(volume => mountOf(volume, project) ?? []),
            ...configs.flatMap(config => configMount(config, project) ?? []),
        ],
    };
}

function buildOf(written: v.InferOutput<typeof BUILD>, { folder, expand }: Project): Build {
    const {
        context = '.',
        dockerfile = 'Dockerfile',
        args = {},
        target,
    } = typeof written === 'string' ? { context: written } : written;
    const pairs = Array.isArray(args)
        ? args.map(pair => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)] as const)
        : Object.entries(args);
    const absolute = resolve(folder, expand(context));
    return {
        context: absolute,
        dockerfile: resolve(absolute, expand(dockerfile)),
        args: Object.fromEntries(
            pairs.flatMap(([name, value]) => {
                const given = expand(String(value ?? ''));
                // What is not known leaves the default of the Dockerfile in force.
                return name === '' || given === '' ? [] : [[name, given]];
            }),
        ),
        ...(target !== undefined && { target: expand(target) }),
    };
}

function mountOf(volume: unknown, project: Project): Mount | undefined {
    if (typeof volume === 'string') {
        // The target is absolute: what stands before its `/` is the source, on Windows with a colon of its own.
        const [, source = '', target = ''] =
            /^((?:[A-Za-z]:)?.*?):(\/.*?)(?::[\w,]*)?$/s.exec(project.expand(volume)) ?? [];
        return mount(source, target, project);
    }
    const read = v.safeParse(v.object({ source: text, target: text }), volume);
    return read.success
        ? mount(project.expand(read.output.source), project.expand(read.output.target), project)
        : undefined;
}

function configMount(config: unknown, project: Project): Mount | undefined {
    const read = v.safeParse(v.object({ source: text, target: text }), config);
    const file = read.success ? project.configs.get(read.output.source) : undefined;
    return read.success && file !== undefined && file !== ''
        ? { source: join(project.folder, project.expand(file)), target: project.expand(read.output.target) }
        : undefined;
}

/** Names of volumes are none of files. */
function mount(source: string, target: string, { folder }: Project): Mount | undefined {
    return /^(?:\.|\/|[A-Za-z]:[\\/])/.test(source) && target !== ''
        ? { source: resolve(folder, source), target }
        : undefined;
}
