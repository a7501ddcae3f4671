import type { Rule } from '../../rule.ts';
import { extensionOrder } from './extensionOrder.ts';
import { handlerExtensionMissing } from './handlerExtensionMissing.ts';
import { handlerNotLoaded } from './handlerNotLoaded.ts';
import { handlerPathMismatch } from './handlerPathMismatch.ts';
import { handlerUnknown } from './handlerUnknown.ts';
import { handlerUser } from './handlerUser.ts';
import { notForSessions } from './notForSessions.ts';
import { renamedDirective } from './renamedDirective.ts';
import { serializeHandlerUnknown } from './serializeHandlerUnknown.ts';
import { versionDefaultChange } from './versionDefaultChange.ts';

/** Of what keeps sessions, and in which form. */
export const handlerRules: readonly Rule[] = [
    extensionOrder,
    handlerNotLoaded,
    handlerExtensionMissing,
    handlerPathMismatch,
    handlerUnknown,
    handlerUser,
    notForSessions,
    renamedDirective,
    serializeHandlerUnknown,
    versionDefaultChange,
];
