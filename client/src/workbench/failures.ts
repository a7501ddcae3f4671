import * as vscode from 'vscode';
import { isEngineError } from '../engine/errors.ts';
import { isCancellation, messageOf } from '../failure.ts';
import type { Services } from './services.ts';

/** A further button on an error: its label and what it does. */
export interface NextStep {
    readonly label: string;
    readonly run: () => unknown;
}

/** Says once what failed, or that it was cancelled, with the fitting next steps; the details go to the log. */
export function reportFailure(services: Services, error: unknown, steps: readonly NextStep[] = []): void {
    const cancelled = isCancellation(error);
    if (cancelled) {
        services.log.info(messageOf(error));
    } else {
        services.log.error(error instanceof Error ? error : String(error));
    }
    if (error instanceof Error && error.cause !== undefined) {
        services.log.error(`caused by: ${messageOf(error.cause)}`);
    }
    const showLog: NextStep = {
        label: vscode.l10n.t('Show Log'),
        run: () => {
            services.log.show();
        },
    };
    const offered = cancelled ? [] : [...steps, ...engineSteps(error), showLog];
    const answer = services.dialogs.notify(
        cancelled ? 'information' : 'error',
        cancelled ? cancellationText(error) : messageOf(error),
        offered.map(step => step.label),
    );
    void answer.then(label => offered.find(step => step.label === label)?.run());
}

function cancellationText(error: unknown): string {
    // A bare abort, from the signal itself, carries no words for a person.
    const own = error instanceof Error && error.name !== 'AbortError' ? error.message : '';
    return own === '' ? vscode.l10n.t('Cancelled. What was begun was put back.') : own;
}

function engineSteps(error: unknown): NextStep[] {
    if (!isEngineError(error, 'unreachable', 'forbidden', 'timeout')) {
        return [];
    }
    return [
        {
            label: vscode.l10n.t('Select Engine'),
            run: () => vscode.commands.executeCommand('phpSessionCluster.selectEngine'),
        },
    ];
}
