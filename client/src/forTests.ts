import type { PhpIniLanguage } from './language/phpIniLanguage.ts';
import type { EnvironmentTree } from './views/tree/environmentTree.ts';
import type { Dialogs } from './workbench/dialogs.ts';
import type { Services } from './workbench/services.ts';

/** What the extension gives to host tests, and only to them: dialogs cannot be clicked there. */
export interface ForTests {
    readonly services: Services;
    readonly tree: EnvironmentTree;
    /** Which documents it claims, and what it shows beside their language: there is no asking the editor for that. */
    readonly phpIni: Pick<PhpIniLanguage, 'claims' | 'status'>;
    /** From now on these answer; gives the ones before. */
    readonly replaceDialogs: (dialogs: Dialogs) => Dialogs;
}

/** Dialogs whose answering part can be exchanged. */
export function replaceable(first: Dialogs): { current: Dialogs; replace: (dialogs: Dialogs) => Dialogs } {
    let answering = first;
    const current: Dialogs = {
        pick: (choices, options) => answering.pick(choices, options),
        pickMany: (choices, options) => answering.pickMany(choices, options),
        input: options => answering.input(options),
        confirm: question => answering.confirm(question),
        notify: (severity, message, actions) => answering.notify(severity, message, actions),
        openFolder: (title, start) => answering.openFolder(title, start),
        openFile: (title, start) => answering.openFile(title, start),
        saveFile: (title, suggested, filters) => answering.saveFile(title, suggested, filters),
        progress: (title, task) => answering.progress(title, task),
    };
    return {
        current,
        replace: next => {
            const before = answering;
            answering = next;
            return before;
        },
    };
}
