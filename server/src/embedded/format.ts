import type { EmbeddedLine, EmbeddedScope } from './embeddedLine.ts';

/** A value that is to be written into a file: as php.ini would have it, and what PHP makes of that. */
export interface WantedValue {
    readonly raw: string;
    readonly literal: string;
}

/** What differs between the files in which settings of PHP are embedded. */
export interface Format {
    readonly name: 'pool' | 'apache' | 'htaccess' | 'dockerfile' | 'compose';
    /** The program that reads the file, for messages. */
    readonly reader: string;
    /** PHP gets values as they are: without constants, and `On` is a word. */
    readonly isLiteral: boolean;
    /** What begins a comment that has its line for itself; undefined where there is no room for one. */
    readonly comment?: string;
    /**
     * The settings of a file. The line in which somebody types, at `draft`, counts as one as soon as it could become
     * one; without it, what is not complete is malformed.
     */
    read(file: string, draft?: number): readonly EmbeddedScope[];
    /**
     * A name, with what belongs behind it where `behind`, the rest of the line, does not have that yet; undefined where
     * none can be written.
     */
    writeName(name: string, behind: string): string | undefined;
    /** In the place of the value that the line has there; undefined where it cannot be written there. */
    writeValue(value: WantedValue, line: EmbeddedLine, file: string): string | undefined;
    /** A line of its own, in the words of another; undefined where there is no room for one. */
    writeLine(name: string, value: WantedValue, like: EmbeddedLine, file: string): string | undefined;
}
