/**
 * What the directives of well-known extensions begin with that the catalogue does not have, or not in full: APCu's
 * `apc.` is there, APC's is not. PHP says nothing about directives of extensions that are not loaded, and neither
 * should we: a name below one of these is nobody's slip.
 */
const groups: readonly string[] = [
    // Monitoring, profilers and debuggers.
    'apd apm atatus blackfire datadog ddtrace elastic_apm inclued instana memprof newrelic opentelemetry pinba pinpoint_php',
    'sentry skywalking skywalking_agent spx tideways tideways_xhprof uopz vld xhprof zend_debugger zray',
    // Encoders, and hardening.
    'bcompiler ioncube sourceguardian sp suhosin suhosin7 taint zend_loader',
    // Caches.
    'apc eaccelerator wincache xcache yac zend_extension_manager zend_optimizer zend_optimizerplus',
    // Frameworks.
    'blitz google_app_engine phalcon openswoole swoole yaconf yaf yar',
    // Databases, queues and services.
    'aerospike cassandra couchbase grpc http ibm_db2 ingres maxdb mongo mysqlnd_memcache mysqlnd_ms mysqlnd_qc mysqlnd_uh oci8 pdo_oci',
    'pdo_sqlsrv protobuf raphf relay sqlsrv tarantool zookeeper',
    // Part of PHP, with names that users choose: `pdo.dsn.NAME`.
    'pdo',
    // Others.
    'brotli event geoip gmagick mailparse mime_magic runkit runkit7 scream seaslog trader v8js zstd',
];

const thirdParty: ReadonlySet<string> = new Set(groups.flatMap(group => group.split(' ')));

/** Whether the name is one below a well-known extension's: `newrelic.appname`. */
export function isThirdParty(name: string): boolean {
    const dot = name.indexOf('.');
    return dot > 0 && thirdParty.has(name.slice(0, dot));
}
