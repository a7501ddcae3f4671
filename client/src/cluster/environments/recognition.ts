import type { ContainerDetails, ContainerSummary } from '../../engine/engine.ts';
import { LABEL_LAYER, LABEL_SOFTWARE, NO_LAYER } from '../model/labels.ts';
import { LAYERS, type Layer } from '../model/model.ts';
import { PHP_IMAGE_VARIABLES, PHP_WORDS } from '../software/phpSigns.ts';
import type { KnownSoftware } from '../software/signs.ts';
import { SOFTWARE, UNTOLD_SOFTWARE } from '../software/table.ts';
import {
    hasNoWebServer,
    isAboutAnother,
    isAdministration,
    isOtherImage,
    isToolImage,
    programOf,
    roleOfChain,
    WHY,
} from './notNodes.ts';
import { chainsOf, type Chain } from './recognitionCommand.ts';
import { parseImageReference, wordsOf, type ImageReference } from './recognitionImage.ts';
import { among, matching } from './signMatching.ts';

/** What is known of one container of a Compose project. */
export interface Evidence {
    readonly image: string;
    /** Entry point and arguments. */
    readonly command: string;
    /** Of the container, TCP. */
    readonly ports: readonly number[];
    readonly labels: Readonly<Record<string, string>>;
    readonly project: string;
    readonly service: string;
    readonly isRunning: boolean;
    /** Only where it was inspected. */
    readonly environment?: Readonly<Record<string, string>>;
    /** Command lines; only where they were asked for. */
    readonly processes?: readonly string[];
}

/** What a container is: a node of that software, a front if its project has something to stand before; or why not. */
export type Finding =
    | { readonly software?: KnownSoftware; readonly front?: KnownSoftware; readonly why?: undefined }
    | { readonly why: string };

export interface Recognition {
    readonly finding: Finding;
    /** What would tell more; the finding is what counts where it is not to be had. */
    readonly ask?: 'inspection' | 'processes';
}

export function evidenceOf(
    container: ContainerSummary,
    compose: { readonly project: string; readonly service: string },
    details: ContainerDetails | undefined,
    processes: readonly string[] | undefined,
): Evidence {
    // A list has no ports of a stopped container; the details have those that it will have.
    const ports = [...container.ports, ...(details?.ports ?? [])]
        .filter(({ protocol }) => protocol === 'tcp')
        .map(({ containerPort }) => containerPort);
    return {
        // A list names the image's id where its tag has gone to a newer one.
        image: details?.image ?? container.image,
        command: details ? [...details.entrypoint, ...details.command].join(' ') : container.command,
        ports,
        labels: container.labels,
        ...compose,
        isRunning: container.state === 'running' || container.state === 'paused',
        ...(details && { environment: details.environment }),
        ...(processes && { processes }),
    };
}

/** By all that is known; labels count for most, the service's name for least. */
export function recognise(evidence: Evidence): Recognition {
    const layer = evidence.labels[LABEL_LAYER]?.trim();
    if (layer === NO_LAYER) {
        return { finding: { why: WHY.labelled() } };
    }
    const labelled = LAYERS.find(candidate => candidate === layer);
    const named = SOFTWARE.find(({ name }) => name === evidence.labels[LABEL_SOFTWARE]?.trim());
    if (named && (labelled === undefined || named.layer === labelled)) {
        return { finding: { software: named } };
    }
    if (labelled !== undefined) {
        return recogniseIn(labelled, evidence);
    }
    const recognition = new Search(evidence, SOFTWARE).run();
    const { software } = recognition.finding as { software?: KnownSoftware };
    return software?.layer === 'application' && isAdministration(evidence.service)
        ? { finding: { why: WHY.tool() } }
        : recognition;
}

/** The label says what it is for, so that it is a node whatever it runs. */
function recogniseIn(layer: Layer, evidence: Evidence): Recognition {
    const table = SOFTWARE.filter(software => software.layer === layer);
    const { finding, ask } = new Search(evidence, table).run();
    const software = finding.why === undefined ? (finding.software ?? finding.front) : undefined;
    return { finding: { software: software ?? UNTOLD_SOFTWARE[layer] }, ...(ask && !software && { ask }) };
}

const WEB_PORTS = [80, 443, 8000, 8080, 8443];

