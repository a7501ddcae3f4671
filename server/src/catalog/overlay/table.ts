import type { Overlay } from './described.ts';
import { amqp } from './amqp.ts';
import { apcu } from './apcu.ts';
import { excimer } from './excimer.ts';
import { igbinary } from './igbinary.ts';
import { imagick } from './imagick.ts';
import { memcache } from './memcache.ts';
import { memcached } from './memcached.ts';
import { mongodb } from './mongodb.ts';
import { msgpack } from './msgpack.ts';
import { redis } from './redis.ts';
import { session } from './session.ts';
import { stomp } from './stomp.ts';
import { uploadprogress } from './uploadprogress.ts';
import { xdebug } from './xdebug.ts';
import { yaml } from './yaml.ts';

/** The hand-written part of the catalogue, an extension a line, in alphabetical order. */
export const overlays: readonly Overlay[] = [
    amqp,
    apcu,
    excimer,
    igbinary,
    imagick,
    memcache,
    memcached,
    mongodb,
    msgpack,
    redis,
    session,
    stomp,
    uploadprogress,
    xdebug,
    yaml,
];
