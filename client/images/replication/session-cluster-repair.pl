#!/usr/bin/perl
# Completes a store that missed writes, from the stores that have them (docs/replication.md).
#
# session-cluster-repair watch    asks the other stores again and again whether this one missed something, and catches up
# session-cluster-repair once     brings every key of every store up to date, everywhere
# session-cluster-repair prune    takes away what stores have of keys that belong to others now
# session-cluster-repair forget   takes away what says that keys were deleted: for when nothing is replicated any more
#
# Exit status: 0 done; another one where not, and after anything but these verbs. Why a store is not complete, as far as
# the others can be asked, stands in /run/session-cluster/incomplete for its health check.
#
# It lists keys, and asks: everything that is decided, replicate.lua decides, in a memcached proxy beside it. Perl, as
# every Debian has it.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use Socket qw(IPPROTO_TCP TCP_NODELAY);
use Sys::Hostname;
use Time::HiRes qw(sleep time);

use constant {
    STORES       => '/etc/session-cluster/stores',
    RULES        => '/usr/local/share/session-cluster/replicate.lua',
    INCOMPLETE   => '/run/session-cluster/incomplete',
    LEDGER       => 'session-cluster.ledger',
    OWN          => 'session-cluster.',    # what the keys of the protocol itself begin with
    WATCH_PORT   => 11213,   # of the proxy of `watch`
    ORDER_PORT   => 11214,   # of the other verbs': one that runs already may have read an older file of the stores
    LARGEST      => 4,       # MiB, of an item, as on the stores
    CONNECT_TIME => 0.3,     # seconds
    ANSWER_TIME  => 5,       # seconds that a store or the proxy may keep silent
    POLL_TIME    => 0.2,     # seconds that another store has to show its ledger
    PAUSE        => 0.1,     # seconds between two looks
    WINDOW       => 50,      # questions under way at once
};

my $me = hostname();
my $verb = $ARGV[0] // '';
my $port = $verb eq 'watch' ? WATCH_PORT : ORDER_PORT;
local $SIG{PIPE} = 'IGNORE';

# The lines of the file of the stores that are its own, as replicate.lua takes them: a list of { name, host, port,
# number }.
sub stores_in {
    my (@lines) = @_;
    return map {
        /^(?:keep|join|leave) (\S+) ([0-9]+) (\S+) ([0-9]+)$/
            ? { host => $1, port => $2, name => $3, number => $4 }
            : ()
    } @lines;
}

sub stores_file {
    open my $file, '<', STORES or return '';
    local $/ = undef;
    my $text = <$file>;
    close $file;
    return $text;
}

sub all_stores {
    return stores_in(split /\n/, stores_file());
}

# Undef where it cannot be reached.
sub open_store {
    my ($host, $to) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $to, Proto => 'tcp', Timeout => CONNECT_TIME) or return;
    setsockopt $socket, SOL_SOCKET, SO_RCVTIMEO, pack('l!l!', ANSWER_TIME, 0);
    setsockopt $socket, SOL_SOCKET, SO_SNDTIMEO, pack('l!l!', ANSWER_TIME, 0);
    setsockopt $socket, IPPROTO_TCP, TCP_NODELAY, 1;
    binmode $socket;
    $socket->autoflush(1);
    return $socket;
}

sub read_line {
    my ($socket) = @_;
    my $line = <$socket> // return;
    return $line =~ s/\r\n\z//r;
}

sub ask {
    my ($socket, $question) = @_;
    return unless $socket && print {$socket} "$question\r\n";
    return read_line($socket);
}

