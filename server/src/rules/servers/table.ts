import type { Rule } from '../rule.ts';
import { beatenElsewhere } from './beatenElsewhere.ts';
import { phpAdminInHtaccess } from './phpAdminInHtaccess.ts';
import { phpFlagForValue } from './phpFlagForValue.ts';
import { phpFlagWord } from './phpFlagWord.ts';
import { phpValueBeaten } from './phpValueBeaten.ts';
import { phpValueOn } from './phpValueOn.ts';
import { phpValueSystem } from './phpValueSystem.ts';
import { poolTooLate } from './poolTooLate.ts';
import { serverArguments } from './serverArguments.ts';

/** Of what beats a php.ini: pools of FPM, and Apache's configuration. */
export const serverRules: readonly Rule[] = [
    serverArguments,
    phpFlagWord,
    phpFlagForValue,
    phpValueOn,
    phpValueSystem,
    phpAdminInHtaccess,
    phpValueBeaten,
    poolTooLate,
    beatenElsewhere,
];
