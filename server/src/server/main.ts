#!/usr/bin/env node
import { answerFirst } from './handshake.ts';

/** Answers the client, and then loads the server, while the client sets itself up. */
async function main(): Promise<void> {
    const isAnswered = await answerFirst();
    const { startServer } = await import('./server.ts');
    startServer(isAnswered);
}

void main();
