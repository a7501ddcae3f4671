import type { Overlay } from './described.ts';
import { memcached } from './memcached.ts';
import { session } from './session.ts';

/** The hand-written part of the catalogue, an extension a line, in alphabetical order. */
export const overlays: readonly Overlay[] = [memcached, session];
