/** What a php.ini is for, where somebody wants to hear what others think is right for that. */
export const AUDIT_PROFILES = ['development', 'production', 'shared-hosting'] as const;
export type AuditProfile = (typeof AUDIT_PROFILES)[number];
