import type { Rule } from '../rule.ts';
import { drift } from './drift.ts';
import { effectiveDiffers } from './effectiveDiffers.ts';
import { envMissing } from './envMissing.ts';
import { extensionInOtherFile } from './extensionInOtherFile.ts';
import { extensionNotFound } from './extensionNotFound.ts';
import { extensionNotLoaded } from './extensionNotLoaded.ts';
import { filesOnCluster } from './filesOnCluster.ts';
import { overridden, overriddenSame } from './overridden.ts';
import { storeElsewhere } from './storeElsewhere.ts';
import { unreachable } from './unreachable.ts';
import { proxyWithoutReplication } from './proxyWithoutReplication.ts';
import { storesPastProxy } from './storesPastProxy.ts';
import { wrongFile } from './wrongFile.ts';

/** Of what only a running environment shows; silent where the client knows of none. */
export const clusterRules: readonly Rule[] = [
    unreachable,
    storeElsewhere,
    storesPastProxy,
    proxyWithoutReplication,
    drift,
    filesOnCluster,
    overridden,
    overriddenSame,
    effectiveDiffers,
    wrongFile,
    extensionNotFound,
    extensionNotLoaded,
    extensionInOtherFile,
    envMissing,
];
