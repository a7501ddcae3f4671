import type { Services } from './services.ts';

export function showLog(services: Services): Promise<void> {
    services.log.show();
    return Promise.resolve();
}
