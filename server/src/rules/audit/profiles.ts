import { AUDIT_PROFILES } from '../../phpIni/audit.ts';

/** Wherever PHP runs. */
export const everywhere = AUDIT_PROFILES;
/** Where strangers come. */
export const served = ['production', 'shared-hosting'] as const;
