import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** Node before 22.8 has no such cache. */
const { enableCompileCache } = nodeModule as Partial<typeof nodeModule>;

// Room for new objects grows with their number, and never shrinks: a server that works for a millisecond at each key needs no 16 MB of it (measured: a tenth
// of its memory).
setFlagsFromString('--semi-space-growth-factor=1');
// What Node compiles is kept between its starts, in its own temporary folder: a tenth of the time to the first answer (measured).
enableCompileCache?.();
void import('./server.ts');
