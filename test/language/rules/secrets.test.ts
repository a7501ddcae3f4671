import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayBe } from '../../../server/src/phpIni/masked.ts';
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
        assert.equal(withoutSecretPart('redis://user:p&w,;p@w@h:6379/0'), 'redis://user:********@h:6379/0');
        assert.equal(
            withoutSecretPart('{"path":"tcp://h?auth=a@b;c","n":1}'),
            '{"path":"tcp://h?auth=********","n":1}',
        );
        for (const plain of [
            'tcp://shop-store-1:11211,tcp://shop-store-2:11211',
            'a:11211 mail@example.com',
            'tcp://h:11211/x@y',
            'author=me',
            'tcp://h:6379?prefix=auth&database=1',
        ]) {
            assert.equal(withoutSecretPart(plain), plain);
        }
    });

    it('are masked in every form that phpredis logs in with, and in those that it does not', () => {
        const masked: readonly (readonly [path: string, shown: string])[] = [
            ['tcp://h?auth=x&weight=1', 'tcp://h?auth=********&weight=1'],
            ['tcp://h?auth[]=u&auth[]=ge;"h\'@e', 'tcp://h?auth[]=********&auth[]=********'],
            ['tcp://h?auth[user]=u&auth[pass]=p%2Bw', 'tcp://h?auth[user]=********&auth[pass]=********'],
            ['tcp://h?auth%5Bpass%5D=x, tcp://i?pass=y', 'tcp://h?auth%5Bpass%5D=********, tcp://i?pass=********'],
            ['tcp://h?%61uth=x', 'tcp://h?%61uth=********'],
            ['tcp://h?auth=se,cret&database=1', 'tcp://h?auth=********&database=1'],
            ['tcp://h?auth=a&b c, tcp://i', 'tcp://h?auth=********, tcp://i'],
            ['tcp://h?auth=a b c', 'tcp://h?auth=********'],
            ['seed[]=h:1&auth=a,b c;d&timeout=1', 'seed[]=h:1&auth=********&timeout=1'],
            ['tls://h?stream[passphrase]=x&stream[cafile]=/y', 'tls://h?stream[passphrase]=********&stream[cafile]=/y'],
        ];
        for (const [path, shown] of masked) {
            assert.equal(withoutSecret('session.save_path', path), shown);
            // What the nodes tell is masked, and compared with what is written.
            assert.ok(mayBe(shown, path), path);
        }
    });
});
