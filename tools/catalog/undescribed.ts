/** Extensions that were measured because Debian's packages bring them along, and that the catalogue has nothing on. */
export const undescribed: ReadonlySet<string> = new Set(['http', 'raphf', 'zstd']);
