import type { ClusterFacts, RuleSummary } from '../../../server/src/phpIni/protocol.ts';

/** The language server that runs, for what is asked of it and told to it beyond the protocol of language servers. */
export interface PhpIniServer {
    rules(): Promise<RuleSummary[]>;
    /** Markdown; null where there is no such rule. */
    documentationOf(code: string): Promise<string | null>;
    send(facts: ClusterFacts): Promise<void>;
    stop(): Promise<void>;
}
