import * as vscode from 'vscode';
import type { RuleSeverity } from '../../../../server/src/phpIni/protocol.ts';
import type { Choice } from '../../workbench/dialogs.ts';
import { pickRule } from './pickRule.ts';
import type { Services } from '../../workbench/services.ts';

const SETTING = 'diagnostics.severity';

type Severities = Readonly<Record<string, RuleSeverity>>;

/** Writes the severity of a rule to the settings, and keeps those of other rules. What is not given is asked for. */
export async function setRuleSeverity(services: Services, argument: unknown, given: unknown): Promise<void> {
    const title = vscode.l10n.t('Set Severity of Rule');
    const code = await pickRule(services, argument, title);
    if (code === undefined) {
        return;
    }
    const configuration = vscode.workspace.getConfiguration('phpSessionCluster');
    const now = configuration.get<Severities>(SETTING, {})[code];
    const choices = severityChoices(now);
    const severity =
        choices.find(({ value }) => value === given)?.value ??
        (await services.dialogs.pick(choices, {
            title,
            placeholder: vscode.l10n.t('Select the severity of {0}', code),
        }));
    const target = severity === undefined ? undefined : await pickTarget(services, title);
    if (severity === undefined || target === undefined) {
        return;
    }
    const inspected = configuration.inspect<Severities>(SETTING);
    const written = target === vscode.ConfigurationTarget.Global ? inspected?.globalValue : inspected?.workspaceValue;
    const { [code]: _, ...others } = written ?? {};
    const value = severity === 'default' ? others : { ...others, [code]: severity };
    await configuration.update(SETTING, Object.keys(value).length > 0 ? value : undefined, target);
}

function severityChoices(now: RuleSeverity | undefined): Choice<RuleSeverity | 'default'>[] {
    const choice = (value: RuleSeverity | 'default', icon: string, label: string) => ({
        label: `$(${icon}) ${label}`,
        value,
        ...(value === (now ?? 'default') && { description: vscode.l10n.t('as it is now') }),
    });
    return [
        choice('error', 'error', vscode.l10n.t('Error')),
        choice('warning', 'warning', vscode.l10n.t('Warning')),
        choice('information', 'info', vscode.l10n.t('Information')),
        choice('hint', 'lightbulb', vscode.l10n.t('Hint')),
        choice('off', 'circle-slash', vscode.l10n.t('Off')),
        choice('default', 'discard', vscode.l10n.t('The severity that the rule has by itself')),
    ];
}

/** Without a workspace there is only one place for settings. */
async function pickTarget(services: Services, title: string): Promise<vscode.ConfigurationTarget | undefined> {
    if (vscode.workspace.workspaceFolders === undefined) {
        return vscode.ConfigurationTarget.Global;
    }
    const choices = [
        {
            label: `$(root-folder) ${vscode.l10n.t('Workspace')}`,
            description: vscode.l10n.t('for everybody who works in this folder'),
            value: vscode.ConfigurationTarget.Workspace,
        },
        {
            label: `$(account) ${vscode.l10n.t('User')}`,
            description: vscode.l10n.t('for you, in every folder'),
            value: vscode.ConfigurationTarget.Global,
        },
    ];
    return services.dialogs.pick(choices, { title, placeholder: vscode.l10n.t('Select where the setting is kept') });
}
