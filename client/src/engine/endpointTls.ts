import { access } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { TlsFiles } from './endpointAddress.ts';
import { EngineError } from './errors.ts';

/**
 * TLS as DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH ask for it
 * (https://docs.docker.com/engine/security/protect-access/); undefined where they do not. Rejects where
 * DOCKER_CERT_PATH is named and holds none of the files.
 */
export async function tlsFromEnvironment(environment: NodeJS.ProcessEnv, home: string): Promise<TlsFiles | undefined> {
    const verify = (environment.DOCKER_TLS_VERIFY ?? '') !== '';
    const folder = environment.DOCKER_CERT_PATH ?? '';
    if (!verify && folder === '' && (environment.DOCKER_TLS ?? '') === '') {
        return undefined;
    }
    if (folder === '') {
        const usual = environment.DOCKER_CONFIG ?? '';
        return { ...(await tlsFilesIn(usual === '' ? join(home, '.docker') : usual)), verify };
    }
    const files = await tlsFilesIn(folder);
    if (Object.keys(files).length === 0) {
        throw new EngineError('notFound', {
            what: l10n.t('DOCKER_CERT_PATH names {0}, which holds neither ca.pem nor cert.pem nor key.pem', folder),
            next: l10n.t('Correct DOCKER_CERT_PATH, or unset it'),
        });
    }
    return { ...files, verify };
}

/** Those of `ca.pem`, `cert.pem` and `key.pem` that are in the folder. */
export async function tlsFilesIn(folder: string): Promise<Omit<TlsFiles, 'verify'>> {
    const files: { ca?: string; cert?: string; key?: string } = {};
    for (const name of ['ca', 'cert', 'key'] as const) {
        const path = join(folder, `${name}.pem`);
        try {
            await access(path);
            files[name] = path;
        } catch {
            // Not there, which is allowed: each has its own use.
        }
    }
    return files;
}
