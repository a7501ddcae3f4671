/** Images of applications in PHP. Unless their tag says otherwise, their publishers run them on Apache's own PHP. */
export const PHP_APPLICATIONS = [
    ...['wordpress', 'drupal', 'joomla', 'nextcloud', 'owncloud', 'mediawiki', 'matomo', 'piwik', 'moodle'],
    ...['prestashop', 'dokuwiki', 'roundcubemail', 'yourls', 'backdrop', 'monica', 'friendica', 'typo3', 'espocrm'],
    ...['suitecrm', 'glpi', 'limesurvey', 'snipe-it', 'lamp'],
] as const;

/** What says PHP in the name or the tag of an image. */
export const PHP_WORDS = ['php*', 'laravel', 'symfony', 'magento', ...PHP_APPLICATIONS] as const;

/** Variables of the environment that whoever builds an image with PHP sets in it. */
export const PHP_IMAGE_VARIABLES = [
    'PHP_INI_DIR',
    'PHP_INI_SCAN_DIR',
    'PHPIZE_DEPS',
    'PHP_CFLAGS',
    'PHP_SHA256',
] as const;

/** With those that a project's file of variables may give to every service of it. */
export const PHP_VARIABLES = [
    ...PHP_IMAGE_VARIABLES,
    ...['PHP_VERSION', 'PHP_MEMORY_LIMIT', 'PHP_OPCACHE_*', 'PHP_UPLOAD_*', 'PHP_POST_MAX_SIZE', 'PHP_DATE_TIMEZONE'],
] as const;
