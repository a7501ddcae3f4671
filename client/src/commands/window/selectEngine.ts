import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { contextNames } from '../../engine/dockerContexts.ts';
import { parseEndpoint } from '../../engine/endpointAddress.ts';
import { knownSockets } from '../../engine/knownSockets.ts';
import { Failure } from '../../failure.ts';
import type { Choice } from '../../workbench/dialogs.ts';
import type { Services } from '../../workbench/services.ts';

const OTHER = 'other';

/** The setting names the engine; empty, it is looked for. The store connects again when the setting changes. */
export async function selectEngine(services: Services): Promise<void> {
    const title = vscode.l10n.t('Select Engine');
    const settings = vscode.workspace.getConfiguration('phpSessionCluster');
    const current = settings.get<string>('engine.endpoint', '');
    const choices: Choice<string>[] = [
        {
            label: vscode.l10n.t('$(search) Automatic'),
            description: vscode.l10n.t('DOCKER_HOST, the current Docker context, then the known sockets'),
            value: '',
        },
        ...(await contextNames(process.env, homedir())).map(name => ({
            label: `$(plug) ${name}`,
            description: vscode.l10n.t('Docker context'),
            value: `context:${name}`,
        })),
        ...sockets().map(path => ({
            label: `$(file-symlink-file) ${path}`,
            description: vscode.l10n.t('socket'),
            value: `unix://${path}`,
        })),
        {
            label: vscode.l10n.t('$(edit) Another address…'),
            description: 'ssh://user@host, tcp://host:2376, unix:///path',
            value: OTHER,
        },
    ];
    const marked = choices.map(choice => (choice.value === current ? { ...choice, ...inUse(choice) } : choice));
    const chosen = await services.dialogs.pick(marked, {
        title,
        placeholder: vscode.l10n.t('Where is the Docker engine?'),
    });
    const value = chosen === OTHER ? await promptForAddress(services, title, current) : chosen;
    if (value === undefined) {
        return;
    }
    if (value === current) {
        services.engineAccess.reconnect();
    } else {
        await settings.update('engine.endpoint', value === '' ? undefined : value, vscode.ConfigurationTarget.Global);
    }
}

function inUse({ description = '' }: Choice<string>): { description: string } {
    return { description: vscode.l10n.t('{0} (chosen now)', description) };
}

function promptForAddress(services: Services, title: string, value: string): Promise<string | undefined> {
    return services.dialogs.input({
        title,
        prompt: vscode.l10n.t('Address of the engine: ssh://user@host, tcp://host:2376 or unix:///path/docker.sock'),
        value,
        validate: text => {
            try {
                parseEndpoint(text, vscode.l10n.t('this field'), homedir());
                return undefined;
            } catch (error) {
                if (error instanceof Failure) {
                    return `${error.parts.what}.`;
                }
                throw error;
            }
        },
    });
}

function sockets(): string[] {
    const surroundings = { environment: process.env, home: homedir(), platform: process.platform };
    return knownSockets(surroundings).filter(path => existsSync(path));
}
