/** What a simple command runs: its program, and the script that says what an interpreter does: `php`, `artisan`. */
export type Chain = readonly string[];

/** What starts something else, and says nothing itself. */
interface Wrapper {
    /** Its options whose value is a word of its own. */
    readonly valued?: readonly string[];
    /** How many words stand between its options and the program. */
    readonly words?: number;
}

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
    ...['sh', 'bash', 'ash', 'dash', 'zsh', 'nohup', 'time', 'command', 'setsid', 'unbuffer', 'catatonit'].map(alone),
    ...['service', 'init', 'with-contenv', 'if', 'then', 'else', 'while', 'until', 'do', '!', '{'].map(alone),
    ['exec', { valued: options('-a') }],
    ['env', { valued: options('-u --unset -C --chdir') }],
    ['tini', { valued: options('-p -e') }],
    ['dumb-init', { valued: options('-r --rewrite') }],
    ...['gosu', 'su-exec', 's6-setuidgid', 'setuidgid', 'chroot', 'chrt', 'taskset'].map(withWord),
    ['chpst', { valued: options('-u -U -e -/ -n -l -L -m -o -p') }],
    ['sudo', { valued: options('-u --user -g --group -h -p -C -r -t -T -D -R') }],
    ['doas', { valued: options('-u -C') }],
    ['runuser', { valued: options('-u --user -g -G -s --shell') }],
    ['setpriv', { valued: options('--reuid --regid --groups --inh-caps --bounding-set --securebits') }],
    ['timeout', { valued: options('-k --kill-after -s --signal'), words: 1 }],
    ['nice', { valued: options('-n --adjustment') }],
    ['ionice', { valued: options('-c --class -n --classdata') }],
    ['stdbuf', { valued: options('-i -o -e') }],
    ['flock', { valued: options('-w --timeout -E'), words: 1 }],
    ['watch', { valued: options('-n --interval') }],
    ['xargs', { valued: options('-n -P -I -L') }],
    ['dockerize', { valued: options('-wait -timeout -template -stdout -stderr -wait-retry-interval') }],
]);

/** What a shell does by itself or to make things ready, and what says nothing of what it is made ready for. */
const CHORES = new Set([
    ...['true', 'false', ':', 'done', 'fi', 'esac', 'cd', 'echo', 'printf', 'export', 'set', 'test', '[', '[[', 'trap'],
    ...['ulimit', 'umask', 'source', '.', 'chown', 'chmod', 'mkdir', 'ln', 'cp', 'mv', 'rm', 'cat', 'touch', 'sed'],
    ...['envsubst', 'usermod', 'groupmod', '}'],
]);

/** No command that starts a server has its program behind more. */
const MOST_WORDS = 64;

/** Has the program behind `-c`, and a user before or behind that. */
const SWITCH_USER = 'su';

/** Scripts that make things ready, and go on with what their arguments say. */
const SCRIPT = /entrypoint|^wait-for|(?<!^cron)\.sh$/;

/** Programs that do what a script says, and their options whose value is a word of its own. */
const INTERPRETERS: readonly { readonly name: RegExp; readonly valued: readonly string[] }[] = [
    { name: /^php[\d.]*$/, valued: options('-c -d -t -z') },
    { name: /^(?:python|perl|ruby)[\d.]*$/, valued: options('-W -X -I') },
];
/** What says that an interpreter does something without a script. */
const NO_SCRIPT = /^-[rSBREm]/;

/** Servers that are asked to look at their configuration serve nothing. */
const CHECKS: readonly { readonly server: RegExp; readonly argument: RegExp }[] = [
    {
        server: /^(?:nginx|openresty|php-fpm|apache2|apachectl|apache2ctl|httpd)/,
        argument: /^(?:-t+|-[TvVim]|configtest)$/,
    },
    { server: /^haproxy$/, argument: /^-(?:c|v+)$/ },
];

function options(names: string): readonly string[] {
    return names.split(' ');
}

function alone(name: string): [string, Wrapper] {
    return [name, {}];
}

/** A user, a processor: what the program is to run as or on. */
function withWord(name: string): [string, Wrapper] {
    return [name, { words: 1 }];
}

/** Of each simple command of a command line that runs something. */
export function chainsOf(command: string): Chain[] {
    return command
        .split(/&&|\|\||[;&|\n]|\s--\s/)
        .map(part => chainOf(wordsOf(part)))
        .filter(chain => chain.length > 0);
}

function wordsOf(part: string): readonly string[] {
    return part
        .split(/[\s"'()`]+/)
        .filter(word => word !== '')
        .slice(0, MOST_WORDS);
}

function chainOf(words: readonly string[]): Chain {
    const [word, ...rest] = words;
    if (word === undefined) {
        return [];
    }
    const name = nameOf(word);
    if (name === SWITCH_USER) {
        return chainOf(rest.slice(rest.includes('-c') ? rest.indexOf('-c') + 1 : rest.length));
    }
    const wrapper = WRAPPERS.get(name);
    if (wrapper) {
        return chainOf(behind(rest, wrapper));
    }
    if (isOption(word) || SCRIPT.test(name)) {
        return chainOf(rest);
    }
    if (name === 'frankenphp' && rest[0] === 'php-cli') {
        return chainOf(['php', ...rest.slice(1)]);
    }
    const isCheck = CHECKS.some(({ server, argument }) => server.test(name) && argument.test(rest[0] ?? ''));
    return isCheck || CHORES.has(name) ? [] : [name, ...scriptOf(name, rest)];
}

/** The words from the program on that a wrapper starts. */
function behind(words: readonly string[], { valued = [], words: before = 0 }: Wrapper): readonly string[] {
    const [word, ...rest] = words;
    if (word === undefined) {
        return [];
    }
    if (isOption(word)) {
        return behind(rest.slice(valued.includes(word) ? 1 : 0), { valued, words: before });
    }
    return before === 0 ? words : behind(rest, { valued, words: before - 1 });
}

/** The script of an interpreter, and what an `artisan` is told to do: `octane:start` makes it a server. */
function scriptOf(name: string, words: readonly string[]): Chain {
    if (name === 'artisan') {
        return words.filter(word => !isOption(word)).slice(0, 1);
    }
    const { valued } = INTERPRETERS.find(candidate => candidate.name.test(name)) ?? {};
    for (let index = 0; valued !== undefined && index < words.length; index++) {
        const word = words[index] ?? '';
        if (NO_SCRIPT.test(word)) {
            return [word.slice(0, 2)];
        }
        if (valued.includes(word)) {
            index++;
        } else if (!isOption(word)) {
            const script = nameOf(word);
            return [script, ...scriptOf(script, words.slice(index + 1))];
        }
    }
    return [];
}

function isOption(word: string): boolean {
    return /^-|^\w+=/.test(word);
}

/** Without its folder, and without the colon with which processes name themselves: `php-fpm: master process`. */
function nameOf(word: string): string {
    return (word.split('/').at(-1) ?? '').replace(/:$/, '');
}