/** One container's signs, looked through among some software. */
class Search {
    readonly #evidence: Evidence;
    readonly #table: readonly KnownSoftware[];
    readonly #image: ImageReference | undefined;
    readonly #words: ReadonlySet<string>;
    readonly #variables: readonly string[];

    constructor(evidence: Evidence, table: readonly KnownSoftware[]) {
        this.#evidence = evidence;
        this.#table = table;
        this.#image = isBuiltByCompose(evidence) ? undefined : parseImageReference(evidence.image);
        this.#words = this.#image ? wordsOf(this.#image) : new Set();
        this.#variables = Object.keys(evidence.environment ?? {});
    }

    run(): Recognition {
        const { environment, processes, isRunning } = this.#evidence;
        if (this.#image && isToolImage(this.#image.name)) {
            return { finding: { why: WHY.image(this.#image.name) } };
        }
        const chains = chainsOf(this.#evidence.command);
        const byCommand = this.#byCommand(chains);
        const isOpen = (finding: Finding) =>
            environment === undefined && finding.why === undefined && isUnsettled(finding);
        if (byCommand) {
            return { finding: byCommand, ...(isOpen(byCommand) && { ask: 'inspection' }) };
        }
        const told = this.#byImage() ?? this.#byPorts();
        if (told && !this.#isDoubtful(told)) {
            return { finding: told, ...(isOpen(told) && { ask: 'inspection' }) };
        }
        if (environment === undefined) {
            return { finding: told ?? this.#byService() ?? this.#untold(chains), ask: 'inspection' };
        }
        const assumed = told ?? this.#byEnvironment();
        if (assumed && !this.#isDoubtful(assumed)) {
            return { finding: assumed };
        }
        if (processes === undefined) {
            const finding = assumed ?? this.#byService() ?? this.#untold(chains);
            return { finding, ...(isRunning && { ask: 'processes' }) };
        }
        return this.#byProcesses(processes, assumed ?? this.#byService());
    }

    /** Where anything that is known is started; undefined where the last thing that is started is unknown. */
    #byCommand(chains: readonly Chain[]): Finding | undefined {
        const { command } = this.#evidence;
        const server = this.#serverOf(chains.flat(), command);
        const working = chains.findLast(chain => roleOfChain(chain) !== 'idle');
        const last = working ?? chains.at(-1);
        const role = last && roleOfChain(last);
        if (server && !(role === 'other' && isStore(server))) {
            return server;
        }
        if (last === undefined || role === 'unknown') {
            return server;
        }
        return { why: role === 'other' ? WHY.runs(programOf(last)) : WHY.idle(programOf(last)) };
    }

    #serverOf(programs: readonly string[], command: string): Finding | undefined {
        const found = matching(this.#table, ({ signs }) => signs.programs, programs);
        return this.#choose(
            found.filter(({ signs }) => !signs.otherwise?.test(command)),
            programs,
        );
    }

    /** The first that is one; what has PHP inside is one where PHP shows, and by some names unless another has it. */
    #choose(candidates: readonly KnownSoftware[], programs: readonly string[] = []): Finding | undefined {
        const front = candidates.find(({ signs }) => signs.onlyAsFront);
        for (const software of candidates) {
            const { phpInside: inside, onlyAsFront, programs: groups } = software.signs;
            if (onlyAsFront) {
                return { front: software };
            }
            const own = among(groups.flat(), programs);
            const [shown, assumed] = [among(inside?.shown ?? [], own), among(inside?.assumed ?? [], own)];
            if (!inside || this.#showsPhp() || own.length > shown.length + assumed.length || own.length === 0) {
                return { software };
            }
            if (assumed.length > 0) {
                return { software, ...(front && { front }) };
            }
        }
        return undefined;
    }

    #showsPhp(): boolean {
        return among(PHP_WORDS, this.#words).length > 0 || among(PHP_IMAGE_VARIABLES, this.#variables).length > 0;
    }

    #byImage(): Finding | undefined {
        const image = this.#image;
        if (!image) {
            return undefined;
        }
        const isOfPhp = among(PHP_WORDS, this.#words).length > 0;
        const byWords = matching(this.#table, ({ signs }) => signs.words, this.#words).filter(
            // `php-redis` is PHP that can speak to it.
            ({ layer }) => !isOfPhp || layer !== 'store',
        );
        const [first] = byWords;
        if (first && first.layer !== 'application' && isAboutAnother(this.#words)) {
            return { why: WHY.image(image.name) };
        }
        const publisher = this.#table.find(
            ({ signs }) => isOfPhp && signs.publishers?.some(name => isPublishedBy(image, name)),
        );
        if (publisher && !first?.signs.words?.[1]) {
            return { software: publisher };
        }
        if (isOfPhp && first?.layer !== 'application' && hasNoWebServer(this.#words)) {
            return { why: WHY.image(nameWithTag(image)) };
        }
        const exact = this.#table.filter(({ signs }) => signs.images?.includes(image.name));
        const found = first?.layer === 'application' || exact.length === 0 ? byWords : exact;
        return this.#choose(found) ?? (isOtherImage(image.name) ? { why: WHY.image(image.name) } : undefined);
    }

    #byPorts(): Finding | undefined {
        const found = this.#table.filter(({ signs }) => signs.ports?.some(port => this.#evidence.ports.includes(port)));
        return this.#choose(found);
    }

    #byEnvironment(): Finding | undefined {
        const found = matching(this.#table, ({ signs }) => signs.variables, this.#variables).filter(
            ({ signs }) => signs.exposes === undefined || this.#evidence.ports.includes(signs.exposes),
        );
        return this.#choose(found);
    }

    #byService(): Finding | undefined {
        const { ports, service } = this.#evidence;
        const name = service.toLowerCase();
        const isWeb = ports.some(port => WEB_PORTS.includes(port)) && !name.includes('fpm');
        // A balancer for PHP has its name from both.
        const found = this.#table.filter(({ signs }) => isWeb && signs.services?.test(name)).toSorted(balancersFirst);
        return this.#choose(found);
    }

