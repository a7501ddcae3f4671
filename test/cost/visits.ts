// What the language's own methods do is in no count of executed code: how much of a text or a list they pass over is
// counted here.

type Method = (this: unknown, ...args: unknown[]) => unknown;

interface Call {
    readonly subject: { readonly length: number };
    readonly args: readonly unknown[];
    readonly result: unknown;
    /** Where a regular expression began to look. */
    readonly from: number;
}

/** Characters or elements that a call passed over. */
type Visited = (call: Call) => number;

const once: Visited = () => 1;
const whole: Visited = ({ subject }) => subject.length;
const ofResult: Visited = ({ result }) => (result as readonly unknown[]).length;
const ofArgument: Visited = ({ args: [argument] }) => (argument as string).length;
/** A regular expression counts for itself. */
const wholeForText: Visited = ({ subject, args: [pattern] }) => (pattern instanceof RegExp ? 0 : subject.length);

const forward: Visited = ({ subject, args: [, from], result }) => {
    const start = Math.max(0, Number(from ?? 0));
    return Math.max(1, (result === -1 ? subject.length : Number(result)) - start);
};

const backward: Visited = ({ subject, args: [, from], result }) =>
    Math.max(1, Math.min(Number(from ?? Infinity), subject.length) - Math.max(0, Number(result)));

/** What is behind moves. */
const behind: Visited = ({ subject, args: [start] }) => Math.max(1, subject.length - Number(start));

/** To the end of the match; without one to the end of the text, unless it may only match where it begins. */
const matching: Visited = ({ subject, args: [text], result, from }) => {
    const { sticky } = subject as unknown as RegExp;
    const match = result as RegExpExecArray | null;
    return Math.max(1, (match ? match.index + match[0].length : sticky ? 0 : String(text).length) - from);
};

const prototypeOf = (iterator: object): object => Object.getPrototypeOf(iterator) as object;

const counted: readonly [owner: object, name: string, methods: string, Visited][] = [
    [String.prototype, 'String', 'indexOf', forward],
    [String.prototype, 'String', 'lastIndexOf', backward],
    [String.prototype, 'String', 'split replace replaceAll match matchAll search', wholeForText],
    [String.prototype, 'String', 'toLowerCase toUpperCase toLocaleLowerCase trim trimStart trimEnd normalize', whole],
    [String.prototype, 'String', 'includes localeCompare', whole],
    [String.prototype, 'String', 'startsWith endsWith', ofArgument],
    [String.prototype, 'String', 'repeat padStart padEnd', ofResult],
    [prototypeOf(''[Symbol.iterator]()), 'StringIterator', 'next', once],
    [RegExp.prototype, 'RegExp', 'exec', matching],
    [Array.prototype, 'Array', 'indexOf', forward],
    [Array.prototype, 'Array', 'lastIndexOf', backward],
    [Array.prototype, 'Array', 'includes join reverse shift unshift fill sort toSorted toReversed', whole],
    [Array.prototype, 'Array', 'splice', behind],
    [Array.prototype, 'Array', 'slice concat flat filter', ofResult],
    [prototypeOf([][Symbol.iterator]()), 'ArrayIterator', 'next', once],
    [prototypeOf(new Map().entries()), 'MapIterator', 'next', once],
    [prototypeOf(new Set().values()), 'SetIterator', 'next', once],
    [Array, 'Array', 'from', ofResult],
    [Object, 'Object', 'keys values entries', ofResult],
    [JSON, 'JSON', 'stringify', ofResult],
    [JSON, 'JSON', 'parse', ofArgument],
];

/** How much each of the language's methods passes over while the work is done, by the method's name. */
export function visitedBy(work: () => void): Map<string, number> {
    const visits = new Map<string, number>();
    const undo: (() => void)[] = [];
    for (const [owner, ownerName, methods, visited] of counted) {
        for (const name of methods.split(' ')) {
            const original = Reflect.get(owner, name) as Method;
            const key = `${ownerName}.${name}`;
            let sum = 0;
            const counting: Method = function (...args) {
                const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
                const result = Reflect.apply(original, this, args);
                sum += visited({ subject: this as Call['subject'], args, result, from });
                return result;
            };
            undo.push(() => {
                Reflect.set(owner, name, original);
                visits.set(key, sum);
            });
            Reflect.set(owner, name, counting);
        }
    }
    try {
        work();
    } finally {
        undo.forEach(restore => {
            restore();
        });
    }
    return visits;
}
