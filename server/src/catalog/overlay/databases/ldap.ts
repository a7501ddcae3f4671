import type { Overlay } from '../described.ts';

export const ldap: Overlay = {
    extension: 'ldap',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ldap.configuration.php',
    directives: {
        'ldap.max_links': {
            type: 'integer',
            anchor: 'ini.ldap.max_links',
            description: 'How many connections to LDAP servers a process may have; -1 sets no limit.',
        },
    },
};
