import type { Services } from '../../workbench/services.ts';

/** Events keep the view current by themselves; this is for after a failure, and for whoever wants to be sure. */
export async function refresh(services: Services): Promise<void> {
    if (services.store.snapshot.state === 'ready') {
        await services.store.refresh();
        return;
    }
    services.engineAccess.reconnect();
    await services.engineAccess.ready();
}
