import type { Rule } from '../rule.ts';
import { allowUrlInclude } from './allowUrlInclude.ts';
import { disableFunctionsAbsent } from './disableFunctionsAbsent.ts';
import { disableFunctionsConstruct } from './disableFunctionsConstruct.ts';
import { disableFunctionsUnknown } from './disableFunctionsUnknown.ts';
import { enableDl } from './enableDl.ts';
import { errorsNowhere } from './errorsNowhere.ts';
import { errorsShown } from './errorsShown.ts';
import { exposePhp } from './exposePhp.ts';
import { xdebugInProduction } from './xdebugInProduction.ts';

/** Of what a php.ini gives away, or lets in; those of sessions are with the sessions. */
export const securityRules: readonly Rule[] = [
    allowUrlInclude,
    disableFunctionsConstruct,
    disableFunctionsUnknown,
    disableFunctionsAbsent,
    exposePhp,
    enableDl,
    errorsShown,
    errorsNowhere,
    xdebugInProduction,
];
