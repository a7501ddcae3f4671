import type { TextChange } from '../../phpIni/syntax/nodes.ts';
import { dialectOf, readsAlike } from '../../phpIni/syntax/dialect.ts';
import { parsePhpIni, type PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { applied, heldTogether } from '../changes.ts';
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
    return heldTogether(changes, isSafe, Math.max(1, patience / (document.text.length * versions.length + 1)));
}
