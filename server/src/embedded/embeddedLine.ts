import type { Range } from '../phpIni/syntax/nodes.ts';
import type { Piece } from './piece.ts';

export type Keyword = 'php_value' | 'php_flag' | 'php_admin_value' | 'php_admin_flag';

/**
 * A line of php.ini that another file holds in its own words. What stands at the places of the file that it is made of
 * is told by the pieces.
 */
export interface EmbeddedLine {
    /** Together they are the line, without its ending. */
    readonly pieces: readonly Piece[];
    /** Of the file: the whole lines that this one is made of. */
    readonly whole: Range;
    /** The word of Apache or FPM that sets it, and where it stands. */
    readonly keyword?: { readonly word: Keyword; readonly from: Range };
    /** The variable of the environment that an image takes it from. */
    readonly variable?: string;
    /** How a script quotes it: in quotes, without, or as a document below the command; undefined where that differs. */
    readonly quoting?: '"' | "'" | 'none' | 'document';
    /** Of a flag: what is written where On and Off belong, and is neither. */
    readonly noFlag?: string;
    /** The line of the same pool that counts in its place. */
    readonly beatenBy?: EmbeddedLine;
    /** It is no setting, and the server says so by not starting: Apache wants two arguments. */
    readonly malformed?: boolean;
}

/** What belongs together: one pool, one section of a vhost, one ini file that a Dockerfile writes. */
export interface EmbeddedScope {
    /** For people: `pool www`, `<VirtualHost *:80>`; empty where the file is all there is. */
    readonly title: string;
    readonly lines: readonly EmbeddedLine[];
}

export function isAdmin(word: Keyword): boolean {
    return word === 'php_admin_value' || word === 'php_admin_flag';
}

export function isFlag(word: Keyword): boolean {
    return word === 'php_flag' || word === 'php_admin_flag';
}
