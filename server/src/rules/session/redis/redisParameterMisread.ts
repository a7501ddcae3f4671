import type { DocumentContext } from '../../../model/documentContext.ts';
import type { RedisServer } from '../../../phpIni/savePaths/redis.ts';
import { TLS_OPTIONS, type RedisParameter } from '../../../phpIni/savePaths/redisParameters.ts';
import { floatOf, intOf, isNumber, isOn } from '../../../phpIni/savePaths/redisValues.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { meantTransport } from '../../support/session/meantPath.ts';
import {
    clusterPath,
    pathFix,
    pathParameters,
    phpredisOf,
    redisPath,
    type PathParameter,
} from '../../support/session/redisPath.ts';
import { socketIn } from './redisSocket.ts';

/** PHP reads a number as far as it is one, and phpredis knows three words for yes. */
export const redisParameterMisread: Rule = {
    code: 'redis-parameter-misread',
    severity: 'warning',
    title: 'phpredis reads something else here',
    reason: 'Of a number PHP reads what is in front of the first character that is none, 0 where nothing is: `timeout=500ms` are 500 seconds, `database=two` is database 0. Parameters are separated by `&`, and by nothing else unless `arg_separator.input` says so. `persistent` is on with `1`, `true` and `yes`; with `On` it is off. Options of TLS are off where they are `0` or empty: `stream[verify_peer]=false` is on. Over `tcp://` they have no effect, and nothing is encrypted.',
    link: 'https://www.php.net/manual/en/language.types.numeric-strings.php',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=500ms"\n',
            marks: ['500ms'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=0.5"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=two&persistent=On"\n',
            marks: ['two', 'On'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=0&persistent=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1.5&read_timeout=2s"\n',
            marks: ['1.5', '2s'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&read_timeout=2"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&stream[verify_peer]=false"\n',
            marks: ['false'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&stream[verify_peer]=0"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?stream[cafile]=/etc/ca.pem"\n',
            marks: ['stream[cafile]=/etc/ca.pem'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?stream[cafile]=/etc/ca.pem"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&failover=replica"\n',
            marks: ['replica'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1;database=3;prefix=S:"\n',
            marks: [';'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&database=3&prefix=S:"\n',
        },
    ],
    passing: [
        {
            text: 'arg_separator.input = ";&"\nsession.save_handler = redis\nsession.save_path = "tcp://h:6379?prefix=a;database=3"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=.5&read_timeout=1e1&weight=2"\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?persistent=YES&database=0"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?persistent=no&database="\n' },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?stream[verify_peer]=0&stream[cafile]=off"\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=0,25&prefix=On"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?timeout=1s"\n' },
    ],
    check(context) {
        return [
            ...semicolons(context),
            ...pathParameters(context)
                .filter(one => !isRefused(one))
                .flatMap(one => {
                    const found = one.known ? verdictsOf(context, one, one.known) : [];
                    return found.map(verdict => diagnostic(context, one, verdict));
                }),
        ];
    },
};

/** What has to be above 0, and is not: another rule's matter. */
function isRefused({ parameter: { name, value }, server }: PathParameter): boolean {
    return (
        server !== undefined &&
        ((name === 'weight' && intOf(value) <= 0) || (name === 'timeout' && floatOf(value) <= 0))
    );
}

function semicolons(context: DocumentContext): RuleDiagnostic[] {
    const path = redisPath(context) ?? clusterPath(context);
    const [first] = path?.semicolons ?? [];
    return path && first
        ? [
              {
                  range: placeOf(path.node, path.value, first),
                  message: 'Parameters are separated by &: with a ; all of it is one value.',
                  fixes: () => {
                      const changes = path.semicolons.map(piece => ({ piece, text: '&' }));
                      return [pathFix(context, 'Separate the parameters by &', { path, changes, preferred: true })];
                  },
              },
          ]
        : [];
}

interface Verdict {
    readonly message: string;
    /** In the place of the value. */
    readonly text?: string;
    readonly isSure?: boolean;
    /** Marks the whole parameter, and writes another scheme. */
    readonly scheme?: true;
}

function verdictsOf(context: DocumentContext, one: PathParameter, known: RedisParameter): Verdict[] {
    const verdict = verdictOf(one, known);
    return known.type === 'tls' ? tlsVerdicts(context, one) : verdict ? [verdict] : [];
}

function verdictOf(one: PathParameter, known: RedisParameter): Verdict | undefined {
    switch (known.type) {
        case 'integer':
        case 'milliseconds':
        case 'seconds':
            return numberVerdict(one, known.type);
        case 'switch':
            return switchVerdict(one);
        case 'word':
            return wordVerdict(one, known);
        default:
            return undefined;
    }
}

function numberVerdict(
    { parameter: { name, value, keys } }: PathParameter,
    type: 'integer' | 'milliseconds' | 'seconds',
): Verdict | undefined {
    const isWhole = type !== 'seconds';
    const read = isWhole ? intOf(value) : floatOf(value);
    const isSame = isNumber(value) && (!isWhole || read === floatOf(value));
    if (value === '' || keys.length > 0 || isSame) {
        return undefined;
    }
    const unit = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|sec|seconds?)$/i.exec(value);
    const seconds = unit && (unit[2]?.toLowerCase() === 'ms' ? Number(unit[1]) / 1000 : Number(unit[1]));
    const text = String(type === 'seconds' && seconds ? seconds : read);
    const what = type === 'integer' ? '' : type === 'seconds' ? ' seconds' : ' milliseconds';
    return {
        message: `PHP reads ${read}${what}: ${name} is ${isWhole ? 'a whole number' : 'a number'}, and nothing else.`,
        text,
        isSure: unit !== null && type === 'seconds',
    };
}

function switchVerdict({ parameter: { value, keys } }: PathParameter): Verdict | undefined {
    return isOn(value) || keys.length > 0 || /^(?:0|no|off|false|)$/i.test(value)
        ? undefined
        : {
              message: 'phpredis takes this for no: it keeps connections with 1, true or yes.',
              ...(/^(?:on|y|t|[1-9]\d*)$/i.test(value) && { text: '1', isSure: true }),
          };
}

function tlsVerdicts(context: DocumentContext, one: PathParameter): Verdict[] {
    const { parameter, server } = one;
    const option = TLS_OPTIONS.find(({ name }) => name === parameter.keys[0]);
    const isOffAsText = option?.isSwitch && /^(?:off|no|false)$/i.test(parameter.value);
    const isFirst = one.all.find(({ name }) => name === 'stream') === parameter;
    const isInVain = server && isFirst && isPlain(server) && phpredisOf(context) !== '5.3';
    return [
        ...(isOffAsText
            ? [
                  {
                      message: `PHP takes ${parameter.value} for on: write 0 to switch ${option.name} off.`,
                      text: '0',
                      isSure: true,
                  },
              ]
            : []),
        ...(isInVain
            ? [
                  {
                      message:
                          'Nothing is encrypted over this connection, and options of TLS have no effect: that takes tls://.',
                      scheme: true as const,
                  },
              ]
            : []),
    ];
}

/** Whether nothing is encrypted, be the scheme right and the server refused for another parameter or not. */
function isPlain(server: RedisServer): boolean {
    const { scheme, host } = server.url;
    const isSocket = server.connection?.transport === 'unix' || socketIn(server) !== undefined;
    // Of options of TLS, phpredis makes TLS where nothing tells the transport.
    return isSocket || (scheme ? meantTransport(scheme.text) === 'tcp' : host !== undefined);
}

function wordVerdict({ parameter: { value } }: PathParameter, { values = [] }: RedisParameter): Verdict | undefined {
    return values.some(one => one.value === value.toLowerCase())
        ? undefined
        : {
              message: `phpredis knows no such word, and takes it for none: ${values.map(one => one.value).join(', ')}.`,
          };
}

function diagnostic(
    context: DocumentContext,
    one: PathParameter,
    { message, text, isSure = false, scheme }: Verdict,
): RuleDiagnostic {
    const { path, parameter, server } = one;
    const piece = scheme ? parameter.whole : (parameter.writtenValue ?? parameter.whole);
    const found = { range: placeOf(path.node, path.value, piece.text === '' ? parameter.whole : piece), message };
    const written = server?.url.scheme;
    if (scheme) {
        return written?.text === 'tcp'
            ? {
                  ...found,
                  fixes: () => [pathFix(context, 'Write tls://', { path, changes: [{ piece: written, text: 'tls' }] })],
              }
            : found;
    }
    return text === undefined
        ? found
        : {
              ...found,
              fixes: () => [
                  pathFix(context, `Change to ${text}`, { path, changes: [{ piece, text }], preferred: isSure }),
              ],
          };
}
