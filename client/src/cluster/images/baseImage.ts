import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import { administeredDebian, hasProgram, installPackages } from './debianMachine.ts';
import { aptOptions, debianMirror, type AptOptions } from './debianMirror.ts';
import { OperationError } from '../model/errors.ts';
import { imagesFolder } from '../node/resources.ts';
import { runProgram } from './hostProgram.ts';
import type { OperationContext } from '../model/operation.ts';

/** What all images of this extension are built from. */
export const baseImage = 'debian:trixie-slim';

export interface BaseImageContext extends OperationContext {
    /** The Debian archive to make the image from. This machine's own unless told. */
    readonly mirror?: string;
    /** True makes the image without asking a registry first. */
    readonly withoutRegistry?: boolean;
}

const suite = 'trixie';
const pullMs = 90_000;
const bootstrapMs = 15 * 60_000;

/**
 * Makes sure that the engine has the base image: pulls it, and where no registry answers makes it from Debian packages
 * (Debian and Ubuntu, as root, with an engine on this machine). Rejects with an EngineError or an OperationError
 * (`unsupported`, `failed`, `cancelled`); nothing half-made is left.
 */
export async function ensureBaseImage(engine: Engine, reference: string, context: BaseImageContext): Promise<void> {
    const { signal, report } = context;
    if ((await engine.findImage(reference, signal)) !== undefined) {
        return;
    }
    let refusal: unknown = undefined;
    if (context.withoutRegistry !== true) {
        report(l10n.t('Downloading the base image {0}', reference));
        try {
            await engine.pullImage(reference, () => undefined, AbortSignal.any([signal, AbortSignal.timeout(pullMs)]));
            return;
        } catch (error) {
            signal.throwIfAborted();
            if (isEngineError(error, 'unreachable', 'forbidden', 'noSpace')) {
                throw error;
            }
            refusal = error;
        }
    }
    if (engine.endpoint.remote || !(await administeredDebian())) {
        throw new OperationError('unsupported', {
            what: l10n.t(
                'The base image {0} cannot be downloaded: {1}',
                reference,
                messageOf(refusal).replace(/\.$/, ''),
            ),
            kept: l10n.t('Nothing was created'),
            next: l10n.t(
                'Give the engine access to a registry, or load the image into it (docker load), and run this again',
            ),
            cause: refusal,
        });
    }
    await makeBaseImage(engine, reference, context);
}

async function makeBaseImage(engine: Engine, reference: string, context: BaseImageContext): Promise<void> {
    const { signal, report } = context;
    const mirror = context.mirror ?? (await debianMirror());
    report(l10n.t('No registry answers: making {0} from the packages of {1} (about a minute)', reference, mirror));
    if (!(await hasProgram('debootstrap'))) {
        await installPackages(['debootstrap', 'debian-archive-keyring'], context);
    }
    // Not /tmp: it may be mounted without devices, and in memory.
    const folder = await mkdtemp('/var/tmp/php-session-cluster-base-');
    try {
        const options = await aptOptions(signal);
        await bootstrap(join(folder, 'root'), mirror, options, signal);
        await slim(join(folder, 'root'), options);
        const archive = join(folder, 'root.tar.gz');
        report(l10n.t('Packing the base image'));
        // Devices are the engine's own in every container. Fast compression: it is unpacked again at once.
        const tar = [
            '-C',
            join(folder, 'root'),
            '--numeric-owner',
            '--exclude=./dev/*',
            '-I',
            'gzip -1',
            '-cf',
            archive,
            '.',
        ];
        await runProgram('tar', tar, { signal, timeoutMs: bootstrapMs });
        await importArchive(engine, reference, await readFile(archive), context);
    } finally {
        // Never into a file system that is mounted below it; not cancelled with the rest.
        await runProgram('rm', ['-rf', '--one-file-system', folder], {
            signal: new AbortController().signal,
            timeoutMs: 60_000,
        });
    }
}

/**
 * In namespaces of its own: what debootstrap mounts and starts is gone with it when it is killed. (unshare ignores
 * SIGTERM.)
 */
async function bootstrap(root: string, mirror: string, options: AptOptions, signal: AbortSignal): Promise<void> {
    await mkdir(root);
    const include = mirror.startsWith('https:') ? ['--include=ca-certificates'] : [];
    const proxy = options.proxy === undefined ? {} : { http_proxy: options.proxy, https_proxy: options.proxy };
    await runProgram(
        'unshare',
        [
            '--mount',
            '--pid',
            '--fork',
            '--kill-child',
            'debootstrap',
            '--variant=minbase',
            ...include,
            suite,
            root,
            mirror,
        ],
        { signal, timeoutMs: bootstrapMs, stopSignal: 'SIGKILL', environment: { LC_ALL: 'C.UTF-8', ...proxy } },
    );
}

/** Leaves out what the published slim image leaves out too, now and of packages that are installed later. */
async function slim(root: string, options: AptOptions): Promise<void> {
    const signal = new AbortController().signal;
    const unused = [
        'var/cache/apt',
        'var/lib/apt/lists',
        'var/log',
        'usr/share/doc',
        'usr/share/man',
        'usr/share/locale',
        'usr/share/info',
    ];
    await runProgram(
        'find',
        [...unused.map(path => join(root, path)), '-not', '-type', 'd', '-not', '-name', 'copyright', '-delete'],
        {
            signal,
            timeoutMs: 60_000,
        },
    );
    const excluded = ['doc', 'man', 'locale', 'info'].map(name => `path-exclude /usr/share/${name}/*\n`).join('');
    await writeFile(join(root, 'etc/dpkg/dpkg.cfg.d/slim'), `${excluded}path-include /usr/share/doc/*/copyright\n`);
    const policy = join(root, 'usr/sbin/policy-rc.d');
    await writeFile(policy, await readFile(join(imagesFolder(), 'base/policy-rc.d')), { mode: 0o755 });
    const apt = ['Acquire::Languages "none";', ...options.lines];
    await writeFile(join(root, 'etc/apt/apt.conf.d/90image'), `${apt.join('\n')}\n`);
}

async function importArchive(
    engine: Engine,
    reference: string,
    bytes: Buffer,
    context: BaseImageContext,
): Promise<void> {
    context.report(l10n.t('Importing the base image'));
    const dockerfile = 'FROM scratch\nADD root.tar.gz /\nCMD ["bash"]\n';
    await engine.buildImage(
        {
            tag: reference,
            labels: {},
            files: [
                { path: 'Dockerfile', bytes: Buffer.from(dockerfile), mode: 0o644 },
                { path: 'root.tar.gz', bytes, mode: 0o644 },
            ],
            onProgress: () => undefined,
        },
        context.signal,
    );
}
