import type { TextChange } from '../../rules/rule.ts';
import { dialectOf, readsAlike } from '../../phpIni/syntax/dialect.ts';
import { parsePhpIni, type PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { applied } from '../changes.ts';
import { readsTheSame } from './sameReading.ts';

/** A version for each way in which files have been read: who formats a file does not know which PHP reads it. */
const versions = ['8.0', '8.2', '8.4'];

/** How many characters are read, at most, in search of the changes that do no harm. */
const patience = 20_000_000;

/**
 * Those of the changes, which are in the order of the text, that leave every PHP version what it reads. Nearly always
 * that is all of them.
 */
export function safeChanges(document: PhpIniDocument, changes: readonly TextChange[]): readonly TextChange[] {
    if (changes.length === 0) {
        return changes;
    }
    const before = versions.map(phpVersion =>
        readsAlike(dialectOf(phpVersion), document.dialect) ? document : parsePhpIni(document.text, { phpVersion }),
    );
    const isSafe = (candidates: readonly TextChange[]): boolean => {
        const text = applied(document.text, candidates);
        return before.every(original =>
            readsTheSame(original, parsePhpIni(text, { phpVersion: original.dialect.version })),
        );
    };
    return new Search(isSafe, Math.max(1, patience / (document.text.length * versions.length + 1))).within(changes);
}

/** Finds the harmless ones by halves. */
class Search {
    readonly #isSafe: (candidates: readonly TextChange[]) => boolean;
    #triesLeft: number;

    constructor(isSafe: (candidates: readonly TextChange[]) => boolean, tries: number) {
        this.#isSafe = isSafe;
        this.#triesLeft = tries;
    }

    within(changes: readonly TextChange[], accepted: readonly TextChange[] = []): readonly TextChange[] {
        const all = [...accepted, ...changes];
        if (this.#triesLeft < 1) {
            return accepted;
        }
        this.#triesLeft--;
        if (this.#isSafe(all)) {
            return all;
        }
        if (changes.length === 1) {
            return accepted;
        }
        const middle = changes.length >> 1;
        return this.within(changes.slice(middle), this.within(changes.slice(0, middle), accepted));
    }
}
