import { residentRefusal } from './frankenphp.ts';
import type { KnownSoftware } from './signs.ts';

const TITLE = 'Laravel Octane';

/** Laravel kept in memory by Swoole, RoadRunner or FrankenPHP: the command tells, whatever the image. */
export const octane: KnownSoftware = {
    name: 'octane',
    layer: 'application',
    title: TITLE,
    isHttp: true,
    port: 8000,
    processes: ['php', 'rr', 'frankenphp'],
    refusal: () => residentRefusal(TITLE),
    signs: { programs: [['octane:start', 'octane:swoole', 'octane:roadrunner', 'octane:frankenphp']] },
};
