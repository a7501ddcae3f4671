import type { Services } from '../../workbench/services.ts';

export function showLog(services: Services): Promise<void> {
    services.log.show();
    return Promise.resolve();
}
