/** A comment, of whichever file, that is about what is said of the next line. */
export function isSuppression(line: string): boolean {
    return /^[ \t]*[;#]+[ \t]*php-ini-disable-next-line\b/.test(line);
}
