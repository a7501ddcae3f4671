/** What the process ends with; a contract with scripts. */
export const exitStatus = { done: 0, failed: 1, wrongUsage: 2 } as const;
