import * as vscode from 'vscode';
import { OperationError } from '../cluster/model/errors.ts';
import { reportFailure, type NextStep } from '../workbench/failures.ts';
import type { Services } from '../workbench/services.ts';

/**
 * What a command does with the arguments of whoever called it: an element of the tree, an address, or nothing from the
 * palette.
 */
export type Command = (services: Services, argument: unknown, further: unknown) => Promise<void>;

/** Each command's own file is read when it is used for the first time. */
const commands: Record<string, () => Promise<Command>> = {
    createEnvironment: async () => (await import('./environment/createEnvironment.ts')).createEnvironmentCommand,
    createFromFile: async () => (await import('./environment/createFromFile.ts')).createFromFile,
    deleteEnvironment: async () => (await import('./environment/deleteEnvironment.ts')).deleteEnvironmentCommand,
    scaleEnvironment: async () => (await import('./environment/scaleEnvironment.ts')).scaleEnvironmentCommand,
    startEnvironment: async () => (await import('./environment/startEnvironment.ts')).startEnvironmentCommand,
    stopEnvironment: async () => (await import('./environment/stopEnvironment.ts')).stopEnvironmentCommand,
    startNode: async () => (await import('./node/startNode.ts')).startNodeCommand,
    stopNode: async () => (await import('./node/stopNode.ts')).stopNodeCommand,
    restartNode: async () => (await import('./node/restartNode.ts')).restartNodeGracefully,
    restartNodeHard: async () => (await import('./node/restartNode.ts')).restartNodeHard,
    restartAllApplicationNodes: async () =>
        (await import('./node/restartAllApplicationNodes.ts')).restartAllApplicationNodes,
    openInBrowser: async () => (await import('./environment/openInBrowser.ts')).openInBrowser,
    copyAddress: async () => (await import('./node/copyAddress.ts')).copyAddress,
    showNodeInfo: async () => (await import('./node/showNodeInfo.ts')).showNodeInfo,
    openPhpIni: async () => (await import('./node/openPhpIni.ts')).openPhpIni,
    openNodeFile: async () => (await import('./node/openNodeFile.ts')).openNodeFile,
    followLogs: async () => (await import('./node/followLogs.ts')).followLogs,
    enableSessionClustering: async () => (await import('./phpIni/enableSessionClustering.ts')).enableSessionClustering,
    applyToThisNode: async () => (await import('./phpIni/applyFile.ts')).applyToThisNode,
    applyToAllApplicationNodes: async () => (await import('./phpIni/applyFile.ts')).applyToAllApplicationNodes,
    compareWithNode: async () => (await import('./phpIni/compareWithNode.ts')).compareWithNode,
    explainRule: async () => (await import('./rules/explainRule.ts')).explainRule,
    setRuleSeverity: async () => (await import('./rules/setRuleSeverity.ts')).setRuleSeverity,
    setPhpVersion: async () => (await import('./rules/setPhpVersion.ts')).setPhpVersion,
    verifyFailover: async () => (await import('./verification/verifyFailover.ts')).verifyFailoverCommand,
    openReport: async () => (await import('./verification/openReport.ts')).openReport,
    saveReport: async () => (await import('./verification/saveReport.ts')).saveReportCommand,
    refresh: async () => (await import('./window/refresh.ts')).refresh,
    selectEngine: async () => (await import('./window/selectEngine.ts')).selectEngine,
    showLog: async () => (await import('./window/showLog.ts')).showLog,
    openWalkthrough: async () => (await import('./window/openWalkthrough.ts')).openWalkthrough,
    openDocumentation: async () => (await import('./window/openDocumentation.ts')).openDocumentation,
};

/** What touches no engine works in a workspace that is not trusted, too. */
const harmless: ReadonlySet<string> = new Set([
    'showLog',
    'openWalkthrough',
    'openDocumentation',
    'explainRule',
    'setRuleSeverity',
    'setPhpVersion',
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
        reportFailure(services, error, [vscode.workspace.isTrusted ? retry : manageTrust()]);
    }
}

/** A key carries no element of the tree; its binding says that the selected one is meant. */
function isFromKey(argument: unknown): boolean {
    return argument === 'selection';
}

/**
 * Menus are hidden already; this is for whoever calls the command by its name. Throws OperationError('unsupported').
 */
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
