import { extensionLines } from '../support/assignments.ts';
import type { Rule } from '../rule.ts';
import { isForProduction } from '../support/production.ts';

/** Slow, and a debugger for strangers where it is open. */
export const xdebugInProduction: Rule = {
    code: 'xdebug-in-production',
    severity: 'information',
    title: 'Xdebug is for development',
    reason: 'Xdebug makes PHP slower even when it does nothing, and where step debugging may be started by a request, strangers may start it. Reported only for files whose name says that they are for production.',
    link: 'https://xdebug.org/docs/install',
    failing: [
        {
            text: 'zend_extension = xdebug\n',
            uri: 'file:///srv/docker/prod/php.ini',
            marks: ['zend_extension = xdebug'],
        },
    ],
    passing: [{ text: 'zend_extension = xdebug\n' }, { text: 'extension = redis\n', uri: 'file:///srv/prod/php.ini' }],
    check(context) {
        return isForProduction(context)
            ? context
                  .memo(extensionLines)
                  .filter(({ base }) => base === 'xdebug')
                  .map(({ node }) => ({
                      range: node.range,
                      message: 'Xdebug slows PHP down, and may let strangers debug it: it is not for production.',
                  }))
            : [];
    },
};
