import { data } from './core/data.ts';
import { engine } from './core/engine.ts';
import { errors } from './core/errors.ts';
import { limits } from './core/limits.ts';
import { mail } from './core/mail.ts';
import { paths } from './core/paths.ts';
import { removed } from './core/removed.ts';
import type { Overlay } from './described.ts';

/** What PHP itself has, whatever is loaded. */
export const core: Overlay = {
    extension: 'core',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ini.core.php',
    directives: { ...errors, ...data, ...limits, ...paths, ...mail, ...engine, ...removed },
};
