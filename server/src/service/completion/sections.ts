import { kinds, type Offer } from './offer.ts';

/** The headings of PHP's own php.ini files, which mean nothing to PHP, and the two that do. */
const decorative = [
    ...['PHP', 'CLI Server', 'Date', 'filter', 'iconv', 'intl', 'sqlite3', 'Pcre', 'Pdo', 'Pdo_mysql', 'Phar'],
    ...['mail function', 'ODBC', 'MySQLi', 'mysqlnd', 'OCI8', 'PostgreSQL', 'bcmath', 'browscap', 'Session'],
    ...['Assertion', 'COM', 'mbstring', 'gd', 'exif', 'Tidy', 'soap', 'sysvshm', 'ldap', 'dba', 'opcache', 'curl'],
    ...['openssl', 'ffi'],
];

const scoped = [
    { label: 'HOST=', text: 'HOST=${1:www.example.com}', plain: 'HOST=www.example.com', what: 'one host name' },
    { label: 'PATH=', text: 'PATH=${1:/var/www/site}', plain: 'PATH=/var/www/site', what: 'one directory' },
];

export function sectionOffers(isClosed: boolean, snippets: boolean): Offer[] {
    const close = isClosed ? '' : ']';
    return [
        ...decorative.map(name => ({ label: name, kind: kinds.module, newText: `${name}${close}` })),
        ...scoped.map(({ label, text, plain, what }) => ({
            label,
            kind: kinds.module,
            newText: `${snippets ? text : plain}${close}`,
            isSnippet: snippets,
            detail: `only for ${what}`,
            documentation: `Everything below, to the end of the file, is only for ${what}. CGI, FPM and LiteSpeed heed it; the module of Apache ignores it.`,
        })),
    ];
}
