import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { pathParameters, phpredisOf } from '../../support/session/redisPath.ts';

/** Unless Redis has been told otherwise. */
const DATABASES = 16;

const outcomes = {
    '6': 'no session starts',
    '5.3': 'sessions are kept in database 0, without a word',
} as const;

/** The two versions differ in what becomes of it. */
export const redisDatabaseRange: Rule = {
    code: 'redis-database-range',
    severity: 'information',
    title: 'Redis has 16 databases unless told otherwise',
    reason: 'Redis has the databases 0 to 15, unless `databases` in its own configuration says more. Of one that it does not have, phpredis 6 makes no connection, and no session starts; phpredis 5.3 goes on in database 0, where the sessions of others may be (measured). A number below 0 is taken for none.',
    link: 'https://redis.io/docs/latest/commands/select/',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=16"\n',
            marks: ['16'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=-2&weight=1"\n',
            marks: ['-2'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=15"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=-1"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:6379&database=16"\n' },
    ],
    check(context) {
        const version = phpredisOf(context);
        return pathParameters(context).flatMap(({ parameter: { name, value, writtenValue }, path, server }) => {
            const number = name === 'database' && server && /^-?\d+$/.test(value) ? Number(value) : 0;
            if (!writtenValue || (number >= -1 && number < DATABASES)) {
                return [];
            }
            const outcome = version
                ? outcomes[version]
                : `with phpredis 6 ${outcomes['6']}, with 5.3 ${outcomes['5.3']}`;
            const message =
                number < 0
                    ? `There is no database ${value}: phpredis chooses none, which is 0.`
                    : `Redis has the databases 0 to ${DATABASES - 1}, unless its "databases" says more: where ${value} is none, ${outcome}.`;
            return [{ range: placeOf(path.node, path.value, writtenValue), message }];
        });
    },
};
