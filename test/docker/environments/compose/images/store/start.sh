#!/bin/sh
exec memcached -u memcache
