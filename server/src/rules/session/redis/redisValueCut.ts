import type { DocumentContext } from '../../../model/documentContext.ts';
import { encoded } from '../../../phpIni/savePaths/phpQuery.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import type { TornValue } from '../../support/session/meantPath.ts';
import {
    pathFix,
    pathParameters,
    redisPath,
    restsBehind,
    type PathParameter,
    type RedisPath,
} from '../../support/session/redisPath.ts';

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
            ...(path ? path.torn.map(torn => byComma(context, path, torn)) : []),
            ...pathParameters(context).flatMap(one => byAmpersand(context, one) ?? []),
        ];
    },
};

function byComma(
    context: DocumentContext,
    path: RedisPath,
    { kind, value: piece, separators }: TornValue,
): RuleDiagnostic {
    const name = /(?<=[?&])[^?&]*$/.exec(path.value.slice(0, piece.start))?.[0] ?? '';
    const range = placeOf(path.node, path.value, { start: piece.start - name.length, end: piece.end });
    const value = path.value.slice(piece.start, piece.end);
    if (kind === 'number') {
        const text = value.replace(',', '.');
        return {
            range,
            message: `The comma ends the server: phpredis reads ${name}${value.replace(/,.*/, '')}, and looks for a second server. A decimal number has a point.`,
            fixes: () => [pathFix(context, `Write ${text}`, { path, changes: [{ piece, text }], preferred: true })],
        };
    }
    const isBlank = separators.every(({ text }) => text === ' ');
    const sign = encoded(isBlank ? ' ' : ',');
    return {
        range,
        message: `The ${isBlank ? 'blank' : 'comma'} ends the server: phpredis takes the rest of the value for ${separators.length > 1 ? 'further servers' : 'a second server'}. Write ${sign}.`,
        fixes: () => {
            const changes = separators.map(one => ({ piece: one, text: encoded(one.text) }));
            return [pathFix(context, `Write ${sign}: it belongs to the value`, { path, changes })];
        },
    };
}

function byAmpersand(context: DocumentContext, { parameter, path }: PathParameter): RuleDiagnostic | undefined {
    const last = restsBehind(context).get(parameter)?.at(-1);
    const { writtenValue } = parameter;
    if (!last || !writtenValue) {
        return undefined;
    }
    const piece = { start: writtenValue.start, end: last.whole.end };
    // Where one character was not encoded, no other was.
    const rest = path.value.slice(writtenValue.end, piece.end).replace(/[&+:]/g, one => encoded(one));
    const text = path.value.slice(piece.start, writtenValue.end) + rest;
    return {
        range: placeOf(path.node, path.value, { ...piece, start: parameter.whole.start }),
        message: `The & ends the value of ${parameter.name}: phpredis takes the rest for a parameter. Write %26.`,
        fixes: () => [pathFix(context, 'Write %26', { path, changes: [{ piece, text }], preferred: true })],
    };
}
