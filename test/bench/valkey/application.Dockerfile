# Our Apache and PHP, with phpredis in place of memcached's proxy.
ARG BASE
FROM ${BASE}
USER root
RUN apt-get update && apt-get install -y --no-install-recommends php-redis && rm -rf /var/lib/apt/lists/*
USER www-data
