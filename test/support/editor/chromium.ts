import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
    // Tests may run as root, where Chromium's own sandbox does not work; it opens pages of this machine only.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

export async function launchChromium(): Promise<Browser> {
    const executablePath = candidates.find(path => existsSync(path));
    if (executablePath === undefined) {
        throw new Error(`Chromium is not installed: none of ${candidates.join(', ')} is there.`);
    }
    return chromium.launch({ executablePath, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}
