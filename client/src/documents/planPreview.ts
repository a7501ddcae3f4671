import * as vscode from 'vscode';
import type { ApplyPlan } from '../cluster/apply/plan.ts';

const SCHEME = 'php-session-cluster-plan';

/** How many plans can be looked at again; a diff editor asks anew whenever it comes to the front. */
const KEPT_PLANS = 10;

const contents = new Map<string, string>();
let plans = 0;

/** Read-only documents with what a node's file is, and what it is going to be. */
export function registerPlanPreview(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: uri => contents.get(uri.toString()) ?? '',
    });
}

/** Opens one editor with every change of the plan, before and after. */
export async function showPlan(plan: ApplyPlan): Promise<void> {
    plans += 1;
    forgetPlan(plans - KEPT_PLANS);
    const resources = plan.changes.map(change => {
        const document = (side: string, bytes: Buffer | undefined): vscode.Uri => {
            const uri = vscode.Uri.from({
                scheme: SCHEME,
                authority: `${side}-${plans}`,
                path: `/${change.node.name}${change.path}`,
            });
            contents.set(uri.toString(), textOf(bytes));
            return uri;
        };
        const after = document('after', change.after);
        return [after, document('before', change.before), after] as const;
    });
    const title = vscode.l10n.t('Changes to {0}', plan.environment);
    await vscode.commands.executeCommand('vscode.changes', title, resources);
}

/** For reading only: a file that is not UTF-8 is shown as Latin-1, in which every byte is a character. */
function textOf(bytes: Buffer | undefined): string {
    if (bytes === undefined) {
        return '';
    }
    const text = bytes.toString('utf8');
    return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

function forgetPlan(number: number): void {
    for (const uri of contents.keys()) {
        if (vscode.Uri.parse(uri).authority.endsWith(`-${number}`)) {
            contents.delete(uri);
        }
    }
}
