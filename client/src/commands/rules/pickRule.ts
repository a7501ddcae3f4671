import * as vscode from 'vscode';
import type { Services } from '../../workbench/services.ts';

/** The code that was given, else that of the rule that the person picks. Undefined: declined. */
export async function pickRule(services: Services, argument: unknown, title: string): Promise<string | undefined> {
    if (typeof argument === 'string') {
        return argument;
    }
    const rules = await (await services.language.server()).rules();
    const choices = rules.map(rule => ({ label: rule.code, description: rule.title, value: rule.code }));
    return services.dialogs.pick(choices, { title, placeholder: vscode.l10n.t('Select a rule') });
}
