import type { DocumentContext } from '../../../model/documentContext.ts';
import { encoded, type Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import {
    pathFix,
    pathParameters,
    redisPath,
    type PathParameter,
    type RedisPath,
    type TornValue,
} from '../../support/redisPath.ts';

/** `&`, a comma and a blank end a value, and the rest of it is something else to phpredis. */
export const redisValueCut: Rule = {
    code: 'redis-value-cut',
    severity: 'error',
    title: 'A character of this value ends it',
    reason: 'Parameters are separated by `&`, servers by commas and blanks, also where they stand in a password. phpredis logs in with what is in front of it, and takes the rest for another parameter, or for another server, which it looks for under that name. Write `%26` for `&`, `%2C` for a comma, `%20` for a blank. A decimal number has a point: `timeout=0.25`.',
    link: 'https://www.php.net/manual/en/function.parse-str.php',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a&b"\n',
            marks: ['auth=a&b'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a%26b"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=se,cret&database=2"\n',
            marks: ['auth=se,cret'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=se%2Ccret&database=2"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=0,25&prefix=S:"\n',
            marks: ['timeout=0,25'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=0.25&prefix=S:"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=me&auth[]=a b c"\n',
            marks: ['auth[]=a b c'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=me&auth[]=a%20b%20c"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&auth=a&b&c&timeout=2"\n',
            marks: ['auth=a&b&c'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&auth=a%26b%26c&timeout=2"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a%26b%2Cc%20d"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a,i:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a, cache"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=2,10.0.0.1"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a&persistent"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&auth=a,b c;d"\n' },
    ],
    check(context) {
        const path = redisPath(context);
        return [
            ...(path?.torn ?? []).map(torn => byComma(context, path as RedisPath, torn)),
            ...pathParameters(context).flatMap(one => byAmpersand(context, one) ?? []),
        ];
    },
};

function byComma(context: DocumentContext, path: RedisPath, torn: TornValue): RuleDiagnostic {
    const { parameter, kind, whole } = torn;
    const piece = { start: whole.start, end: endOf(torn) };
    const value = path.value.slice(piece.start, piece.end);
    const range = placeOf(path.node, path.value, { ...piece, start: parameter.whole.start });
    if (kind === 'number') {
        const text = value.replace(',', '.');
        return {
            range,
            message: `The comma ends the server: phpredis reads ${parameter.name}=${parameter.value}, and looks for a second server. A decimal number has a point.`,
            fixes: () => [pathFix(context, `Write ${text}`, { path, changes: [{ piece, text }], preferred: true })],
        };
    }
    const text = value.replace(/[, ]/g, one => encoded(one));
    const isBlank = !value.includes(',');
    return {
        range,
        message: `The ${isBlank ? 'blank' : 'comma'} ends the server: phpredis takes the rest of the value for ${torn.count > 1 ? 'further servers' : 'a second server'}. Write ${isBlank ? '%20' : '%2C'}.`,
        fixes: () => [
            pathFix(context, `Write ${isBlank ? '%20' : '%2C'}: it belongs to the value`, {
                path,
                changes: [{ piece, text }],
            }),
        ],
    };
}

/** Parameters behind it belong to the server, once that is whole. */
function endOf({ whole }: TornValue): number {
    const end = /[&#]/.exec(whole.text.slice(whole.text.search(/[, ]/)))?.index;
    return end === undefined ? whole.end : whole.start + whole.text.search(/[, ]/) + end;
}

/** What has no `=`, is nothing that phpredis knows, and stands right behind a text. */
function byAmpersand(
    context: DocumentContext,
    { parameter, known, path, all }: PathParameter,
): RuleDiagnostic | undefined {
    if (known?.type !== 'login' && known?.type !== 'text') {
        return undefined;
    }
    const rest = restOf(context, all.slice(all.indexOf(parameter) + 1));
    const last = rest.at(-1);
    const { writtenValue } = parameter;
    if (!last || !writtenValue) {
        return undefined;
    }
    const piece = { start: writtenValue.start, end: last.whole.end };
    const text = path.value.slice(piece.start, piece.end).replaceAll('&', '%26');
    return {
        range: placeOf(path.node, path.value, { ...piece, start: parameter.whole.start }),
        message: `The & ends the value of ${parameter.name}: phpredis takes the rest for a parameter. Write %26.`,
        fixes: () => [pathFix(context, 'Write %26', { path, changes: [{ piece, text }], preferred: true })],
    };
}

function restOf(context: DocumentContext, behind: readonly Parameter[]): readonly Parameter[] {
    const known = new Set(pathParameters(context).flatMap(({ parameter, known }) => (known ? [parameter] : [])));
    const end = behind.findIndex(one => one.writtenValue !== undefined || known.has(one));
    return end < 0 ? behind : behind.slice(0, end);
}
