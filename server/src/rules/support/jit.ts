import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import { isPlaceholder } from './assignments.ts';
import { inForce, numberOf } from './store.ts';

const off = /^(?:|0+|off|no|false|disable)$/i;
const known = /^(?:on|yes|true|tracing|function)$/i;

/** `CRTO`: for the processor, registers, when, and how far; each digit has its own limit (zend_jit.c). */
const number = /^0*1?[0-2]?[0-5]?[1-5]$/;

/** The setting of the compiler, where this file has it and it is plain text. */
export function jitSetting(context: DocumentContext): Effective | undefined {
    const jit = context.effective('opcache.jit');
    return jit && !isPlaceholder(jit.value) ? jit : undefined;
}

/** Whether PHP takes the text for a way of compiling, or of not doing so. */
export function isJitValue(value: string): boolean {
    return off.test(value) || known.test(value) || number.test(value.trim());
}

export function isJitOff(value: string): boolean {
    return off.test(value);
}

/** Whether the compiler would work, as far as this file shows: it is wanted, and has a buffer. */
export function wantsJit(context: DocumentContext): boolean {
    const jit = inForce(context, 'opcache.jit')?.value;
    const buffer = numberOf(context, 'opcache.jit_buffer_size') ?? 0;
    const enable = inForce(context, 'opcache.enable')?.value ?? '';
    const isThere = compareVersions(context.phpVersion, '8.0') >= 0;
    return isThere && jit !== undefined && isJitValue(jit) && !isJitOff(jit) && buffer > 0 && isTrue(enable);
}
