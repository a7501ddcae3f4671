import * as vscode from 'vscode';
import { PHP_INI, type PhpVersionParams } from '../../../server/src/phpIni/protocol.ts';

/** What the item says of one document. */
interface Shown {
    readonly text: string;
    readonly detail: string;
    readonly command: vscode.Command;
}

/** Says, beside the language of a php.ini, for which PHP it is checked and what tells; one click pins the version. */
export class PhpVersionStatus implements vscode.Disposable {
    private readonly listeners: readonly vscode.Disposable[];
    private readonly known = new Map<string, PhpVersionParams>();
    private item: vscode.LanguageStatusItem | undefined;

    constructor() {
        this.listeners = [
            vscode.window.onDidChangeActiveTextEditor(() => {
                this.show();
            }),
            vscode.workspace.onDidCloseTextDocument(({ uri }) => {
                this.known.delete(uri.toString());
            }),
        ];
    }

    dispose(): void {
        this.listeners.forEach(listener => {
            listener.dispose();
        });
        this.item?.dispose();
    }

    know(params: PhpVersionParams): void {
        this.known.set(vscode.Uri.parse(params.uri).toString(), params);
        this.show();
    }

    /** For the document that is edited; undefined where that is no php.ini, or nothing is known of it yet. */
    get shown(): Shown | undefined {
        const uri = vscode.window.activeTextEditor?.document.uri.toString();
        const params = uri === undefined ? undefined : this.known.get(uri);
        return params && shownOf(params);
    }

    private show(): void {
        const { shown } = this;
        if (shown) {
            this.item ??= newItem();
            this.item.text = shown.text;
            this.item.detail = shown.detail;
            this.item.command = shown.command;
        }
    }
}

function newItem(): vscode.LanguageStatusItem {
    const item = vscode.languages.createLanguageStatusItem('phpSessionCluster.phpVersion', { language: PHP_INI });
    item.name = vscode.l10n.t('PHP Version');
    return item;
}

function shownOf(params: PhpVersionParams): Shown {
    return { text: textOf(params), detail: detailOf(params), command: commandOf(params) };
}

function textOf({ version, source }: PhpVersionParams): string {
    switch (source.kind) {
        case 'file':
            return vscode.l10n.t('PHP {0}, from {1}', version, baseName(source.uri));
        case 'node':
            return vscode.l10n.t('PHP {0}, from {1}', version, source.node);
        case 'path':
            return vscode.l10n.t('PHP {0}, from the path', version);
        case 'setting':
        case 'client':
            return vscode.l10n.t('PHP {0}, from the settings', version);
        case 'nothing':
            return vscode.l10n.t('PHP {0}, assumed', version);
    }
}

/** What says so, and what is special about it. */
function detailOf({ version, checkedAs, possible, source }: PhpVersionParams): string {
    const [first = version, last = first] = [possible.at(0), possible.at(-1)];
    const parts = [
        ...('evidence' in source ? [source.evidence] : []),
        ...(checkedAs === version ? [] : [vscode.l10n.t('checked as PHP {0}', checkedAs)]),
        ...(first === last || source.kind === 'nothing' ? [] : [vscode.l10n.t('may be {0} to {1}', first, last)]),
    ];
    return parts.join(', ');
}

/** What a person has set already is changed; else a click sets what was found. */
function commandOf({ checkedAs, source }: PhpVersionParams): vscode.Command {
    const command = 'phpSessionCluster.setPhpVersion';
    return source.kind === 'setting' || source.kind === 'nothing'
        ? { title: vscode.l10n.t('Select'), command }
        : {
              title: vscode.l10n.t('Pin'),
              tooltip: vscode.l10n.t('Always check for PHP {0} in this workspace', checkedAs),
              command,
              arguments: [checkedAs],
          };
}

function baseName(uri: string): string {
    return vscode.Uri.parse(uri).path.split('/').at(-1) ?? '';
}
