/** Seconds for requests that are under way when an Apache node is stopped. */
export const GRACE_SECONDS = 30;
