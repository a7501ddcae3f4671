import type { ClientCapabilities, Registration } from 'vscode-languageserver';
import { clientPulls, completionOptions, diagnosticOptions, incremental } from './capabilities.ts';
import { embeddedGlobs } from '../phpIni/embeddedFiles.ts';
import { TELLING_FILES } from './workspaceFolders.ts';
import { watchedGlobs } from './workspaceFiles.ts';

/** Files of the disk and of nodes: what an editor shows of a file's history is no place to set anything. */
const schemes = ['file', 'php-node'];

/** What the server asks the client for once it knows what that can do. */
export function registrations(client: ClientCapabilities, settingsSection: string): Registration[] {
    const { workspace = {} } = client;
    return [
        ...(workspace.didChangeConfiguration?.dynamicRegistration === true
            ? [registration('workspace/didChangeConfiguration', { section: settingsSection })]
            : []),
        ...(workspace.didChangeWatchedFiles?.dynamicRegistration === true
            ? [
                  registration('workspace/didChangeWatchedFiles', {
                      watchers: [...watchedGlobs, ...TELLING_FILES].map(globPattern => ({ globPattern })),
                  }),
              ]
            : []),
        ...(takesOthers(client) ? ofOthers(client) : []),
    ];
}

function registration(method: string, registerOptions: object): Registration {
    return { id: `php-ini ${method}`, method, registerOptions };
}

/**
 * Whether the client can give the server some files for a few features alone. One that cannot gives it the files that
 * a person tells it to give, for all features: those that are about a php.ini say nothing of others.
 */
function takesOthers({ textDocument = {} }: ClientCapabilities): boolean {
    const { synchronization, hover, completion, codeAction, diagnostic } = textDocument;
    const needed = [synchronization, hover, completion, codeAction, ...(diagnostic ? [diagnostic] : [])];
    return needed.every(one => one?.dynamicRegistration === true);
}

/** Formatting, symbols, colours and the like of such files are others' affair. */
function ofOthers(client: ClientCapabilities): Registration[] {
    const documentSelector = schemes.flatMap(scheme => embeddedGlobs.map(pattern => ({ scheme, pattern })));
    const options: Readonly<Record<string, object>> = {
        didOpen: {},
        didChange: { syncKind: incremental },
        didClose: {},
        hover: {},
        completion: completionOptions,
        codeAction: { codeActionKinds: ['quickfix'] },
        ...(clientPulls(client) && { diagnostic: diagnosticOptions }),
    };
    return Object.entries(options).map(([name, more]) =>
        registration(`textDocument/${name}`, { documentSelector, ...more }),
    );
}
