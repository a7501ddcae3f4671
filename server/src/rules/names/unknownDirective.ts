import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { unknownNames } from '../support/unknownNames.ts';

/** People load extensions that are not known here, and read settings of their own with `get_cfg_var()`. */
export const unknownDirective: Rule = {
    code: 'unknown-directive',
    severity: 'hint',
    title: 'Neither PHP nor a known extension has this directive',
    reason: 'PHP ignores what it does not know, without a message. The name may be that of an extension that is not known here, or a setting that scripts read with `get_cfg_var()`: then all is well.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        { text: 'shop.currency = EUR\n', marks: ['shop.currency'] },
        {
            text: 'xdebug.max_nesting_leveling = 9\n',
            marks: ['xdebug.max_nesting_leveling'],
            fixed: 'xdebug.max_nesting_level = 9\n',
        },
    ],
    passing: [
        { text: 'session.name = SHOP\n' },
        { text: 'newrelic.appname = shop\n' },
        { text: 'extension = shop.so\nshop.currency = EUR\n' },
    ],
    check(context) {
        return context.memo(unknownNames).flatMap(({ node, kind, meant }) =>
            kind === 'likeness'
                ? [
                      {
                          range: node.nameRange,
                          message: `Neither PHP nor an extension that is known here has ${node.name}; unless another extension brings it, PHP ignores it.${meant ? ` The nearest name is ${meant.name}.` : ''}`,
                          fixes: () =>
                              meant ? [replacing(`Change to ${meant.name}`, node.nameRange, meant.name)] : [],
                      },
                  ]
                : [],
        );
    },
};
