#!/usr/bin/perl
# What supervise.sh asks memcached's proxy for on its socket; ends with the proxy in any case.
#
# proxy-watch.pl await PID SOCKET    until the proxy says that a store answers
# proxy-watch.pl guard PID SOCKET    kills the proxy where PHP would give it up: when it has kept silent for 3 s, or all
#                                    of this container was frozen for as long, so that time-outs are over which nothing
#                                    had a chance to meet. libmemcached waits for 5 s, and PHP goes on with an empty
#                                    session then
use strict;
use warnings;
use IO::Socket::UNIX;
use Socket qw(SOL_SOCKET SO_RCVTIMEO);
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC sleep);

use constant {
    ANSWER_TIME => 3,       # seconds
    PAUSE       => 0.25,    # seconds between two questions
};

my ($verb, $proxy, $path) = @ARGV;
local $SIG{PIPE} = 'IGNORE';
local $0 = "session-cluster-$verb";

sub now {
    return clock_gettime(CLOCK_MONOTONIC);
}

# The answer to one question, undef where there is none. On a connection of its own: one that stays would look like a
# request that uses the proxy (await-unused.sh).
sub ask {
    my ($question) = @_;
    my $socket = IO::Socket::UNIX->new(Peer => $path) or return;
    setsockopt $socket, SOL_SOCKET, SO_RCVTIMEO, pack('l!l!', ANSWER_TIME, 0);
    $socket->autoflush(1);
    print {$socket} "$question\r\n" or return;
    my $answer = <$socket>;
    close $socket;
    return $answer;
}

sub await_ready {
    while (kill 0, $proxy) {
        return if (ask('mg session-cluster.ready') // '') =~ /^HD/;
        sleep PAUSE;
    }
    return;
}

sub guard {
    my $answered = now();
    while (kill 0, $proxy) {
        my $before = now();
        $answered = now() if defined ask('mg session-cluster.stores');
        sleep PAUSE;
        if (now() - $before > ANSWER_TIME || now() - $answered > ANSWER_TIME + PAUSE) {
            print STDERR "session-cluster-supervise: memcached's proxy was held up for more than 3 s\n";
            kill KILL => $proxy;
            return;
        }
    }
    return;
}

if ($verb eq 'await') {
    await_ready();
} elsif ($verb eq 'guard') {
    guard();
} else {
    die "proxy-watch.pl await|guard PID SOCKET\n";
}
