import type { PageMessage, PageState } from '../messages.ts';

interface VscodeApi {
    postMessage(message: PageMessage): void;
    setState(state: PageState): void;
    getState(): unknown;
}

declare function acquireVsCodeApi(): VscodeApi;

/** Given once to a page; kept from anything else in it. */
export const vscodeApi = acquireVsCodeApi();
