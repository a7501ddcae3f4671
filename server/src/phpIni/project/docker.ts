import { basename, dirname, join, relative, sep } from 'node:path';
import { type Build, readCompose, type Service } from './composeFile.ts';
import { placeForPhp } from './copied.ts';
import { readDockerfile, type Stage } from './dockerfile.ts';
import { imageVersion } from './imageVersion.ts';
import type { ProjectFiles } from './projectFiles.ts';
import { allTold, type Told, type ToldBy } from './told.ts';
import { isExact } from '../versions.ts';
import { versionInPath } from './versionInPath.ts';

/** A Dockerfile or Compose file that puts the file where PHP reads it. */
export interface Use {
    /** Which PHP that is, where it says so. */
    readonly told: ToldBy | undefined;
}

interface ServiceOfFile extends Service {
    /** The Compose file. */
    readonly file: string;
}

/** A Dockerfile as something builds it. */
interface Built {
    readonly stages: readonly Stage[];
    readonly told: Told | undefined;
    /** The folders that its sources may be in. */
    readonly contexts: readonly string[];
}

const dockerfileName = /^(?:[\w.-]+[.-])?(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$/i;
const plainName = /^(?:Dockerfile|Containerfile)$/i;
const noDockerfile = /\.(?:dockerignore|j2|jinja2?|tpl|tmpl|template|erb|twig|md|txt|sh|ya?ml|json|lock)$/i;
const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
/** Of one kind in one folder. */
const MOST_ALIKE = 20;

/** What the Dockerfiles and Compose files beside and above one file say of it. */
export class DockerAround {
    readonly #file: string;
    readonly #files: ProjectFiles;
    /** The nearest first. */
    readonly #folders: readonly string[];
    #services: Promise<readonly ServiceOfFile[]> | undefined;

    constructor(file: string, files: ProjectFiles) {
        this.#file = file;
        this.#files = files;
        this.#folders = files.foldersAbove(file);
    }

    /** Everything that puts the file where PHP reads it. */
    async uses(): Promise<Use[]> {
        const services = await this.#allServices();
        const dockerfiles = await eachOf(this.#folders, folder => this.#dockerfilesIn(folder));
        const built = services.flatMap(({ build }) => (build ? [build.dockerfile] : []));
        return [
            ...(await eachOf(services, service => this.#usesOfMounts(service))),
            ...(await eachOf([...new Set([...dockerfiles, ...built])], dockerfile => this.#usesOfCopies(dockerfile))),
        ];
    }

    /** Which PHP there is by the files of a folder: by its Dockerfiles, else by its Compose files. */
    async tells(folder: string): Promise<ToldBy | undefined> {
        return (await this.#dockerfilesTell(folder)) ?? (await this.#composeTells(folder));
    }

    async #dockerfilesTell(folder: string): Promise<ToldBy | undefined> {
        const told = await eachOf(await this.#dockerfilesIn(folder), async file =>
            (await this.#buildsOf(file)).flatMap(build => (build.told ? [{ ...build.told, file }] : [])),
        );
        // The others beside it are for other purposes.
        return allTold(told.filter(({ file }) => plainName.test(basename(file)))) ?? allTold(told);
    }

    async #composeTells(folder: string): Promise<ToldBy | undefined> {
        const services = (await this.#allServices()).filter(({ file }) => dirname(file) === folder);
        return allTold(await eachOf(services, async service => listed(await this.#toldByService(service))));
    }

    async #toldByService({ image, build, file }: ServiceOfFile): Promise<ToldBy | undefined> {
        const built = build && (await this.#toldByBuild(build, file));
        if (built) {
            return built;
        }
        const release = image === undefined ? undefined : imageVersion(image);
        return release && { release, evidence: `image: ${image ?? ''}`, file };
    }

    async #toldByBuild({ context, dockerfile, args, target }: Build, file: string): Promise<ToldBy | undefined> {
        const text = await this.#files.text(dockerfile);
        const told = text === undefined ? undefined : toldBy(readDockerfile(text, args), target);
        if (told) {
            return { ...told, file: dockerfile };
        }
        // `./vendor/laravel/sail/runtimes/8.3`, which nobody has installed yet.
        const folder = relative(dirname(file), context);
        const inPath = versionInPath(folder + sep);
        return inPath && { release: inPath.release, evidence: `build: ${folder}`, file };
    }

    async #usesOfMounts(service: ServiceOfFile): Promise<Use[]> {
        for (const { source, target } of service.mounts) {
            const place = placeForPhp(slashes(this.#file), slashes(source), target);
            if (place !== undefined) {
                return [{ told: toldByPlace(place, service.file) ?? (await this.#toldByService(service)) }];
            }
        }
        return [];
    }

    async #usesOfCopies(dockerfile: string): Promise<Use[]> {
        return (await this.#buildsOf(dockerfile)).flatMap(({ stages, contexts }) =>
            stages.flatMap(stage => {
                const place = this.#placeOf(stage, contexts);
                const told = stage.told && { ...stage.told, file: dockerfile };
                return place === undefined ? [] : [{ told: toldByPlace(place, dockerfile) ?? told }];
            }),
        );
    }

    /** Where PHP finds the file in an image, if the stage copies it there. */
    #placeOf({ copies }: Stage, contexts: readonly string[]): string | undefined {
        const file = slashes(this.#file);
        const places = copies.flatMap(({ sources, target }) =>
            sources.flatMap(source =>
                contexts.flatMap(context => listed(placeForPhp(file, slashes(join(context, source)), target))),
            ),
        );
        return places[0];
    }

    /**
     * With the arguments and the context that each service of a Compose file gives it; where there is none, with its
     * defaults, from any folder above it.
     */
    async #buildsOf(dockerfile: string): Promise<Built[]> {
        const text = await this.#files.text(dockerfile);
        if (text === undefined) {
            return [];
        }
        const services = await this.#allServices();
        const builds = services.flatMap(({ build }) => (build?.dockerfile === dockerfile ? [build] : []));
        if (builds.length > 0) {
            return builds.map(({ args, context, target }) => {
                const stages = readDockerfile(text, args);
                return { stages, told: toldBy(stages, target), contexts: [context] };
            });
        }
        const stages = readDockerfile(text);
        return [{ stages, told: toldBy(stages), contexts: this.#files.foldersAbove(dockerfile) }];
    }

    async #dockerfilesIn(folder: string): Promise<string[]> {
        const names = await this.#files.names(folder);
        const dockerfiles = names.filter(name => dockerfileName.test(name) && !noDockerfile.test(name));
        return dockerfiles.slice(0, MOST_ALIKE).map(name => join(folder, name));
    }

    #allServices(): Promise<readonly ServiceOfFile[]> {
        this.#services ??= eachOf(this.#folders, folder => this.#servicesIn(folder));
        return this.#services;
    }

    async #servicesIn(folder: string): Promise<ServiceOfFile[]> {
        const names = (await this.#files.names(folder)).filter(name => composeName.test(name)).slice(0, MOST_ALIKE);
        const environment = names.length > 0 ? await this.#files.text(join(folder, '.env')) : undefined;
        return eachOf(names, async name => {
            const file = join(folder, name);
            const text = (await this.#files.text(file)) ?? '';
            return readCompose(text, folder, environment).map(service => ({ ...service, file }));
        });
    }
}

/** The stage that is built; of an image that only serves what PHP's stage has made, that one. */
function toldBy(stages: readonly Stage[], target?: string): Told | undefined {
    const named = target === undefined ? undefined : stages.find(({ name }) => name === target.toLowerCase());
    return named?.told ?? stages.findLast(({ told }) => told !== undefined)?.told;
}

/** `/etc/php/8.3/fpm/conf.d/99-own.ini` */
function toldByPlace(place: string, file: string): ToldBy | undefined {
    const inPath = versionInPath(place);
    // `/etc/php7` is that of several.
    return inPath && isExact(inPath.release) ? { release: inPath.release, evidence: place, file } : undefined;
}

async function eachOf<Item, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<readonly Result[]>,
): Promise<Result[]> {
    return (await Promise.all(items.map(work))).flat();
}

function listed<Item>(item: Item | undefined): Item[] {
    return item === undefined ? [] : [item];
}

function slashes(path: string): string {
    return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
