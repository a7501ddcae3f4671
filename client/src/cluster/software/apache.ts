import * as l10n from '@vscode/l10n';
import type { PhpServer } from '../model/model.ts';
import { PHP_APPLICATIONS, PHP_VARIABLES, PHP_WORDS } from './phpSigns.ts';
import type { KnownSoftware } from './signs.ts';

/** Where the product's own image serves pages of the cluster's own; apart from the application's document root. */
const OWN_PAGES = { folder: '/var/lib/session-cluster/pages', url: '/.session-cluster' };

/** Those that are PHP's own, those of Debian, which no image for Apache alone uses, and Apache's. */
const PROGRAMS = {
    withPhp: ['apache2-foreground'],
    debian: ['apache2', 'apachectl', 'apache2ctl'],
    plain: ['httpd', 'httpd-foreground'],
};
export const APACHE_PROGRAMS = Object.values(PROGRAMS).flat();

const php: PhpServer = {
    title: 'Apache',
    locate: ({ folder = OWN_PAGES.folder }) => ['node/find-document-root.sh', folder],
    request: ({ port, urlPath, header }) => ['node/request-page.php', `http://127.0.0.1:${port}${urlPath}`, header],
    urlPrefix: folder => (folder === OWN_PAGES.folder ? OWN_PAGES.url : ''),
    reload: ['lifecycle/restart-apache.sh'],
    configuration: ['node/list-sites.sh'],
    configurationWords: () => l10n.t('virtual host of Apache'),
    overrideWords: setting => l10n.t('a php_value or php_admin_value {0} in the virtual host or in .htaccess', setting),
};

/** Apache with PHP inside it (mod_php). */
export const apache: KnownSoftware = {
    name: 'apache',
    layer: 'application',
    title: 'Apache + PHP',
    isHttp: true,
    port: 80,
    processes: ['apache2', 'httpd'],
    php,
    signs: {
        programs: [APACHE_PROGRAMS],
        phpInside: { shown: PROGRAMS.plain, assumed: PROGRAMS.debian },
        images: PHP_APPLICATIONS,
        words: [PHP_WORDS, ['apache', 'apache2', 'httpd']],
        variables: [PHP_VARIABLES, ['APACHE_CONFDIR', 'APACHE_ENVVARS', 'APACHE_RUN_USER']],
        services: /php|wordpress|drupal|joomla|nextcloud/,
    },
};
