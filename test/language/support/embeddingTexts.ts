/** Files of others that embed settings of PHP, each with much of what its form allows. */
export const embeddingTexts: readonly string[] = [
    `; php-ini-disable-next-line duplicate
[global]
[www]
php_admin_value[session.save_path] = "tcp://h:1" ; where
php_flag["display_errors"] = 128M
 php_value[error_reporting] = E_ALL & ~E_NOTCE
php_value[session.name] = tcp://a?b=c
php_value[memory_limit] = 1G
php_admin_value[memory_limit] = 64MB
php_value[x]
[api]
php_flag[log_errors] = on
`,
    `<VirtualHost *:80>
    php_value memory_limit 128MB
    php_value error_reporting "E_ALL & ~E_NOTICE"
    php_flag log_errors yes
    <Directory "/srv/shop">
        # php-ini-disable-next-line php-value-beaten
        php_admin_value session.save_path \\
            "tcp://h:1"
        php_value session.save_path none
        php_value nothing
    </Directory>
    <IfModule mod_php.c>
        php_value session.name "x\\"y"
    </IfModule>
    php_value include_path \${HOME}:.
</VirtualHost>
`,
    `FROM php:8.4-fpm
ENV PHP_INI_MEMORY_LIMIT=128MB PHP_INI_DIR=/usr/local/etc/php
ENV PHP_DISPLAY_ERRORS ture
RUN echo "memory_limit=128MB" >> /usr/local/etc/php/conf.d/own.ini \\
    # and more
    && { echo 'opcache.memory_consumption=128'; echo 'opcache.fast_shutdown=1'; } > "$PHP_INI_DIR/conf.d/o.ini"
RUN printf 'session.name=A\\nmemory_limit=64MB\\n' | tee -a /etc/php/x.ini
RUN cat <<EOF > /etc/php/y.ini
[Session]
session.save_path = "\${SAVE_PATH}"
EOF
COPY <<-'END' /etc/php/z.ini
	log_errors = ture
	END
RUN <<EOF
echo "post_max_size=1MB" > /etc/php/q.ini
EOF
`,
    `services:
  php:
    environment:
      PHP_INI_MEMORY_LIMIT: 128MB
      PHP_INI_SESSION__SAVE_PATH: "tcp://h:1?auth=x" # where
      PHP_INI_DIR: /x
  worker:
    environment:
      - PHP_LOG_ERRORS=ture
      - "PHP_MEMORY_LIMIT=12MB"
      - PHP_POST_MAX_SIZE=\${SIZE:-1M}
`,
];
