import { Readable } from 'node:stream';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { readData } from '../../foreignData.ts';
import type { ImageBuild, ImageSummary } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { abortable, asResponse, callEngine, shortId, type Call, type Connection } from './connection.ts';
import { engineMessage, statusOf, toEngineError, unknownOutcome } from './engineFailure.ts';
import { jsonLines } from './jsonLines.ts';
import { toImageSummary } from './mapping.ts';
import { packTar } from './tarball.ts';
import { wireImage, wireProgress, type WireProgress } from './wire.ts';

/** Packages may have to come over a slow line. */
const BUILD_TIMEOUT_MS = 30 * 60_000;
const PULL_TIMEOUT_MS = 30 * 60_000;
const LINES_IN_ERROR = 15;

/** See Engine.buildImage: the engine's classic builder, from a tar made in memory. */
export async function buildImage(connection: Connection, build: ImageBuild, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Image {0} could not be built', build.tag),
        kept: l10n.t('An image of this name that was there before is unchanged'),
        interrupted: 'An image of this name that was there before is unchanged',
        timeoutMs: BUILD_TIMEOUT_MS,
    };
    await callEngine(connection, call, signal, async inner => {
        const context = await packTar(build.files);
        const output = new BuildOutput(build.onProgress);
        try {
            const answer = await connection.docker.buildImage(Readable.from([context]), {
                t: build.tag,
                labels: { ...build.labels },
                ...(build.buildArguments && { buildargs: { ...build.buildArguments } }),
                rm: true,
                forcerm: true,
                abortSignal: inner,
            });
            for await (const line of jsonLines(wireProgress, asResponse(answer))) {
                output.add(line);
            }
        } catch (error) {
            if (statusOf(error) === undefined) {
                throw error;
            }
            output.error = engineMessage(error);
        }
        if (output.error !== undefined) {
            throw buildFailure(connection, call, output);
        }
    });
}

/** What a build prints: whole lines for people, the last of them for the error. */
class BuildOutput {
    readonly #onProgress: (line: string) => void;
    readonly lines: string[] = [];
    from: string | undefined;
    error: string | undefined;
    #rest = '';

    constructor(onProgress: (line: string) => void) {
        this.#onProgress = onProgress;
    }

    add({ stream, status, id, error }: WireProgress): void {
        this.error ??= error ?? undefined;
        const text = stream ?? (typeof status === 'string' ? `${prefixOf(id)}${status}\n` : '');
        const lines = (this.#rest + text).split(/\r?\n/);
        this.#rest = lines.pop() ?? '';
        for (const line of lines.filter(line => line.trim() !== '')) {
            this.from = /^Step \d+\/\d+ : FROM (?:--\S+ )*(\S+)/i.exec(line)?.[1] ?? this.from;
            this.lines.push(line);
            this.#onProgress(line);
        }
        this.lines.splice(0, this.lines.length - LINES_IN_ERROR);
    }
}

/** The layer that a line of progress is about. */
function prefixOf(id: string | null | undefined): string {
    return typeof id === 'string' ? `${id}: ` : '';
}

const NO_REGISTRY =
    /pull access denied|manifest (for .* )?(unknown|not found)|dial tcp|no such host|Client\.Timeout|TLS handshake|connection refused|registry/i;

function buildFailure(connection: Connection, call: Call, { error = '', lines, from }: BuildOutput): EngineError {
    // Only the pull of the base image comes before any other step's output.
    const onlyFrom = lines.at(-1)?.includes(' : FROM ') === true;
    if (onlyFrom && from !== undefined && NO_REGISTRY.test(error)) {
        return new EngineError('buildFailed', {
            what: l10n.t(
                '{0} on {1}: its base image {2} is not there, and no registry gave it ({3})',
                call.what,
                connection.endpoint.label,
                from,
                error.trim(),
            ),
            ...(call.kept === undefined ? {} : { kept: call.kept }),
            next: l10n.t(
                'Bring {0} into this engine (`docker pull {1}`, or `docker load`), or check its access to the registry',
                from,
                from,
            ),
        });
    }
    const mapped = toEngineError(new Error(error.trim()), connection.endpoint, call);
    if (mapped.code === 'noSpace') {
        return mapped;
    }
    return new EngineError('buildFailed', {
        what: l10n.t('{0} on {1}: {2}', call.what, connection.endpoint.label, error.trim().replace(/\.$/, '')),
        ...(call.kept === undefined ? {} : { kept: call.kept }),
        ...(lines.length === 0 ? {} : { next: l10n.t('The last lines of its output:\n{0}', lines.join('\n')) }),
    });
}

/** See Engine.findImage. */
export async function findImage(
    connection: Connection,
    reference: string,
    signal?: AbortSignal,
): Promise<ImageSummary | undefined> {
    const call = { what: l10n.t('Image {0} could not be looked up', shortId(reference)) };
    return await callEngine(connection, call, signal, async inner => {
        try {
            const found = await image(connection, reference).inspect(abortable({ manifests: false }, inner));
            return toImageSummary(readData(wireImage, found));
        } catch (error) {
            if (statusOf(error) === 404) {
                return undefined;
            }
            throw error;
        }
    });
}

export async function listImages(
    connection: Connection,
    { labels }: { labels?: readonly string[] },
    signal?: AbortSignal,
): Promise<ImageSummary[]> {
    const filters = labels && labels.length > 0 ? { label: [...labels] } : {};
    return await callEngine(connection, { what: l10n.t('The images could not be listed') }, signal, async inner => {
        const images = await connection.docker.listImages({ filters, abortSignal: inner });
        return readData(v.array(wireImage), images).map(toImageSummary);
    });
}

/** See Engine.pullImage. */
export async function pullImage(
    connection: Connection,
    reference: string,
    onProgress: (line: string) => void,
    signal?: AbortSignal,
): Promise<void> {
    const call = {
        what: l10n.t('Image {0} could not be pulled', reference),
        next: l10n.t(
            'Check its name and the engine’s access to the registry; `docker login` there if it is a private one',
        ),
        timeoutMs: PULL_TIMEOUT_MS,
    };
    await callEngine(connection, call, signal, async inner => {
        const answer = await connection.docker.pull(reference, { abortSignal: inner });
        let last = '';
        for await (const { error, status, id } of jsonLines(wireProgress, asResponse(answer))) {
            if (typeof error === 'string') {
                throw new Error(error);
            }
            const line = `${prefixOf(id)}${status ?? ''}`;
            // Layers report each of their bytes in lines of the same words.
            if (line !== '' && line !== last) {
                onProgress(line);
            }
            last = line;
        }
    });
}

export async function removeImage(connection: Connection, reference: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Image {0} could not be removed', shortId(reference)),
        kept: l10n.t('It is still there'),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner => image(connection, reference).remove({ abortSignal: inner }));
}

/** A reference holds slashes that belong to the path. */
function image(connection: Connection, reference: string) {
    return connection.docker.getImage(encodeURI(reference).replaceAll('?', '%3F').replaceAll('#', '%23'));
}
