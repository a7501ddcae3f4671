/** True where a server answers a HEAD request within three seconds, whatever it answers. */
export async function canReach(url: string): Promise<boolean> {
    try {
        await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(3000) });
        return true;
    } catch {
        // No network, no such name, no answer in time: all the same here.
        return false;
    }
}

/** Where test-electron downloads VS Code from. */
export function canDownloadVscode(): Promise<boolean> {
    return canReach('https://update.code.visualstudio.com/');
}
