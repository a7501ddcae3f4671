import * as vscode from 'vscode';
import type { LanguageAccess } from '../workbench/services.ts';

const SCHEME = 'php-ini-rule';

/** Read-only documents with the documentation of one rule each. */
export function registerRuleDocuments(language: LanguageAccess): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: async ({ path }) => {
            const code = path.replace(/^\/|\.md$/g, '');
            const documentation = await (await language.server()).documentationOf(code);
            return documentation ?? vscode.l10n.t('There is no rule {0}.', code);
        },
    });
}

/** Opens the documentation of the rule, rendered. */
export async function showRule(code: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
    await vscode.commands.executeCommand('markdown.showPreview', uri);
}
