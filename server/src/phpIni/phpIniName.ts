/** `php.ini`, `php.ini-production`, `php8.4.ini`: nobody calls anything else like that. */
export function isPhpIniName(name: string): boolean {
    return /^php-?[\d.]*\.ini(?:-\w+)?$/.test(name);
}
