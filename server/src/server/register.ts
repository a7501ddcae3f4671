import type { Connection } from 'vscode-languageserver/node';
import type { Failures } from './failures.ts';

/** Asks the client to tell of something. */
export function register(connection: Connection, failures: Failures, method: string, registerOptions: object): void {
    const registrations = [{ id: method, method, registerOptions }];
    connection.sendRequest('client/registerCapability', { registrations }).catch((error: unknown) => {
        failures.report(`Asking for ${method}`, error);
    });
}
