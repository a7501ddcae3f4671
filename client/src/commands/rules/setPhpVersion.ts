import * as vscode from 'vscode';
import { PROVEN_VERSIONS } from '../../../../server/src/phpIni/versions.ts';
import type { Choice } from '../../workbench/dialogs.ts';
import type { Services } from '../../workbench/services.ts';

const SETTING = 'php.version';
const AUTO = 'auto';

/**
 * Writes to the settings of the workspace for which PHP its php.ini files are checked: what is given, else asked for.
 */
export async function setPhpVersion(services: Services, argument: unknown): Promise<void> {
    const configuration = vscode.workspace.getConfiguration('phpSessionCluster');
    const choices = versionChoices(configuration.get<string>(SETTING, AUTO));
    const version =
        choices.find(({ value }) => value === argument)?.value ??
        (await services.dialogs.pick(choices, {
            title: vscode.l10n.t('Set PHP Version'),
            placeholder: vscode.l10n.t('Select the PHP version that php.ini files are checked for'),
        }));
    if (version !== undefined) {
        // Without a workspace there is only one place for settings.
        const target =
            vscode.workspace.workspaceFolders === undefined
                ? vscode.ConfigurationTarget.Global
                : vscode.ConfigurationTarget.Workspace;
        await configuration.update(SETTING, version === AUTO ? undefined : version, target);
    }
}

function versionChoices(now: string): Choice<string>[] {
    const choice = (value: string, label: string): Choice<string> => ({
        label,
        value,
        ...(value === now && { description: vscode.l10n.t('as it is now') }),
    });
    return [
        choice(AUTO, vscode.l10n.t('Found by itself')),
        ...PROVEN_VERSIONS.toReversed().map(version => choice(version, `PHP ${version}`)),
    ];
}
