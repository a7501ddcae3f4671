#!/usr/bin/perl
# Takes the way to some addresses away from everything in a network namespace, or gives it back: blackhole routes, which
# connections that are open meet with as well. Netlink itself (rtnetlink(7)), for images have no ip(8).
# Needs CAP_NET_ADMIN.
#
# blackhole.pl add ADDRESS…             where one cannot be added, none of them stays
# blackhole.pl remove ADDRESS…
# blackhole.pl guard SECONDS ADDRESS…   removes them after so long, or with SIGTERM: whoever added them may be gone
use strict;
use warnings;
use Socket qw(AF_INET AF_INET6 inet_pton);

use constant {
    AF_NETLINK      => 16,
    SOCK_RAW        => 3,
    NETLINK_ROUTE   => 0,
    NLMSG_ERROR     => 2,
    RTM_NEWROUTE    => 24,
    RTM_DELROUTE    => 25,
    REQUEST_ACK     => 0x1 | 0x4,        # NLM_F_REQUEST, NLM_F_ACK
    CREATE_REPLACE  => 0x400 | 0x100,    # NLM_F_CREATE, NLM_F_REPLACE
    RT_TABLE_MAIN   => 254,
    RTPROT_STATIC   => 4,
    RTN_BLACKHOLE   => 6,
    RTA_DST         => 1,
    NO_SUCH_PROCESS => 3,                # ESRCH: there is no such route
};

socket my $netlink, AF_NETLINK, SOCK_RAW, NETLINK_ROUTE or die "netlink: $!\n";

# An error number, 0 where it was done.
sub request {
    my ($type, $flags, $address) = @_;
    my $family = $address =~ /:/ ? AF_INET6 : AF_INET;
    my $packed = inet_pton($family, $address) or die "$address is no address\n";
    my $route  = pack 'C8 L', $family, 8 * length $packed, 0, 0, RT_TABLE_MAIN, RTPROT_STATIC, 0, RTN_BLACKHOLE, 0;
    my $body   = $route . pack('S S', 4 + length $packed, RTA_DST) . $packed;
    my $head   = pack 'L S S L L', 16 + length $body, $type, REQUEST_ACK | $flags, 1, 0;
    defined send $netlink, $head . $body, 0, pack 'S S L L', AF_NETLINK, 0, 0, 0 or die "netlink: $!\n";
    defined recv $netlink, my $answer, 8192, 0 or die "netlink: $!\n";
    my (undef, $kind, undef, undef, undef, $error) = unpack 'L S S L L l', $answer;
    die "netlink: an answer of type $kind\n" if $kind != NLMSG_ERROR;
    return -$error;
}

sub in_words {
    my ($address, $error) = @_;
    local $! = $error;
    return "$address: $!";
}

sub remove {
    my @addresses = @_;
    my @failed;
    for my $address (@addresses) {
        my $error = request(RTM_DELROUTE, 0, $address);
        push @failed, in_words($address, $error) if $error && $error != NO_SUCH_PROCESS;
    }
    die join('; ', @failed) . "\n" if @failed;
    return;
}

sub add {
    my @addresses = @_;
    for my $address (@addresses) {
        my $error = request(RTM_NEWROUTE, CREATE_REPLACE, $address) or next;
        remove(@addresses);
        die in_words($address, $error) . "\n";
    }
    return;
}

sub guard {
    my ($seconds, @addresses) = @_;
    # Ends the sleep.
    local $SIG{TERM} = sub { };
    sleep $seconds;
    remove(@addresses);
    return;
}

my ($verb, @arguments) = @ARGV;
my %verbs = (add => \&add, remove => \&remove, guard => \&guard);
my $do    = $verbs{ $verb // '' } or die "blackhole.pl add|remove ADDRESS…, or guard SECONDS ADDRESS…\n";
$do->(@arguments);
