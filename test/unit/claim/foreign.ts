/** Ini files of others, as they begin, by what they are of: none of them is PHP's. */
export const foreign: Readonly<Record<string, string>> = {
    'systemd unit':
        '[Unit]\nDescription=Web\nAfter=network.target\n\n[Service]\nExecStart=/usr/bin/web\nRestart=always\n',
    'systemd timer': '[Timer]\nOnCalendar=daily\nPersistent=true\n',
    'systemd network': '[Match]\nName=en*\n\n[Network]\nDHCP=yes\n',
    'journald.conf': '[Journal]\n#Storage=auto\n#Compress=yes\n',
    'my.cnf':
        '[client]\nport = 3306\nsocket = /run/mysqld/mysqld.sock\n\n[mysqld]\nuser = mysql\nmax_connections = 100\n',
    'my.cnf with underscores':
        '[mysqld]\nlog_error = /var/log/mysql/error.log\nmax_allowed_packet = 64M\nsql_mode = ""\n',
    'my.ini of mysqld_safe': '[mysqld_safe]\nnice = 0\nlog-error=/var/log/mysqld.log\n',
    supervisor:
        '[supervisord]\nlogfile=/tmp/supervisord.log\nloglevel=info\n\n[program:php]\ncommand=php artisan queue:work\nuser=www-data\n',
    'supervisor program of PHP':
        '[program:php-fpm]\ncommand=/usr/sbin/php-fpm -F\nautostart=true\nstdout_logfile=/dev/stdout\n',
    editorconfig: 'root = true\n\n[*]\nindent_style = space\nindent_size = 4\n',
    desktop: '[Desktop Entry]\nType=Application\nName=Editor\nExec=editor %F\nMimeType=text/x-php;\n',
    'git config':
        '[core]\n\trepositoryformatversion = 0\n\tbare = false\n[remote "origin"]\n\turl = git@example.org:a.git\n',
    gitmodules: '[submodule "lib"]\n\tpath = lib\n\turl = ../lib\n',
    hgrc: '[ui]\nusername = Me\n\n[extensions]\nrebase =\nstrip =\n',
    tox: '[tox]\nenvlist = py310,py311\n\n[testenv]\ndeps =\n    pytest\ncommands = pytest {posargs}\n',
    'pytest.ini': '[pytest]\naddopts = -q\ntestpaths =\n    tests\n',
    'setup.cfg': '[metadata]\nname = shop\nversion = 1.0\n\n[options]\npackages = find:\n',
    mypy: '[mypy]\npython_version = 3.11\nstrict = True\n',
    pylint: '[MASTER]\njobs=1\nload-plugins=\n',
    alembic: '[alembic]\nscript_location = alembic\nsqlalchemy.url = driver://user@host/db\n',
    'paste of Pyramid':
        '[app:main]\nuse = egg:shop\npyramid.reload_templates = true\nsession.secret = x\nbeaker.session.key = shop\n',
    'beaker sessions':
        'session.type = file\nsession.key = shop\nsession.data_dir = /tmp/sessions\nsession.cookie_expires = true\n',
    logging: '[loggers]\nkeys = root\n\n[logger_root]\nlevel = WARNING\nhandlers = console\n',
    uwsgi: '[uwsgi]\nmodule = shop.wsgi\nmaster = true\nprocesses = 5\nsocket = /run/shop.sock\n',
    'uwsgi with PHP':
        '[uwsgi]\nplugins = php\nphp-docroot = /srv\nphp-set = date.timezone=UTC\nphp-allowed-ext = .php\n',
    odbc: '[Shop]\nDriver = PostgreSQL\nServername = db\nPort = 5432\nDatabase = shop\n',
    odbcinst: '[FreeTDS]\nDescription = TDS\nDriver = libtdsodbc.so\nSetup = libtdsS.so\nUsageCount = 1\n',
    freetds: '[global]\n\ttds version = auto\n\ttext size = 64512\n',
    samba: '[global]\n   workgroup = WORKGROUP\n   log file = /var/log/samba/log.%m\n   include = /etc/samba/%m.conf\n',
    wgetrc: 'user_agent = Mozilla/5.0\ntries = 20\n',
    'php-fpm.conf': '[global]\npid = run/php-fpm.pid\nerror_log = log/php-fpm.log\ndaemonize = no\n',
    'php-fpm.conf with the log alone': '[global]\nerror_log = /proc/self/fd/2\nlog_limit = 8192\n',
    'pool of PHP-FPM':
        '[www]\nuser = www-data\nlisten = 127.0.0.1:9000\nphp_admin_value[memory_limit] = 32M\nphp_flag[display_errors] = off\n',
    'application.ini of Zend':
        '[production]\nphpSettings.display_startup_errors = 0\nphpSettings.display_errors = 0\nphpSettings.date.timezone = "UTC"\nincludePaths.library = APPLICATION_PATH "/../library"\nbootstrap.class = "Bootstrap"\n',
    'config.ini of Phalcon':
        '[database]\nadapter = Mysql\nhost = localhost\nusername = root\n\n[application]\ncontrollersDir = app/controllers/\n',
    'application.ini with sessions':
        '[production]\nsession.name = shop\ndb.host = localhost\ndb.user = shop\napp.locale = de\n',
    'application.ini of PHP settings among others':
        '[app]\ntitle = Shop\nmemory_limit = 1G\ndate.timezone = UTC\ncache = redis\n',
    'config.ini of Fat-Free': '[globals]\nDEBUG=3\nUI=ui/\n\n[routes]\nGET / = Shop->index\n',
    'language file of Joomla': 'COM_SHOP="Shop"\nCOM_SHOP_CART="Cart"\n',
    browscap: '[GJK_Browscap_Version]\nVersion=6001000\nReleased=Wed, 01 Jan 2025\n',
    phpdoc: '[Parse Data]\ntitle = Shop\nhidden = false\ndirectory = src\ntarget = docs\n',
    'ansible.cfg': '[defaults]\ninventory = hosts\nlog_path = ansible.log\nforks = 10\n',
    'inventory of Ansible':
        '[web]\nweb1 ansible_host=10.0.0.1\nweb2\n\n[web:vars]\nphp_version=8.2\nphp_memory_limit=256M\n',
    'aws config': '[default]\nregion = eu-central-1\noutput = json\n',
    pip: '[global]\nindex-url = https://example.org/simple\ntimeout = 60\n',
    'newrelic.ini of Python': '[newrelic]\nlicense_key = x\napp_name = Shop\nmonitor_mode = true\nlog_file = stdout\n',
    'zend server': '[zend_server]\nuser = zend\n',
    'sendmail.ini': '[sendmail]\nsmtp_server=mail.example.org\nsmtp_port=25\nerror_logfile=error.log\n',
    'grafana.ini': 'app_mode = production\n\n[server]\nhttp_port = 3000\n\n[session]\nprovider = file\n',
    'gitea app.ini': 'APP_NAME = Gitea\nRUN_MODE = prod\n\n[server]\nDOMAIN = example.org\n',
    'couchdb local.ini': '[couchdb]\nuuid = x\n\n[chttpd]\nport = 5984\n',
    'platformio.ini': '[env:uno]\nplatform = atmelavr\nboard = uno\nframework = arduino\n',
    'images of a tool': 'extension = png\nwidth = 800\n',
    'an archive': 'extension = zip\nlevel = 9\n',
    'asterisk users': '[6001]\nextension = 6001\ncontext = internal\n',
    'tidy of HTML': 'indent: auto\nindent-spaces: 2\nwrap: 72\n',
    'engine of a game': 'engine = source\nprecision = high\nfrom = editor\n',
    'amqp of Java': 'amqp.host = localhost\namqp.port = 5672\namqp.queue = jobs\n',
    'redis of an application': 'redis.host = localhost\nredis.port = 6379\nredis.database = 0\n',
    'mail of an application': 'mail.host = smtp.example.org\nmail.port = 25\n',
    'session of an application': 'session.timeout = 30\nsession.store = redis\n',
    'memory of an application': '[limits]\nmemory_limit = 1G\ncpu = 2\n',
    'desktop.ini of Windows': '[.ShellClassInfo]\nIconResource=C:\\icon.ico,0\n',
    'system.ini of Windows': '; for 16-bit app support\n[386Enh]\nwoafont=dosapp.fon\n',
    'shop.ini with prose': 'This is not a setting at all.\nsession.save_handler = files\nNor is this.\nOr this.\n',
    'a comment': '; memory: see the documentation\n',
    'comments of others': '; host = localhost\n; session.save_handler = files\n; port = 80\n',
    empty: '',
};
