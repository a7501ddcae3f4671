import * as vscode from 'vscode';
import { healthWords, nodesOf, remarkLines, type ClusterNode, type Environment } from '../../cluster/model/model.ts';
import { protocolNote } from '../../cluster/stores/replication.ts';
import { copiesWords, layerName, statusWord } from './words.ts';

/** Built when the pointer rests on a row, and not before. */
export function nodeTooltip(node: ClusterNode, environment: Environment): vscode.MarkdownString {
    const copies = node.layer === 'store' ? copiesWords(environment) : undefined;
    return table(node.name, [
        [vscode.l10n.t('Service'), node.software.title],
        [vscode.l10n.t('State'), `${statusWord(node.status)} (${node.statusText})`],
        ...remarkLines(node.remark).map(line => [vscode.l10n.t('Health check'), line] as const),
        [
            vscode.l10n.t('Address'),
            node.address === '' ? vscode.l10n.t('none while it is stopped') : `${node.address}:${node.port}`,
        ],
        ...(node.url === undefined ? [] : [[vscode.l10n.t('Published at'), node.url] as const]),
        ...(copies === undefined ? [] : [[vscode.l10n.t('Replicated'), copies] as const]),
        [vscode.l10n.t('Image'), node.image],
        [vscode.l10n.t('Container'), node.containerId.slice(0, 12)],
    ]);
}

export function environmentTooltip(
    environment: Environment,
    doing: string | undefined,
    engine: string | undefined,
): vscode.MarkdownString {
    const copies = copiesWords(environment);
    const note = protocolNote(environment);
    const root = environment.topology?.application.documentRoot;
    return table(environment.name, [
        [
            vscode.l10n.t('Kind'),
            environment.kind === 'managed'
                ? vscode.l10n.t('managed: made by this extension')
                : vscode.l10n.t('adopted: a Compose project; nothing of it is ever deleted from here'),
        ],
        ...(doing === undefined ? [] : [[vscode.l10n.t('Under way'), doing] as const]),
        [vscode.l10n.t('Health'), healthWords(environment.nodes)],
        ...(environment.url === undefined ? [] : [[vscode.l10n.t('Address'), environment.url] as const]),
        ...(engine === undefined ? [] : [[vscode.l10n.t('Engine'), engine] as const]),
        ...(root === undefined ? [] : [[vscode.l10n.t('Document root'), root] as const]),
        ...(['balancer', 'application', 'store'] as const).map(
            layer =>
                [
                    layerName(layer),
                    nodesOf(environment, layer)
                        .map(node => node.name)
                        .join(', '),
                ] as const,
        ),
        ...(copies === undefined ? [] : [[vscode.l10n.t('Replicated'), copies] as const]),
        ...(note === undefined ? [] : [[vscode.l10n.t('Note'), note] as const]),
    ]);
}

function table(title: string, rows: readonly (readonly [string, string])[]): vscode.MarkdownString {
    const text = new vscode.MarkdownString();
    text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n|  |  |\n|---|---|\n');
    for (const [name, value] of rows) {
        // A cell ends at a bar and at a new line; appendText leaves both as they are.
        text.appendMarkdown('| ')
            .appendText(cell(name))
            .appendMarkdown(' | ')
            .appendText(cell(value))
            .appendMarkdown(' |\n');
    }
    return text;
}

function cell(text: string): string {
    return text.replace(/[\r\n|]+/g, ' ');
}
