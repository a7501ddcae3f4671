#!/usr/bin/perl
# Completes a store that missed writes, from the stores that have them.
#
# session-cluster-repair watch    asks the other stores again and again whether this one missed something, and catches up
# session-cluster-repair once     brings every key that the other stores have up to date, everywhere; fails where that could not be done
# session-cluster-repair check    exits 0 where this store is complete, as far as the others can be asked
#
# The keys come from the other stores (lru_crawler mgdump); which store lacks what, and what to do, is replicate.lua's business: it runs in a memcached proxy
# for as long as there is something to do. Perl, as every Debian has it.
use strict;
use warnings;
use IO::Socket::INET;
use Socket qw(IPPROTO_TCP TCP_NODELAY);
use Sys::Hostname;
use Time::HiRes qw(sleep time);

use constant {
    STORES       => '/etc/session-cluster/stores',
    RULES        => '/usr/local/share/session-cluster/replicate.lua',
    INCOMPLETE   => '/run/session-cluster/incomplete',
    MISSED       => 'session-cluster.missed.',
    REPAIR_PORT  => 11213,
    CONNECT_TIME => 0.3,     # seconds
    ANSWER_TIME  => 2,       # seconds that a store or the proxy may keep silent
    PAUSE        => 0.2,     # seconds between two looks
    WINDOW       => 500,     # questions under way at once
};

my $me = hostname();
$SIG{PIPE} = 'IGNORE';

# The other stores: a list of { name, host, port }.
sub peers {
    open my $file, '<', STORES or return;
    my @lines = <$file>;
    return grep { $_->{name} ne $me } map { /^[a-z]+ (\S+) (\d+) (\S+)$/ ? { host => $1, port => $2, name => $3 } : () } @lines;
}

# Undef where it cannot be reached.
sub open_store {
    my ($host, $port) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port, Proto => 'tcp', Timeout => CONNECT_TIME) or return;
    setsockopt $socket, SOL_SOCKET, SO_RCVTIMEO, pack('l!l!', ANSWER_TIME, 0);
    setsockopt $socket, SOL_SOCKET, SO_SNDTIMEO, pack('l!l!', ANSWER_TIME, 0);
    setsockopt $socket, IPPROTO_TCP, TCP_NODELAY, 1;
    binmode $socket;
    $socket->autoflush(1);
    return $socket;
}

sub ask {
    my ($socket, $question) = @_;
    print {$socket} "$question\r\n" or return;
    my $answer = <$socket>;
    return unless defined $answer && $answer =~ s/\r\n\z//;
    return $answer;
}

# The version of the note that says that this store missed something; 0 where there is none; undef where the store cannot be asked.
sub note_on {
    my ($peer) = @_;
    my $socket = open_store($peer->{host}, $peer->{port}) or return;
    my $answer = ask($socket, 'mg ' . MISSED . "$me c") // return;
    return $answer =~ /^HD c(\d+)/ ? $1 : 0;
}

# Takes the note away, unless something was missed since.
sub forget_note {
    my ($peer, $version) = @_;
    my $socket = open_store($peer->{host}, $peer->{port}) or return;
    ask($socket, 'md ' . MISSED . "$me C$version");
}

# The keys on a store, each as the line `mg KEY`; undef where they could not all be had.
sub keys_of {
    my ($peer) = @_;
    for (1 .. 50) {
        my $socket = open_store($peer->{host}, $peer->{port}) or return;
        print {$socket} "lru_crawler mgdump all\r\n" or return;
        my @keys;
        while (defined(my $line = <$socket>)) {
            $line =~ s/\r?\n\z//;
            return \@keys if $line eq 'EN';
            last if $line =~ /^BUSY/;    # somebody else asks for the keys at the moment
            push @keys, $line if $line =~ /^mg \S/ && index($line, MISSED) < 0;
        }
        sleep PAUSE;
    }
    return;
}

sub start_proxy {
    my $pid = fork() // die "session-cluster-repair: cannot start the proxy: $!\n";
    if (!$pid) {
        open STDOUT, '>&', \*STDERR;
        exec 'memcached', '--listen=127.0.0.1', '--port=' . REPAIR_PORT, '--udp-port=0', '--threads=1', '--memory-limit=8',
            '-o', 'proxy_config=' . RULES . ',proxy_arg=' . STORES or die "session-cluster-repair: $!\n";
    }
    for (1 .. 100) {
        my $socket = open_store('127.0.0.1', REPAIR_PORT);
        return ($pid, $socket) if $socket;
        sleep 0.02;
    }
    stop_proxy($pid);
    die "session-cluster-repair: the proxy does not start\n";
}

sub stop_proxy {
    my ($pid) = @_;
    kill 'TERM', $pid;
    waitpid $pid, 0;
}

# Sends the keys through the proxy; true where this store was reached for each of them.
sub bring_up_to_date {
    my ($proxy, $keys) = @_;
    my $complete = 1;
    while (my @part = splice @$keys, 0, WINDOW) {
        print {$proxy} map { "$_\r\n" } @part or return 0;
        for (@part) {
            my $answer = <$proxy> // return 0;
            my ($code, @missing) = split ' ', $answer;
            $complete = 0 if $code ne 'HD' || grep { $_ eq $me } @missing;
        }
    }
    return $complete;
}

# Every key of the given stores; true where everything is where it has to be.
sub repair {
    my (@sources) = @_;
    my ($pid, $proxy) = start_proxy();
    my $complete = eval {
        my $all = 1;
        for my $peer (@sources) {
            my $keys = keys_of($peer);
            $all = 0 unless $keys && bring_up_to_date($proxy, $keys);
        }
        $all;
    };
    my $problem = $@;
    close $proxy;
    stop_proxy($pid);
    die $problem if $problem;
    return $complete;
}

sub mark_incomplete {
    open my $file, '>', INCOMPLETE or die 'session-cluster-repair: ' . INCOMPLETE . ": $!\n";
}

# One look: true where this store is complete, as far as the others can be asked. `copied` has the names of those whose keys were gone through since the start.
sub look {
    my ($copied) = @_;
    my (%notes, @sources);
    for my $peer (peers()) {
        my $note = note_on($peer) // next;
        $notes{ $peer->{name} } = $note if $note;
        push @sources, $peer if $note || !$copied->{ $peer->{name} };
    }
    return 1 unless @sources;
    mark_incomplete();
    return 0 unless repair(@sources);
    for my $peer (@sources) {
        $copied->{ $peer->{name} } = 1;
        forget_note($peer, $notes{ $peer->{name} }) if $notes{ $peer->{name} };
    }
    # Whether something was missed meanwhile, the next look says.
    return 0;
}

sub watch {
    my %copied;
    for (;;) {
        my $complete = eval { look(\%copied) };
        print STDERR $@ if $@;
        unlink INCOMPLETE if $complete;
        sleep PAUSE;
    }
}

sub check {
    return 0 if -e INCOMPLETE;
    for my $peer (peers()) {
        return 0 if note_on($peer);
    }
    return 1;
}

my $verb = $ARGV[0] // '';
if ($verb eq 'watch') {
    watch();
} elsif ($verb eq 'once') {
    exit(repair(peers()) ? 0 : 1);
} elsif ($verb eq 'check') {
    exit(check() ? 0 : 1);
} else {
    die "session-cluster-repair watch|once|check\n";
}
