import * as vscode from 'vscode';
import { OperationError } from '../cluster/errors.ts';
import { tellFailure, type NextStep } from './failures.ts';
import type { Services } from './services.ts';

/** What a command does with the arguments of whoever called it: an element of the tree, an address, or nothing from the palette. */
export type Command = (services: Services, argument: unknown, further: unknown) => Promise<void>;

/** Each command's own file is read when it is used for the first time. */
const commands: Record<string, () => Promise<Command>> = {
    createEnvironment: async () => (await import('./createEnvironment.ts')).createEnvironmentCommand,
    createFromFile: async () => (await import('./createFromFile.ts')).createFromFile,
    deleteEnvironment: async () => (await import('./deleteEnvironment.ts')).deleteEnvironmentCommand,
    scaleEnvironment: async () => (await import('./scaleEnvironment.ts')).scaleEnvironmentCommand,
    startEnvironment: async () => (await import('./startEnvironment.ts')).startEnvironmentCommand,
    stopEnvironment: async () => (await import('./stopEnvironment.ts')).stopEnvironmentCommand,
    startNode: async () => (await import('./startNode.ts')).startNodeCommand,
    stopNode: async () => (await import('./stopNode.ts')).stopNodeCommand,
    restartNode: async () => (await import('./restartNode.ts')).restartNodeGracefully,
    restartNodeHard: async () => (await import('./restartNode.ts')).restartNodeHard,
    restartAllApplicationNodes: async () =>
        (await import('./restartAllApplicationNodes.ts')).restartAllApplicationNodes,
    openInBrowser: async () => (await import('./openInBrowser.ts')).openInBrowser,
    copyAddress: async () => (await import('./copyAddress.ts')).copyAddress,
    showNodeInfo: async () => (await import('./showNodeInfo.ts')).showNodeInfo,
    openPhpIni: async () => (await import('./openPhpIni.ts')).openPhpIni,
    openNodeFile: async () => (await import('./openNodeFile.ts')).openNodeFile,
    followLogs: async () => (await import('./followLogs.ts')).followLogs,
    enableSessionClustering: async () => (await import('./enableSessionClustering.ts')).enableSessionClustering,
    applyToThisNode: async () => (await import('./applyFile.ts')).applyToThisNode,
    applyToAllApplicationNodes: async () => (await import('./applyFile.ts')).applyToAllApplicationNodes,
    compareWithNode: async () => (await import('./compareWithNode.ts')).compareWithNode,
    explainRule: async () => (await import('./explainRule.ts')).explainRule,
    setRuleSeverity: async () => (await import('./setRuleSeverity.ts')).setRuleSeverity,
    verifyFailover: async () => (await import('./verifyFailover.ts')).verifyFailoverCommand,
    openReport: async () => (await import('./openReport.ts')).openReport,
    saveReport: async () => (await import('./saveReport.ts')).saveReportCommand,
    refresh: async () => (await import('./refresh.ts')).refresh,
    selectEngine: async () => (await import('./selectEngine.ts')).selectEngine,
    showLog: async () => (await import('./showLog.ts')).showLog,
    openWalkthrough: async () => (await import('./openWalkthrough.ts')).openWalkthrough,
};

/** What touches no engine works in a workspace that is not trusted, too. */
const harmless: ReadonlySet<string> = new Set([
    'showLog',
    'openWalkthrough',
    'explainRule',
    'setRuleSeverity',
    'openReport',
    'saveReport',
]);

export function registerCommands(services: Services): vscode.Disposable {
    const registered = Object.entries(commands).map(([name, load]) =>
        vscode.commands.registerCommand(`phpSessionCluster.${name}`, (argument: unknown, further: unknown) =>
            run(services, name, load, [argument, further]),
        ),
    );
    return vscode.Disposable.from(...registered);
}

async function run(
    services: Services,
    name: string,
    load: () => Promise<Command>,
    given: readonly [unknown, unknown],
): Promise<void> {
    const [argument, further] = given;
    try {
        if (!harmless.has(name)) {
            requireTrust();
        }
        const command = await load();
        await command(services, isFromKey(argument) ? services.selection() : argument, further);
    } catch (error) {
        const retry = { label: vscode.l10n.t('Retry'), run: () => run(services, name, load, given) };
        tellFailure(services, error, [vscode.workspace.isTrusted ? retry : manageTrust()]);
    }
}

/** A key carries no element of the tree; its binding says that the selected one is meant. */
function isFromKey(argument: unknown): boolean {
    return argument === 'selection';
}

/** Menus are hidden already; this is for whoever calls the command by its name. Throws OperationError('unsupported'). */
function requireTrust(): void {
    if (!vscode.workspace.isTrusted) {
        throw new OperationError('unsupported', {
            what: vscode.l10n.t('Docker is used in trusted workspaces only'),
            kept: vscode.l10n.t('Nothing was begun'),
            next: vscode.l10n.t('Trust this workspace'),
        });
    }
}

function manageTrust(): NextStep {
    return {
        label: vscode.l10n.t('Manage Workspace Trust'),
        run: () => vscode.commands.executeCommand('workbench.trust.manage'),
    };
}
