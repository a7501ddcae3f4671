import type { DocumentContext } from '../../../model/documentContext.ts';
import type { Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import {
    REDIS_PARAMETERS,
    TLS_OPTIONS,
    redisParameter,
    type RedisHandler,
} from '../../../phpIni/savePaths/redisParameters.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { nearest } from '../../support/nearest.ts';
import { isBeforeRest } from '../../support/session/meantPath.ts';
import {
    clusterPath,
    isNeeded,
    loginText,
    pathFix,
    pathParameters,
    phpredisOf,
    restsBehind,
    withoutParameter,
    type PathParameter,
} from '../../support/session/redisPath.ts';

/** What other clients of Redis call it. */
const otherNames: ReadonlyMap<string, string> = new Map(
    Object.entries({
        database: ['db', 'dbindex', 'db_index', 'index'],
        auth: ['password', 'pass', 'passwd', 'pwd', 'secret'],
        timeout: ['connect_timeout', 'connection_timeout', 'connecttimeout'],
        read_timeout: ['readtimeout', 'read_write_timeout', 'read-timeout'],
        persistent: ['pconnect'],
        retry_interval: ['retry'],
        prefix: ['key_prefix', 'keyprefix', 'namespace'],
        seed: ['seeds'],
        failover: ['slave_failover'],
    }).flatMap(([name, others]) => others.map(other => [other, name])),
);

const users = /^(?:user|username|user_name|login)$/;

/** phpredis looks for the parameters that it knows, and at nothing else. */
export const redisParameterUnknown: Rule = {
    code: 'redis-parameter-unknown',
    severity: 'warning',
    title: 'phpredis knows no such parameter',
    reason: 'phpredis takes from the save path the parameters that it knows, and says nothing of others: with `?db=3` sessions are in database 0, with `?password=x` it does not log in. The handler `redis` knows `weight`, `timeout`, `read_timeout`, `retry_interval`, `persistent`, `persistent_id`, `prefix`, `auth`, `database` and `stream`; `rediscluster` knows `seed`, `timeout`, `read_timeout`, `persistent`, `prefix`, `auth`, `failover` and `stream`. Capital letters are other letters.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?db=3"\n',
            marks: ['db'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=3"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&password=a+b"\n',
            marks: ['password'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&auth=a%2Bb"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?user=me&password=x"\n',
            marks: ['user', 'password'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[]=me&auth[]=x"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&amp;Prefix=S:"\n',
            marks: ['amp;Prefix'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&prefix=S:"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&database=1"\n',
            marks: ['database'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&verify_peer=0&foo=bar"\n',
            marks: ['verify_peer', 'foo'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&stream[verify_peer]=0"\n',
        },
    ],
    passing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=3&persistent_id=x&retry_interval=1"\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?%64atabase=3"\n' },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[user]=a&auth[pass]=b&stream[cafile]=/ca"\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a&b"\n' },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&failover=error&read_timeout=2"\n',
        },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?db=1"\n' },
    ],
    check(context) {
        const rests = new Set([...restsBehind(context).values()].flat());
        // Seeds under the handler redis are another rule's matter, and so is the rest of a value.
        const unknown = pathParameters(context).filter(
            ({ known, parameter }) => !known && parameter.name !== 'seed' && !rests.has(parameter),
        );
        return isNoQuery(context) ? [] : unknown.map(one => diagnostic(context, one));
    },
};

/** A URL, say, under the handler of clusters: another rule's matter. */
function isNoQuery(context: DocumentContext): boolean {
    const cluster = clusterPath(context);
    return cluster?.refusal === 'seeds' && !cluster.parameters.some(({ name }) => /^seeds?$/i.test(name));
}

function diagnostic(context: DocumentContext, one: PathParameter): RuleDiagnostic {
    const { path, parameter, handler } = one;
    const meant = meantBy(one);
    const isOther = handler === 'rediscluster' && redisParameter('redis', parameter.name) !== undefined;
    const what = isOther
        ? `Of a cluster phpredis knows no ${parameter.name}`
        : `phpredis knows no parameter ${shown(parameter)}`;
    return {
        range: placeOf(path.node, path.value, parameter.writtenName),
        message: `${what}, and does not look at it.${meant === undefined ? '' : ` Write ${meant}.`}`,
        fixes: () => fixes(context, one, meant),
    };
}

/** Nothing that may be a password. */
function shown({ name }: Parameter): string {
    return name.length > 30 ? `${name.slice(0, 30)}\u2026` : name;
}

/** As it has to be written; undefined where nobody knows, or it is there already. */
function meantBy({ parameter, handler, all }: PathParameter): string | undefined {
    const name = parameter.name.replace(/^(?:amp;|\\?)/, '').toLowerCase();
    if (users.test(name)) {
        return 'auth[]=user&auth[]=password';
    }
    const option = TLS_OPTIONS.find(
        one => one.name.toLowerCase() === (parameter.name === 'ssl' ? parameter.keys[0] : name),
    );
    const meant = option ? `stream[${option.name}]` : knownName(handler, name);
    const isThere = meant !== undefined && meant !== 'seed' && namesIn(all).has(meant);
    return meant === undefined || isThere ? undefined : meant === 'seed' ? 'seed[]' : meant;
}

const namesByServer = new WeakMap<readonly Parameter[], ReadonlySet<string>>();

/** Looked at once for all parameters that a server may have. */
function namesIn(all: readonly Parameter[]): ReadonlySet<string> {
    const found = namesByServer.get(all) ?? new Set(all.map(({ name }) => name));
    namesByServer.set(all, found);
    return found;
}

function knownName(handler: RedisHandler, name: string): string | undefined {
    const names = REDIS_PARAMETERS.filter(({ handlers }) => handlers.includes(handler)).map(one => one.name);
    const isKnown = (one: string): boolean => names.includes(one);
    const other = otherNames.get(name);
    if (isKnown(name)) {
        return name;
    }
    return other !== undefined && isKnown(other)
        ? other
        : name.length > 3
          ? nearest(name, names, name.length > 5 ? 2 : 1)
          : undefined;
}

function fixes(context: DocumentContext, one: PathParameter, meant: string | undefined): Fix[] {
    const { path, parameter, all } = one;
    // What has no value might be taken for the rest of what is in front of it then.
    const next = all[all.indexOf(parameter) + 1];
    const isBeforeValue = next ? !next.writtenValue : isBeforeRest(path.value, parameter.whole.end);
    const removal =
        isNeeded(one) || isBeforeValue
            ? []
            : [pathFix(context, `Remove ${shown(parameter)}`, { path, changes: [withoutParameter(one)] })];
    const login = loginOf(all);
    if (login) {
        return login.user === parameter || login.password === parameter ? loginFixes(context, one, login) : removal;
    }
    const { whole, writtenName, writtenValue } = parameter;
    const value = writtenValue?.text ?? '';
    if (meant === undefined || users.test(parameter.name) || !isWell(one, meant, value)) {
        return removal;
    }
    const brackets = meant.includes('[') ? '' : (/(?:\[[^[\]]*\]|%5B[^%]*%5D)$/i.exec(writtenName.text)?.[0] ?? '');
    const text = `${meant}${brackets}=${meant === 'auth' ? loginText(value) : value}`;
    const isSure = isOtherName(parameter) || writtenName.text.startsWith('amp;');
    const preferred = isSure && !(meant.startsWith('stream') && needs6(context, one));
    return [pathFix(context, `Write ${meant}`, { path, changes: [{ piece: whole, text }], preferred }), ...removal];
}

/** Whether phpredis would read it under the other name as it is written: there may be more that is wrong with it. */
function isWell({ handler, all, parameter }: PathParameter, meant: string, written: string): boolean {
    const next = all[all.indexOf(parameter) + 1];
    switch (redisParameter(handler, meant.replace(/\[.*/, ''))?.type) {
        case 'integer':
        case 'milliseconds':
            return /^\d{1,9}$/.test(written);
        case 'seconds':
            return /^\d{1,9}(?:\.\d+)?$/.test(written);
        case 'switch':
            return /^(?:[01]|true|false|yes|no)$/i.test(written);
        case 'seed':
            return /^(?:(?:tcp|tls|ssl):\/\/)?[\w.-]+:\d{1,5}$/.test(written);
        case 'word':
            return /^(?:none|error|distribute)$/.test(written);
        case 'tls':
            return /^(?!(?:off|no|false)$)[^;]+$/i.test(written);
        default:
            // What has no value would be taken for the rest of it.
            return written !== '' && (!next || next.writtenValue !== undefined);
    }
}

function isOtherName({ name }: Parameter): boolean {
    return otherNames.has(name.toLowerCase()) || redisParameter('redis', name.toLowerCase()) !== undefined;
}

/** phpredis 5.3 has options of TLS for clusters only. */
function needs6(context: DocumentContext, { handler }: PathParameter): boolean {
    return handler === 'redis' && phpredisOf(context) !== '6';
}

interface Login {
    readonly user: Parameter;
    readonly password: Parameter;
}

/** Of one server: user and password, under names that phpredis does not know. */
function loginOf(all: readonly Parameter[]): Login | undefined {
    const user = all.find(({ name }) => users.test(name));
    const password = all.find(({ name }) => otherNames.get(name) === 'auth');
    const isComplete = user && password && user.value !== '' && password.value !== '';
    return isComplete && !all.some(({ name }) => name === 'auth') ? { user, password } : undefined;
}

/** The one fix of both: at the first of them, so that each is mended once. */
function loginFixes(context: DocumentContext, { path, parameter }: PathParameter, { user, password }: Login): Fix[] {
    const changes = [user, password]
        .map(one => ({
            piece: one.whole,
            text: one === user ? `auth[]=${text(user)}` : `auth[]=${text(password)}`,
        }))
        .sort((a, b) => a.piece.start - b.piece.start);
    const isFirst = parameter.whole.start === changes[0]?.piece.start;
    // phpredis counts them: the user comes first.
    const [first, second] = changes;
    const ordered =
        user.whole.start < password.whole.start || !first || !second
            ? changes
            : [
                  { ...first, text: second.text },
                  { ...second, text: first.text },
              ];
    return isFirst
        ? [pathFix(context, 'Write auth[]=user&auth[]=password', { path, changes: ordered, preferred: true })]
        : [];
}

function text({ writtenValue }: Parameter): string {
    return loginText(writtenValue?.text ?? '');
}