# Asks many questions, many at once; their answers, undef for the rest of them where the connection broke. `read_answer`
# reads one, a line unless told.
sub ask_all {
    my ($socket, $questions, $read_answer) = @_;
    my @left = @$questions;
    my @answers;
    while (my @part = splice @left, 0, WINDOW) {
        if ($socket && print {$socket} map { "$_\r\n" } @part) {
            push @answers, map { ($read_answer // \&read_line)->($socket) } @part;
        } else {
            push @answers, map { undef } @part;
        }
    }
    return @answers;
}

# What `mg KEY v c` is answered with: { version, value }; 0 where there is nothing.
sub read_value {
    my ($socket) = @_;
    my $line = read_line($socket) // return;
    my ($size, $version) = $line =~ /^VA (\d+) c(\d+)/ or return $line eq 'EN' ? 0 : undef;
    my $value = '';
    while (length $value < $size + 2) {
        read $socket, $value, $size + 2 - length $value, length $value or return;
    }
    return { version => $version, value => substr $value, 0, $size };
}

# What is on a store: { key => what tells one version of it from another }, without the protocol's own; undef where they
# could not all be had. Looks at nothing that would keep a key from being evicted.
sub keys_of {
    my ($store) = @_;
    for (1 .. 50) {
        my $socket = open_store($store->{host}, $store->{port}) or return;
        print {$socket} "lru_crawler metadump all\r\n" or return;
        my %found;
        while (defined(my $line = <$socket>)) {
            return \%found if $line =~ /^END/;
            last if $line =~ /^BUSY/;    # somebody else asks for the keys at the moment
            my ($key, $ends, $version) = $line =~ /^key=(\S+) exp=(\S+) la=\S+ cas=(\S+)/ or next;
            $key =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
            $found{$key} = "$version $ends" if index($key, OWN) != 0;
        }
        sleep PAUSE;
    }
    return;
}

# The keys that are not the same on all stores that could be asked; undef where one of `required` could not be.
sub differing_keys {
    my (@required) = @_;
    my %required = map { $_->{name} => 1 } @required;
    my @lists;
    for my $store (all_stores()) {
        my $list = keys_of($store);
        return if !$list && $required{ $store->{name} };
        push @lists, $list if $list;
    }
    my %keys;
    for my $list (@lists) {
        for my $key (keys %$list) {
            $keys{$key} ||= grep { ($_->{$key} // '') ne $list->{$key} } @lists;
        }
    }
    return [ grep { $keys{$_} } sort keys %keys ];
}

sub start_proxy {
    my $pid = fork() // die "session-cluster-repair: cannot start the proxy: $!\n";
    if (!$pid) {
        open STDOUT, '>&', \*STDERR;
        exec 'memcached', '--listen=127.0.0.1', "--port=$port", '--udp-port=0', '--threads=1', '--memory-limit=16',
            '--max-item-size=' . LARGEST . 'm', '-o', 'proxy_config=' . RULES . ',proxy_arg=' . STORES
            or die "session-cluster-repair: $!\n";
    }
    for (1 .. 250) {
        my $socket = open_store('127.0.0.1', $port);
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
    return;
}

# What `work` returns, with a proxy for its time.
sub with_proxy {
    my ($work) = @_;
    my ($pid, $proxy) = start_proxy();
    my $result = eval { $work->($proxy) };
    my $problem = $@;
    close $proxy;
    stop_proxy($pid);
    die $problem if $problem;
    return $result;
}

# Brings keys up to date; true where that was done. Where the proxy asks for a value, it is handed in.
sub bring_up_to_date {
    my ($proxy, @keys) = @_;
    my $all = 1;
    my %places = map { $_->{name} => $_ } all_stores();
    my %sources;
    while (my @part = splice @keys, 0, WINDOW) {
        my @answers = ask_all($proxy, [ map { "mg $_" } @part ]);
        my %wanted;
        for my $index (0 .. $#part) {
            my $answer = $answers[$index] // '';
            if ($answer =~ /^HD from (\S+) (\d+)$/) {
                push @{ $wanted{$1} }, { key => $part[$index], version => $2 };
            } else {
                $all = 0 if $answer ne 'HD';
            }
        }
        for my $name (sort keys %wanted) {
            my @items = @{ $wanted{$name} };
            my $source = $sources{$name} //= open_store($places{$name}{host}, $places{$name}{port});
            my @values = ask_all($source, [ map { "mg $_->{key} v c" } @items ], \&read_value);
            my @requests;
            for my $index (0 .. $#items) {
                my ($item, $found) = ($items[$index], $values[$index]);
                # Changed since: the next look sees to it.
                if (!$found || $found->{version} != $item->{version}) {
                    $all = 0;
                    next;
                }
                push @requests, sprintf "ms %s %d E%s\r\n%s", $item->{key}, length $found->{value}, $item->{version}, $found->{value};
            }
            $all = 0 if grep { ($_ // '') ne 'HD' } ask_all($proxy, \@requests);
        }
    }
    return $all;
}

sub once {
    return with_proxy(sub {
        my ($proxy) = @_;
        my $keys = differing_keys(all_stores()) or return 0;
        return bring_up_to_date($proxy, @$keys);
    });
}

# Asks for each key of any store, with `flags`.
sub take_away {
    my ($flags) = @_;
    return with_proxy(sub {
        my ($proxy) = @_;
        my %keys;
        for my $store (all_stores()) {
            my $list = keys_of($store) or return 0;
            $keys{$_} = 1 for keys %$list;
        }
        return !grep { ($_ // '') ne 'HD' } ask_all($proxy, [ map { "md $_$flags" } sort keys %keys ]);
    });
}

sub mark_incomplete {
    my ($reason) = @_;
    open my $file, '>', INCOMPLETE or die 'session-cluster-repair: ' . INCOMPLETE . ": $!\n";
    print {$file} "not complete: $reason\n";
    close $file;
    return;
}

# What the other stores' ledgers say is asked on connections of its own, of all at once, so that one which is paused does
# not hide what another one says for long.
my (%connections, %not_before);

sub connection_to {
    my ($store) = @_;
    my $name = $store->{name};
    if (!$connections{$name} && time >= ($not_before{$name} // 0)) {
        $connections{$name} = open_store($store->{host}, $store->{port});
        $not_before{$name} = time + 1;
    }
    return $connections{$name};
}

# Whether any of the stores says that this one is behind it.
sub is_listed {
    my ($own, @others) = @_;
    my $select = IO::Select->new;
    my %name_of;
    for my $other (@others) {
        my $socket = connection_to($other) or next;
        if (print {$socket} 'mg ' . LEDGER . " f\r\n") {
            $select->add($socket);
            $name_of{ fileno $socket } = $other->{name};
        } else {
            delete $connections{ $other->{name} };
        }
    }
    my $listed = 0;
    my $until = time + POLL_TIME;
    while ($select->count && (my $left = $until - time) > 0) {
        for my $socket ($select->can_read($left)) {
            my $answer = read_line($socket);
            $select->remove($socket);
            if (!defined $answer) {
                delete $connections{ $name_of{ fileno $socket } };
            } elsif ($answer =~ /^HD f(\d+)/ && $1 & 1 << $own->{number}) {
                $listed = 1;
            }
        }
    }
    # Their answers would be taken for those to the next question.
    delete $connections{ $name_of{ fileno $_ } } for $select->handles;
    return $listed;
}

# The keys that this store missed by the lists of those that have one, and those lists, each with its version; undef in
# place of the keys where a list was lost, and everything has to be compared.
sub read_lists {
    my (@others) = @_;
    my (%keys, @lists);
    my $lost = 0;
    for my $other (@others) {
        my $socket = open_store($other->{host}, $other->{port});
        my ($list) = ask_all($socket, [ 'mg ' . OWN . "missed.$me v c" ], \&read_value);
        if ($list) {
            $keys{$_} = 1 for $list->{value} =~ /^(\S+) \d+$/mg;
            push @lists, { socket => $socket, version => $list->{version} };
        } else {
            $lost = 1;
        }
    }
    return ($lost ? undef : [ sort keys %keys ], @lists);
}

# One look with the proxy: true where this store is complete, as far as the others can be asked.
sub catch_up {
    my ($proxy, $own, @others) = @_;
    my $answer = ask($proxy, 'mg ' . OWN . "catch-up.$me") // die "session-cluster-repair: the proxy does not answer\n";
    return 1 if $answer eq 'HD complete';
    my ($what, @names) = $answer =~ /^HD (all|missed)(.*)/ ? ($1, split ' ', $2) : ();
    if (!$what) {
        mark_incomplete('no store can be asked that is');
        return 0;
    }
    mark_incomplete($what eq 'all' ? 'compares every key with the other stores' : "catches up with @names");
    my %listing = map { $_ => 1 } @names;
    # Of another one the proxy does not know what it has: its list stays.
    my ($keys, @lists) = read_lists(grep { $listing{ $_->{name} } } @others);
    $keys = differing_keys($own) if $what eq 'all' || !$keys;
    return 0 unless $keys && bring_up_to_date($proxy, @$keys);
    for my $list (@lists) {
        # Not where something was written to it since.
        my $done = ask($list->{socket}, 'ms ' . OWN . "missed.$me 0 T0 C$list->{version}\r\n") // '';
        return 0 unless $done =~ /^(?:HD|NF)/;
    }
    ask($proxy, 'mg ' . OWN . "admit.$me");
    # Whether something was missed meanwhile, the next look says.
    return 0;
}

# One look: true where this store is complete, as far as the others can be asked.
sub look {
    my ($proxy, $own, @others) = @_;
    if (is_listed($own, @others)) {
        mark_incomplete('missed something that another store has');
        ask($proxy, 'mg ' . OWN . "behind.$me");
    }
    return catch_up($proxy, $own, @others);
}

# Looks for as long as the file of the stores stays what it is.
sub watch_stores {
    my ($text) = @_;
    my ($own) = grep { $_->{name} eq $me } stores_in(split /\n/, $text);
    if (!$own) {
        # Nothing is replicated, or not to this one.
        unlink INCOMPLETE;
        sleep PAUSE while stores_file() eq $text;
        return;
    }
    my @others = grep { $_->{name} ne $me } stores_in(split /\n/, $text);
    with_proxy(sub {
        my ($proxy) = @_;
        while (stores_file() eq $text) {
            unlink INCOMPLETE if look($proxy, $own, @others);
            sleep PAUSE;
        }
    });
    return;
}

# Never ends.
sub watch {    ## no critic (RequireFinalReturn)
    for (;;) {
        eval { watch_stores(stores_file()) };
        if ($@) {
            print STDERR $@;
            sleep 1;
        }
    }
}

sub main {
    if ($verb eq 'watch') {
        watch();
    } elsif ($verb eq 'once') {
        exit(once() ? 0 : 1);
    } elsif ($verb eq 'prune') {
        exit(take_away('') ? 0 : 1);
    } elsif ($verb eq 'forget') {
        exit(take_away(' x') ? 0 : 1);
    } else {
        die "session-cluster-repair watch|once|prune|forget\n";
    }
    return;
}

# Not where a test has it by `require`.
main() unless caller;
1;
