import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isPhpIniText } from '../../../server/src/phpIni/claim/content.ts';
import { directiveNames } from '../../../server/src/phpIni/claim/directiveNames.ts';
import { directiveNames as catalogued } from '../../../server/src/catalog/lookup.ts';
import { foreign } from './foreign.ts';

/** What stands in such files, by their paths in projects. */
const ours: readonly (readonly [path: string, text: string])[] = [
    ['docker/php/opcache.ini', '[opcache]\nopcache.enable=1\nopcache.memory_consumption=256\n'],
    ['docker/php/opcache.ini', 'zend_extension=opcache\nopcache.jit=tracing\n'],
    ['docker/php/local.ini', 'upload_max_filesize=40M\npost_max_size=40M\n'],
    ['docker/php/local.ini', '; ours\nmemory_limit = 512M\n'],
    ['docker/php/xdebug.ini', 'xdebug.mode=debug\nxdebug.client_host=host.docker.internal\n'],
    ['docker/php/xdebug.ini', '[xdebug]\nzend_extension=/usr/lib/php/xdebug.so\n'],
    ['docker/php/session.ini', 'session.save_handler = redis\nsession.save_path = "tcp://redis:6379"\n'],
    ['php/session.ini', '[Session]\nsession.gc_maxlifetime = 3600\n'],
    ['memcached.ini', 'extension=memcached.so\n'],
    ['memcached.ini', '; configuration\nmemcached.sess_locking = On\nmemcached.sess_lock_wait_min = 150\n'],
    ['redis-session.ini', 'session.save_handler=redis\n'],
    ['php-fpm/php8.4.ini', '[PHP]\nengine = On\nshort_open_tag = Off\n'],
    ['frankenphp/conf.d/10-app.ini', 'expose_php = 0\ndate.timezone = UTC\n'],
    ['.ddev/php/my.ini', '[PHP]\nmax_input_vars = 5000\n'],
    ['.ddev/php/errors.ini', 'error_log = /dev/stderr\nlog_errors = On\n'],
    [
        '8/orig/settings.ini-production',
        '[PHP]\nengine = On\nprecision = 14\noutput_buffering = 4096\nexpose_php = On\n',
    ],
    ['conf/xdebug.ini.dist', 'zend_extension=xdebug\nxdebug.mode=off\n'],
    ['conf/igbinary.ini', 'extension=igbinary\nsession.serialize_handler=igbinary\n'],
    ['conf/newrelic.ini', 'extension = "newrelic.so"\n[newrelic]\nnewrelic.license = "x"\nnewrelic.appname = "Shop"\n'],
    ['conf/windows.ini', 'extension=php_memcached.dll\r\nmemcached.sess_locking=1\r\n'],
    ['conf/errors.ini', '\uFEFFdisplay_errors = Off\nerror_reporting = E_ALL\n'],
    ['conf/limits.ini', 'memory_limit = 1G\nmax_execution_time = 60\nupload_max_filesize = 1G\n'],
    ['conf/array.ini', 'date.timezone = UTC\nown.list[] = 1\n'],
    ['conf/commented.ini', ';xdebug.mode = debug\n;xdebug.start_with_request = yes\n'],
    ['conf/commented.ini', '# opcache.enable = 1\n'],
    ['conf/xhprof.ini', '[xhprof]\nextension=xhprof.so\nxhprof.output_dir=/tmp\n'],
    ['conf/unknown.ini', 'extension = shop.so\nshop.currency = EUR\nshop.locale = de\n'],
];

describe('what stands in a php.ini', () => {
    for (const [path, text] of ours) {
        it(`tells it: ${path} ${JSON.stringify(text.slice(0, 60))}`, () => {
            assert.ok(isPhpIniText(path, text));
        });
    }

    it('is told by the names of the catalogue', () => {
        assert.deepEqual(directiveNames, catalogued());
    });
});

describe('what stands in the ini files of others', () => {
    for (const [what, text] of Object.entries(foreign)) {
        it(`tells that they are none of PHP's: ${what}`, () => {
            assert.ok(!isPhpIniText('conf/some.ini', text));
        });
    }

    it('is not looked at where the name is none of an ini file, or the file makes one', () => {
        const text = 'session.save_handler = redis\n';
        for (const path of [
            'conf/app.properties',
            'conf/www.conf',
            'README',
            'x.ini.j2',
            'x.ini.erb',
            'ini',
            'x.ini/y',
        ]) {
            assert.ok(!isPhpIniText(path, text), path);
        }
    });

    it('takes time linear to its length', () => {
        for (const piece of ['a = b\n', '[', ';', ' ', 'a.', '=', '\n', '\t;\t']) {
            assert.ok(!isPhpIniText('x.ini', piece.repeat(200_000)));
        }
    });
});
