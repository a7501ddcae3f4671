import type { DocumentContext } from '../../../model/documentContext.ts';
import { encoded, type Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import {
    isNeeded,
    loginText,
    pathFix,
    pathParameters,
    withoutParameter,
    type PathParameter,
} from '../../support/session/redisPath.ts';

/** Three forms log in; of others phpredis makes another password, or none. */
export const redisAuthMisread: Rule = {
    code: 'redis-auth-misread',
    severity: 'warning',
    title: 'phpredis logs in with something else',
    reason: 'Parameters are read as those of a URL: a `+` is a blank, and `%2B` a `+`. There are three ways to log in: `auth=password`, `auth[]=user&auth[]=password`, and `auth[user]=user&auth[pass]=password`. Of `auth=user:password` all is the password, and Redis refuses it. With other names in the brackets, or more than two of them, phpredis does not log in at all; with an empty user or password it tries to, and is refused.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a+b"\n',
            marks: ['a+b'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a%2Bb"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=bob:pw&database=1"\n',
            marks: ['bob:pw'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=bob&auth[]=pw&database=1"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&auth[username]=bob&auth[password]=p+w"\n',
            marks: ['auth[username]=bob&auth[password]=p+w'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&auth[user]=bob&auth[pass]=p%2Bw"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=&auth[]=pw"\n',
            marks: ['auth[]=&auth[]=pw'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=pw"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth="\n',
            marks: ['auth='],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=a&auth[]=b&auth[]=c"\n',
            marks: ['auth[]=a&auth[]=b&auth[]=c'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a%2Bb%3Ac"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=me&auth[]=a:b"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[pass]=b&auth[user]=a"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=secret&prefix=a+b"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\n' },
    ],
    check(context) {
        const logins = pathParameters(context).filter(({ parameter }) => parameter.name === 'auth');
        // Server by server.
        return logins
            .filter(({ parameter, all }) => all.find(({ name }) => name === 'auth') === parameter)
            .flatMap(first => ofServer(context, first));
    },
};

function ofServer(context: DocumentContext, first: PathParameter): RuleDiagnostic[] {
    const parameters = first.all.filter(({ name }) => name === 'auth');
    // Of a text and a list, PHP keeps the last.
    if (new Set(parameters.map(({ keys: { length } }) => Math.min(1, length))).size > 1) {
        return [];
    }
    const wrong = wrongForm(context, first, parameters);
    return wrong ? [wrong] : parameters.flatMap(parameter => wrongCharacter(context, { ...first, parameter }) ?? []);
}

function wrongForm(
    context: DocumentContext,
    first: PathParameter,
    parameters: readonly Parameter[],
): RuleDiagnostic | undefined {
    const [one, ...others] = parameters;
    const byKey = new Map(parameters.map(parameter => [parameter.keys.join(' '), parameter]));
    if (one?.keys.length === 0) {
        return others.length === 0 && one.value === '' ? emptyPassword(context, first) : undefined;
    }
    if (byKey.size !== parameters.length || byKey.has('')) {
        return undefined;
    }
    const user = byKey.get('user') ?? byKey.get('0');
    const password = byKey.get('pass') ?? byKey.get(byKey.size === 2 ? '1' : '0');
    if (byKey.size > 2 || !password || (byKey.size === 2 && !user)) {
        return notUnderstood(context, first, parameters);
    }
    return byKey.size === 2 && user?.value === '' ? emptyUser(context, first, { user, password }) : undefined;
}

function emptyPassword(context: DocumentContext, first: PathParameter): RuleDiagnostic {
    const { path, parameter, all } = first;
    return {
        range: placeOf(path.node, path.value, parameter.whole),
        message:
            'phpredis logs in with an empty password, and Redis refuses that. Leave auth out where Redis wants no password.',
        fixes: () =>
            isNeeded(first) || all.some(({ writtenValue }) => !writtenValue)
                ? []
                : [pathFix(context, 'Remove auth', { path, changes: [withoutParameter(first)] })],
    };
}

function emptyUser(
    context: DocumentContext,
    first: PathParameter,
    { user, password }: { user: Parameter; password: Parameter },
): RuleDiagnostic {
    const { path } = first;
    const text = `auth=${loginText(path.value.slice(password.writtenValue?.start, password.writtenValue?.end))}`;
    return {
        range: placeOf(path.node, path.value, stretch([user, password])),
        message:
            'phpredis logs in as a user without a name, and Redis refuses that: with a password alone, write auth=.',
        fixes: () =>
            password.value !== '' && areNeighbours(first, [user, password])
                ? [pathFix(context, 'Write auth=', { path, changes: [{ piece: stretch([user, password]), text }] })]
                : [],
    };
}

/** From the first of them to the last, by their places. */
function stretch(parameters: readonly Parameter[]): Pick<Piece, 'start' | 'end'> {
    return {
        start: Math.min(...parameters.map(({ whole }) => whole.start)),
        end: Math.max(...parameters.map(({ whole }) => whole.end)),
    };
}

function areNeighbours({ all }: PathParameter, parameters: readonly Parameter[]): boolean {
    const { start, end } = stretch(parameters);
    return all.filter(({ whole }) => whole.start >= start && whole.end <= end).length === parameters.length;
}

const userNames = /^(?:user_?(?:name)?|login|name)$/i;
const passwordNames = /^(?:pass_?(?:word|wd|phrase)?|pwd?|secret)$/i;

function notUnderstood(
    context: DocumentContext,
    first: PathParameter,
    parameters: readonly Parameter[],
): RuleDiagnostic {
    const { path } = first;
    const known = parameters.map(({ keys: [key = ''] }) =>
        userNames.test(key) ? 'user' : passwordNames.test(key) ? 'pass' : undefined,
    );
    const isMeant =
        parameters.every(({ value }) => value !== '') &&
        known.includes('pass') &&
        new Set(known).size === parameters.length &&
        !known.includes(undefined);
    const changes = parameters.map(({ whole, writtenValue }, index) => ({
        piece: whole,
        text: `auth[${known[index] ?? ''}]=${path.value.slice(writtenValue?.start, writtenValue?.end).replaceAll('+', '%2B')}`,
    }));
    return {
        range: placeOf(path.node, path.value, stretch(parameters)),
        message: `phpredis makes nothing of this, and does not log in: write auth[]=user&auth[]=password.`,
        fixes: () =>
            isMeant ? [pathFix(context, 'Write auth[user]= and auth[pass]=', { path, changes, preferred: true })] : [],
    };
}

function wrongCharacter(context: DocumentContext, one: PathParameter): RuleDiagnostic | undefined {
    const { path, parameter } = one;
    const { writtenValue, keys } = parameter;
    if (!writtenValue) {
        return undefined;
    }
    const range = placeOf(path.node, path.value, writtenValue);
    const change = (title: string, text: string, piece: Piece = writtenValue): Fix =>
        pathFix(context, title, { path, changes: [{ piece, text }] });
    // Where a comma has torn it apart, it has that as well.
    const written = path.value.slice(writtenValue.start, writtenValue.end);
    if (keys.length === 0 && /^[^:]+:.*[^:]$/.test(written)) {
        const [user = ''] = written.split(':', 1);
        const password = written.slice(user.length + 1);
        return {
            range,
            message: `phpredis takes all of it for the password: user and password are auth[]=user&auth[]=password. A colon of the password is %3A.`,
            fixes: () => [
                change(
                    'Log in with user and password',
                    `auth[]=${loginText(user)}&auth[]=${loginText(password)}`,
                    parameter.whole,
                ),
                change('Write %3A: it is the password', loginText(written)),
            ],
        };
    }
    return written.includes('+')
        ? {
              range,
              message: 'phpredis reads each + as a blank. Write %2B for a +, %20 for a blank.',
              fixes: () => [
                  change('Write %2B: there is a + in it', written.replaceAll('+', encoded('+'))),
                  change('Write %20: there is a blank in it', written.replaceAll('+', encoded(' '))),
              ],
          }
        : undefined;
}
