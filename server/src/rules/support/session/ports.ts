import { part, type Piece } from '../../../phpIni/savePaths/pieces.ts';

/** What stands where a server of a URL has its port. */
export interface WrittenPort {
    readonly port: Piece;
    /** Whether PHP refuses the URL for it. */
    readonly isWrong: boolean;
    /** What PHP reads: the digits in front. */
    readonly number: number;
}

const MOST = 65_535;

/** Behind a host; `tcp:h` has none, `redis:6379` is one. */
const written =
    /^(?:(?:(?:[a-z][a-z\d+.-]*:)?\/\/|(?:tcp|tls|ssl|rediss?):)(?:[^/?#]*@)?|[^/?#:@]*@(?:[^/?#]*@)?)?(?!(?:tcp|tls|ssl|unix|rediss?|file):(?!\d+(?:[/?#]|$)))(?:\[[^\]]*\]|[^:/?#[\]@;|&=]+):(?<port>[^/?#:@]+)(?=[/?#]|$)/di;

/** By itself: of a URL with a wrong port, PHP's parser has no parts at all. */
export function portIn(whole: Piece): WrittenPort | undefined {
    const { text } = whole;
    const [start, end] = written.exec(text)?.indices?.groups?.port ?? [0, 0];
    const port = part(whole, start, end);
    const number = Number(/^\+?(\d+)/.exec(port.text)?.[1] ?? NaN);
    return port.text === ''
        ? undefined
        : { port, number, isWrong: Number.isNaN(number) || number > MOST || port.text.length > 5 };
}
