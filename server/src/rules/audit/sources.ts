/** Whose opinion it is, and where they say so. */
export interface Source {
    readonly name: string;
    readonly link: string;
}

export const owasp: Source = {
    name: 'OWASP',
    link: 'https://cheatsheetseries.owasp.org/cheatsheets/PHP_Configuration_Cheat_Sheet.html',
};
export const iniscan: Source = {
    name: 'iniscan',
    link: 'https://github.com/psecio/iniscan/blob/master/src/Psecio/Iniscan/rules.json',
};
export const pcc: Source = {
    name: 'pcc',
    link: 'https://github.com/sektioneins/pcc/blob/master/phpconfigcheck.php',
};
export const snuffleupagus: Source = {
    name: 'Snuffleupagus',
    link: 'https://github.com/jvoisin/snuffleupagus/blob/master/config/ini_protection.rules',
};
export const lynis: Source = {
    name: 'lynis',
    link: 'https://github.com/CISOfy/lynis/blob/master/include/tests_php',
};
export const phpDevelopment: Source = {
    name: 'php.ini-development',
    link: 'https://github.com/php/php-src/blob/master/php.ini-development',
};
export const phpProduction: Source = {
    name: 'php.ini-production',
    link: 'https://github.com/php/php-src/blob/master/php.ini-production',
};

/** A rule of SonarQube for php.ini. */
export function sonarQube(number: number): Source {
    return { name: 'SonarQube', link: `https://rules.sonarsource.com/php/RSPEC-${number}/` };
}
