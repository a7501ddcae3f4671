import * as vscode from 'vscode';
import type { FaultVerdict } from '../../cluster/report/report.ts';

interface FaultWords {
    /** Short enough for a band of the timeline. */
    readonly name: string;
    readonly detail: string;
}

/** What a fault is called where a person reads it; its own name where a later version knows more faults. */
export function faultName(fault: string): string {
    return faultWords()[fault]?.name ?? fault;
}

/** What a fault does to its node. */
export function faultDetail(fault: string): string {
    return faultWords()[fault]?.detail ?? '';
}

export function verdictName(verdict: FaultVerdict): string {
    switch (verdict) {
        case 'pass':
            return vscode.l10n.t('passed');
        case 'fail':
            return vscode.l10n.t('failed');
        case 'notRun':
            return vscode.l10n.t('not run');
        case 'impossible':
            return vscode.l10n.t('impossible');
    }
}

function faultWords(): Readonly<Record<string, FaultWords>> {
    return {
        kill: {
            name: vscode.l10n.t('Kill'),
            detail: vscode.l10n.t('The container is gone at once, as when a machine dies (SIGKILL).'),
        },
        stop: {
            name: vscode.l10n.t('Stop'),
            detail: vscode.l10n.t('The container is told to end, and cuts the requests under way (SIGTERM).'),
        },
        'graceful-stop': {
            name: vscode.l10n.t('Stop gracefully'),
            detail: vscode.l10n.t('The container is stopped as Docker stops it; requests under way may end.'),
        },
        pause: {
            name: vscode.l10n.t('Pause'),
            detail: vscode.l10n.t('The container accepts connections, but answers none for a while.'),
        },
        cut: {
            name: vscode.l10n.t('Cut off the network'),
            detail: vscode.l10n.t('The container runs on, but nothing reaches it for a while.'),
        },
        restart: {
            name: vscode.l10n.t('Restart'),
            detail: vscode.l10n.t('The container is stopped and started again at once.'),
        },
        'process-kill': {
            name: vscode.l10n.t('Kill the process'),
            detail: vscode.l10n.t('Apache or memcached inside the container is killed (SIGKILL).'),
        },
        'proxy-kill': {
            name: vscode.l10n.t('Kill the proxy'),
            detail: vscode.l10n.t('The memcached proxy beside Apache is killed (SIGKILL).'),
        },
    };
}
