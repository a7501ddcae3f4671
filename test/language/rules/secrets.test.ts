import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withoutSecret, withoutSecretPart } from '../../../server/src/phpIni/secrets.ts';

describe('secrets', () => {
    it('are masked where the directive is one', () => {
        for (const name of [
            'memcached.sess_sasl_password',
            'mysqli.default_pw',
            'redis.clusters.auth',
            'amqp.password',
            'newrelic.license',
            'suhosin.session.cryptkey',
        ]) {
            assert.equal(withoutSecret(name, 'geheim'), '********', name);
            assert.equal(withoutSecret(name, ''), '', name);
        }
        for (const name of ['session.name', 'amqp.login', 'session.upload_progress.prefix', 'memory_limit']) {
            assert.equal(withoutSecret(name, 'plain'), 'plain', name);
        }
    });

    it('are masked within addresses, and nothing else is', () => {
        assert.equal(
            withoutSecretPart('tcp://h:6379?auth=a&weight=1, tcp://i?auth[]=u&auth[]=p'),
            'tcp://h:6379?auth=********&weight=1, tcp://i?auth[]=********&auth[]=********',
        );
        assert.equal(withoutSecretPart('redis://user:pw@h:6379/0'), 'redis://user:********@h:6379/0');
        for (const plain of [
            'tcp://shop-store-1:11211,tcp://shop-store-2:11211',
            'a:11211 mail@example.com',
            'tcp://h:11211/x@y',
            'author=me',
        ]) {
            assert.equal(withoutSecretPart(plain), plain);
        }
    });
});
