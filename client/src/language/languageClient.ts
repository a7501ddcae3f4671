import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import {
    FACTS_NOTIFICATION,
    PHP_INI,
    PHP_VERSION_NOTIFICATION,
    RULE_REQUEST,
    RULES_REQUEST,
    type ClusterFacts,
    type PhpVersionParams,
    type RuleParams,
    type RuleSummary,
    type ServerOptions,
} from '../../../server/src/phpIni/protocol.ts';
import type { PhpIniServer } from '../workbench/phpIniServer.ts';
import { suggestValuesNext } from './valuesNext.ts';

export interface LanguageClientOptions {
    /** Absolute path of the bundled server. */
    readonly serverModule: string;
    readonly outputChannel: vscode.LogOutputChannel;
    /** For which PHP an open document is checked: told for each, and whenever it changes. */
    readonly onPhpVersion: (params: PhpVersionParams) => void;
}

/**
 * Starts the language server in a process of its own, for documents of the language `php-ini` wherever they lie: on
 * disk, on a node, unsaved. Rejects where the server does not start.
 */
export async function startLanguageClient(options: LanguageClientOptions): Promise<PhpIniServer> {
    const initializationOptions: ServerOptions = { showsPhpVersion: true, writesBehindNames: true };
    const client = new LanguageClient(
        'phpSessionCluster',
        'PHP Session Cluster',
        { module: options.serverModule, transport: TransportKind.ipc },
        {
            documentSelector: [{ language: PHP_INI }],
            outputChannel: options.outputChannel,
            initializationOptions,
            middleware: {
                provideCompletionItem: async (document, position, context, token, next) => {
                    const items = await next(document, position, context, token);
                    suggestValuesNext(Array.isArray(items) ? items : (items?.items ?? []));
                    return items;
                },
            },
        },
    );
    client.onNotification(PHP_VERSION_NOTIFICATION, options.onPhpVersion);
    await client.start();
    return {
        rules: () => client.sendRequest<RuleSummary[]>(RULES_REQUEST),
        documentationOf: (code: string) => {
            const params: RuleParams = { code };
            return client.sendRequest<string | null>(RULE_REQUEST, params);
        },
        send: (facts: ClusterFacts) => client.sendNotification(FACTS_NOTIFICATION, facts),
        stop: () => client.dispose(),
    };
}
