import type { Part, Value } from './value.ts';

/** Offsets into the text, the end exclusive. */
export interface Range {
    readonly start: number;
    readonly end: number;
}

/** Another text in the place of a stretch. */
export interface TextChange {
    readonly range: Range;
    readonly newText: string;
}

interface NodeBase {
    /** Without the blanks in front and behind, the comment behind, and the line ending. */
    readonly range: Range;
    /** With all of them: the full ranges of a document's nodes follow each other without gap or overlap. */
    readonly full: Range;
    /** From 0, of the range's start. */
    readonly line: number;
    /** From the `;` to before the line ending: the comment behind the node, on its line. */
    readonly comment?: Range;
    /** The heading above; undefined before the first one. */
    readonly section: SectionNode | undefined;
    /** False behind a syntax error: PHP does not get here. */
    readonly reached: boolean;
}

export interface SectionNode extends NodeBase {
    readonly kind: 'section';
    readonly name: string;
    readonly nameRange: Range;
    readonly parts: readonly Part[];
    /** PHP takes any heading that starts with these letters for one of a host or a path. */
    readonly special: 'host' | 'path' | undefined;
    /** The special section above, if any, that goes on taking settings away from the global ones: they never end. */
    readonly capturedBy: SectionNode | undefined;
}

/** `name = value`, or `name[key] = value`. */
export interface AssignmentNode extends NodeBase {
    readonly kind: 'assignment';
    readonly name: string;
    readonly nameRange: Range;
    /** Between the brackets. */
    readonly key?: readonly Part[];
    readonly equalsOffset: number;
    /** As written, with its quotes. */
    readonly rawValue: string;
    readonly valueRange: Range;
    readonly value: Value;
    /**
     * The special section that the setting belongs to, which may lie above other headings; undefined where the setting
     * is global.
     */
    readonly capturedBy: SectionNode | undefined;
}

/** `;name = value`: a directive that someone switched off, or an example. */
export interface DisabledAssignmentNode extends NodeBase {
    readonly kind: 'disabledAssignment';
    readonly name: string;
    readonly nameRange: Range;
    readonly rawValue: string;
    readonly valueRange: Range;
    /** Blanks between the `;` and the name: more likely prose. */
    readonly indented: boolean;
}

export interface CommentNode extends NodeBase {
    readonly kind: 'comment';
}

export interface BlankNode extends NodeBase {
    readonly kind: 'blank';
}

/** A line without `=`, which PHP ignores. */
export interface BareKeyNode extends NodeBase {
    readonly kind: 'bareKey';
    readonly name: string;
}

/** What PHP cannot read, or never reads. */
export interface UnreadableNode extends NodeBase {
    readonly kind: 'unreadable';
}

export type PhpIniNode =
    SectionNode | AssignmentNode | DisabledAssignmentNode | CommentNode | BlankNode | BareKeyNode | UnreadableNode;

export interface PhpIniSyntaxProblem {
    /** From 0: where the offending characters are. */
    readonly line: number;
    /** From 1: the line that PHP names, which differs where its counter is wrong or has already moved on. */
    readonly phpLine: number;
    /** In PHP's words: `syntax error, unexpected '('`. */
    readonly message: string;
    readonly offset: number;
    /** Of the offending characters; may be empty at the end of the file. */
    readonly range: Range;
}