    /** The images of an application serve as those of its workers, too: what an unknown command starts is not told. */
    #isDoubtful(finding: Finding): boolean {
        const isApplication = finding.why === undefined && finding.software?.layer === 'application';
        return isApplication && this.#evidence.command.trim() !== '';
    }

    #byProcesses(processes: readonly string[], otherwise: Finding | undefined): Recognition {
        const chains = processes.flatMap(chainsOf);
        const server = this.#serverOf(chains.flat(), processes.join('\n'));
        const other = chains.findLast(chain => roleOfChain(chain) === 'other');
        if (server && !(other && isStore(server) && programOf(other) !== 'cron')) {
            return { finding: server };
        }
        // What makes things ready, as `composer`, is seen before what it is made ready for.
        const why = other && { why: WHY.runs(programOf(other)) };
        return { finding: why ?? otherwise ?? this.#untold(chains), ask: 'processes' };
    }

    #untold(chains: readonly Chain[]): Finding {
        const { environment, isRunning } = this.#evidence;
        if (environment !== undefined && !isRunning) {
            return { why: WHY.stopped() };
        }
        const programs = chains.filter(chain => roleOfChain(chain) === 'unknown').map(programOf);
        return { why: WHY.unknown([...new Set(programs)].slice(0, 3)) };
    }
}

/** Whether PHP shows decides what it is, and an inspection may show it. */
function isUnsettled(finding: Finding): boolean {
    return finding.why === undefined && finding.front !== undefined;
}

function isStore(finding: Finding): boolean {
    return finding.why === undefined && finding.software?.layer === 'store';
}

function balancersFirst(left: KnownSoftware, right: KnownSoftware): number {
    return Number(right.layer === 'balancer') - Number(left.layer === 'balancer');
}

/**
 * `project_service` or `project-service`: the name that Compose gives to what it builds tells no more than the
 * service's name.
 */
function isBuiltByCompose({ image, project, service }: Evidence): boolean {
    const [name = ''] = image.split(/[:@]/);
    return project !== '' && (name === `${project}_${service}` || name === `${project}-${service}`);
}

function isPublishedBy({ path, registry }: ImageReference, publisher: string): boolean {
    return registry === publisher || path.startsWith(`${publisher}/`);
}

function nameWithTag({ name, tag }: ImageReference): string {
    return tag === undefined ? name : `${name}:${tag}`;
}
