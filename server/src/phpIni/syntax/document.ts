import { dialectOf, type Dialect, readsAlike } from './dialect.ts';
import { bomLength, LineTable, type LineEnding } from './lines.ts';
import { buildNodes } from './nodeBuilder.ts';
import type { AssignmentNode, PhpIniNode, PhpIniSyntaxProblem, SectionNode } from './nodes.ts';

/** A php.ini file in all its detail: nothing of the text is lost. Immutable. */
export interface PhpIniDocument {
    readonly text: string;
    readonly dialect: Dialect;
    readonly lines: LineTable;
    /** In the order of the text; their full ranges cover it. */
    readonly nodes: readonly PhpIniNode[];
    readonly sections: readonly SectionNode[];
    readonly assignments: readonly AssignmentNode[];
    /** The dominant line ending. */
    readonly eol: LineEnding;
    readonly hasBom: boolean;
    /** The first one; PHP reads nothing behind it. */
    readonly error?: PhpIniSyntaxProblem;
    /**
     * Where PHP stops reading without a word before the file's end: at a single quote that is never closed behind a
     * value, for example.
     */
    readonly silentEnd?: number;
}

export interface ParseOptions {
    /** `8.4` unless told: a few constructs are read differently before 8.3. */
    readonly phpVersion?: string;
}

/** Reads any text, however broken; takes time linear to its length; never throws. */
export function parsePhpIni(text: string, options: ParseOptions = {}): PhpIniDocument {
    const dialect = dialectOf(options.phpVersion);
    const lines = new LineTable(text);
    const { nodes, error, silentEnd } = buildNodes(text, dialect, lines);
    return {
        text,
        dialect,
        lines,
        nodes,
        sections: nodes.filter(node => node.kind === 'section'),
        assignments: nodes.filter(node => node.kind === 'assignment'),
        eol: lines.dominantEnding,
        hasBom: bomLength(text) > 0,
        ...(error && { error }),
        ...(silentEnd !== undefined && { silentEnd }),
    };
}

/** The same text as another PHP reads it. */
export function readAs(document: PhpIniDocument, phpVersion: string): PhpIniDocument {
    const dialect = dialectOf(phpVersion);
    return readsAlike(dialect, document.dialect)
        ? { ...document, dialect }
        : parsePhpIni(document.text, { phpVersion });
}
