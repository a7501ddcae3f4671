import { ensureImage } from '../../../client/src/cluster/images/images.ts';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { uniqueName } from '../../support/run/names.ts';
import { Leftovers, openRealEngine, run } from '../engine/fixture.ts';

/** Apache with its PHP, as nodes have it, and what else reads settings of PHP or shows them, from Debian trixie. */
const DOCKERFILE = (base: string) => `FROM ${base}
USER root
RUN apt-get update \\
    && apt-get install -y --no-install-recommends php-fpm libfcgi-bin curl neovim \\
    && rm -rf /var/lib/apt/lists/*
`;

const buildMs = 10 * 60_000;

/** A container of that image, in which programs are run. */
export class Servers {
    readonly #engine: DockerEngine;
    readonly #id: string;
    readonly #leftovers: Leftovers;

    private constructor(engine: DockerEngine, id: string, leftovers: Leftovers) {
        this.#engine = engine;
        this.#id = id;
        this.#leftovers = leftovers;
    }

    /** @param binds folders of this machine, read only, by where they are to be */
    static async start(binds: Readonly<Record<string, string>> = {}): Promise<Servers> {
        const engine = await openRealEngine();
        const leftovers = new Leftovers();
        leftovers.add(() => {
            engine.dispose();
            return Promise.resolve();
        });
        const tag = `psc-test/${uniqueName('servers')}`;
        await engine.buildImage(
            {
                tag,
                labels: { 'php-session-cluster.test': 'servers' },
                files: [
                    {
                        path: 'Dockerfile',
                        bytes: Buffer.from(DOCKERFILE(await ensureImage(engine, 'application', quietContext()))),
                        mode: 0o644,
                    },
                ],
                onProgress: () => undefined,
            },
            AbortSignal.timeout(buildMs),
        );
        leftovers.add(() => engine.removeImage(tag));
        const id = await run(engine, leftovers, {
            image: tag,
            user: 'root',
            capabilities: ['SETUID', 'SETGID'],
            binds: Object.entries(binds).map(([target, source]) => ({ source, target, readOnly: true })),
        });
        return new Servers(engine, id, leftovers);
    }

    async put(files: Readonly<Record<string, string>>): Promise<void> {
        await this.#engine.putFiles(
            this.#id,
            Object.entries(files).map(([path, text]) => ({
                path,
                bytes: Buffer.from(text),
                mode: 0o644,
                uid: 0,
                gid: 0,
            })),
        );
    }

    /** What a script of `sh` says, on both streams, with its exit status. */
    async run(script: string, timeoutMs = 60_000): Promise<{ readonly exitCode: number; readonly output: string }> {
        const { exitCode, stdout, stderr } = await this.#engine.exec(this.#id, ['sh', '-c', script], { timeoutMs });
        return { exitCode, output: stdout.toString() + stderr.toString() };
    }

    async stop(): Promise<void> {
        await this.#leftovers.remove();
    }
}
