/** Takes text that ends anywhere. */
export type Output = (text: string) => void;

export interface Region {
    readonly write: Output;
    /** Nothing more comes; `line`, without its end, is the last of it. */
    end(line: string): void;
}

interface Kept {
    text: string;
    ended: boolean;
}

/**
 * Shows what parts of a run print that run side by side: one part at a time, in the order in which they began, as it
 * comes. What the others print is kept until their turn; how one of them ended is told at once.
 */
export class Screen {
    readonly #show: Output;
    /** The first is the one that is shown. */
    readonly #parts: Kept[] = [];

    constructor(show: Output) {
        this.#show = show;
    }

    begin(): Region {
        const part: Kept = { text: '', ended: false };
        this.#parts.push(part);
        return {
            write: text => {
                part.text += text;
                this.#showTurn();
            },
            end: line => {
                if (this.#parts[0] !== part) {
                    this.#show(`${line}; what it printed follows\n`);
                }
                part.text += `${line}\n`;
                part.ended = true;
                this.#showTurn();
            },
        };
    }

    /** A line about no part, shown at once. */
    tell(line: string): void {
        this.#show(`${line}\n`);
    }

    #showTurn(): void {
        for (;;) {
            const [part] = this.#parts;
            if (part === undefined) {
                return;
            }
            if (part.text !== '') {
                this.#show(part.text);
                part.text = '';
            }
            if (!part.ended) {
                return;
            }
            this.#parts.shift();
        }
    }
}
