import * as vscode from 'vscode';
import { showRule } from '../../documents/ruleDocument.ts';
import { pickRule } from './pickRule.ts';
import type { Services } from '../../workbench/services.ts';

/** Shows the documentation of the rule whose code is the argument, else of one that the person picks. */
export async function explainRule(services: Services, argument: unknown): Promise<void> {
    const code = await pickRule(services, argument, vscode.l10n.t('Explain Rule'));
    if (code !== undefined) {
        await showRule(code);
    }
}
