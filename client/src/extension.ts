import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { BusyEnvironments } from './workbench/busy.ts';
import { StoreAccess } from './workbench/engineAccess.ts';
import { registerCommands } from './commands/registry.ts';
import type { Services } from './workbench/services.ts';
import { replaceable, type ForTests } from './forTests.ts';
import { VscodeDialogs } from './workbench/vscodeDialogs.ts';
import { registerNodeFiles } from './documents/nodeFileSystem.ts';
import { registerPlanPreview } from './documents/planPreview.ts';
import { PhpIniLanguage } from './language/phpIniLanguage.ts';
import { registerRuleDocuments } from './documents/ruleDocument.ts';
import { registerReports } from './views/report/serializer.ts';
import { EnvironmentView } from './views/environmentView.ts';
import { StatusBar } from './views/statusBar.ts';

/**
 * Composes the parts. Whatever takes time, the engine's adapter and the language client above all, is loaded when it is
 * used.
 */
export function activate(context: vscode.ExtensionContext): ForTests | undefined {
    if (vscode.l10n.bundle) {
        l10n.config({ contents: vscode.l10n.bundle });
    }
    const log = vscode.window.createOutputChannel('PHP Session Cluster', { log: true });
    const access = new StoreAccess();
    const busy = new BusyEnvironments();
    const view = new EnvironmentView(access, busy);
    const dialogs = replaceable(new VscodeDialogs());
    const language = new PhpIniLanguage({
        extensionUri: context.extensionUri,
        log,
        store: access.store,
        busy,
        state: context.workspaceState,
    });
    const services: Services = {
        extensionUri: context.extensionUri,
        store: access.store,
        engineAccess: access,
        log,
        busy,
        dialogs: dialogs.current,
        language,
        selection: () => view.selection(),
    };
    context.subscriptions.push(
        log,
        busy,
        view,
        access,
        new StatusBar(access.store),
        registerCommands(services),
        registerNodeFiles(services),
        registerPlanPreview(),
        registerReports(services),
        registerRuleDocuments(language),
        language,
    );
    return context.extensionMode === vscode.ExtensionMode.Test
        ? { services, tree: view.tree, phpIni: language, replaceDialogs: dialogs.replace }
        : undefined;
}
