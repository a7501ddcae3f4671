#!/usr/bin/perl
# Completes a store that missed writes, from the stores that have them.
#
# session-cluster-repair watch    asks the other stores again and again whether this one missed something, and catches
#                                 up
# session-cluster-repair once     brings every key of every store up to date, everywhere
# session-cluster-repair prune    takes away what stores have of keys that belong to others now, and what says that a
#                                 key was deleted
# session-cluster-repair check    whether this store is complete, as far as the others can be asked
#
# Exit status: 0 done, or complete; another one where not, and after anything but these verbs.
#
# The keys come from the stores (lru_crawler mgdump). Where a key belongs, and what is there, is told by replicate.lua
# in a memcached proxy that runs for as long as there is something to do; the values are copied here, as the proxy
# cannot hand a value that it has read on to another store. Perl, as every Debian has it.
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
    WATCH_PORT   => 11213,   # of the proxy of `watch`
    ORDER_PORT   => 11214,   # of the other verbs': one that runs already may have read an older file of the stores
    DELETED      => 3726540496,    # as in replicate.lua
    CONNECT_TIME => 0.3,     # seconds
    ANSWER_TIME  => 2,       # seconds that a store or the proxy may keep silent
    PAUSE        => 0.2,     # seconds between two looks
    WINDOW       => 500,     # questions under way at once
};

my $me = hostname();
my $verb = $ARGV[0] // '';
my $port = $verb eq 'watch' ? WATCH_PORT : ORDER_PORT;
local $SIG{PIPE} = 'IGNORE';

# The lines of the file of the stores that are its own, as replicate.lua takes them: a list of { name, host, port }.
sub stores_in {
    my (@lines) = @_;
    return map { /^(?:keep|join|leave) (\S+) ([0-9]+) (\S+)$/ ? { host => $1, port => $2, name => $3 } : () } @lines;
}

sub all_stores {
    open my $file, '<', STORES or return;
    my @lines = <$file>;
    close $file;
    return stores_in(@lines);
}

# The other ones.
sub peers {
    return grep { $_->{name} ne $me } all_stores();
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

# The version of the note that says that this store missed something; 0 where there is none; undef where the store
# cannot be asked.
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
    return;
}

# The keys on a store, each as the line `mg KEY`, by choice with those of locks; undef where they could not all be had.
sub keys_of {
    my ($peer, $with_locks) = @_;
    for (1 .. 50) {
        my $socket = open_store($peer->{host}, $peer->{port}) or return;
        print {$socket} "lru_crawler mgdump all\r\n" or return;
        my @keys;
        while (defined(my $line = <$socket>)) {
            $line =~ s/\r?\n\z//;
            return \@keys if $line eq 'EN';
            last if $line =~ /^BUSY/;    # somebody else asks for the keys at the moment
            # Locks live for seconds; one that was copied at the wrong moment would outlive its owner.
            push @keys, $line if $line =~ /^mg \S+$/ && ($with_locks || $line !~ /lock\.[^.]*$/) && index($line, MISSED) < 0;
        }
        sleep PAUSE;
    }
    return;
}

sub start_proxy {
    my $pid = fork() // die "session-cluster-repair: cannot start the proxy: $!\n";
    if (!$pid) {
        open STDOUT, '>&', \*STDERR;
        exec 'memcached', '--listen=127.0.0.1', "--port=$port", '--udp-port=0', '--threads=1', '--memory-limit=8',
            '-o', 'proxy_config=' . RULES . ',proxy_arg=' . STORES or die "session-cluster-repair: $!\n";
    }
    for (1 .. 100) {
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

# Connections to the stores themselves, by name.
sub open_stores {
    my %stores;
    for my $store (all_stores()) {
        my $socket = open_store($store->{host}, $store->{port});
        $stores{ $store->{name} } = $socket if $socket;
    }
    return \%stores;
}

# Asks many questions at once; the answers, each with what `read_answer` makes of it, or undef for the rest of them
# where the connection broke.
sub ask_all {
    my ($socket, $questions, $read_answer) = @_;
    return map { undef } @$questions unless $socket && print {$socket} @$questions;
    return map { $read_answer->($socket) } @$questions;
}

sub read_line {
    my ($socket) = @_;
    my $line = <$socket> // return;
    return $line =~ s/\r\n\z//r;
}

# What `mg KEY v c f t` is answered with: { version, flags, ttl, value }; 0 where there is nothing any more.
sub read_value {
    my ($socket) = @_;
    my $line = read_line($socket) // return;
    my ($size, $version, $flags, $ttl) = $line =~ /^VA (\d+) c(\d+) f(\d+) t(-?\d+)/ or return $line eq 'EN' ? 0 : undef;
    my $value = '';
    while (length $value < $size + 2) {
        read $socket, $value, $size + 2 - length $value, length $value or return;
    }
    return { version => $version, flags => $flags, ttl => $ttl < 0 ? 0 : $ttl, value => substr($value, 0, $size) };
}

# Of one key, what the proxy told: { source, targets: { name => version that is there } }; undef where nothing is to be
# copied. Marks in `reached` whether this store is, or, of `once`, every one.
sub task_of {
    my ($answer, $reached) = @_;
    my %versions;
    for my $word (split ' ', $answer =~ s/^HD //r) {
        my ($name, $state) = split /=/, $word;
        $$reached = 0 if $state eq '?' && ($verb eq 'once' || $name eq $me);
        $versions{$name} = (split /,/, $state)[0] if $state ne '?';
    }
    my ($source) = sort { $versions{$b} <=> $versions{$a} || $a cmp $b } keys %versions or return;
    my %targets = map { $versions{$_} < $versions{$source} ? ($_ => $versions{$_}) : () } keys %versions;
    return %targets ? { source => $source, version => $versions{$source}, targets => \%targets } : undef;
}

# Copies what is newest of each key to the stores that have something older, or nothing. True where nothing failed.
sub copy {
    my ($stores, $tasks) = @_;
    my $complete = 1;
    my %by_source;
    push @{ $by_source{ $_->{source} } }, $_ for @$tasks;
    for my $source (keys %by_source) {
        my @tasks = @{ $by_source{$source} };
        my @found = ask_all($stores->{$source}, [ map { "mg $_->{key} v c f t\r\n" } @tasks ], \&read_value);
        my %writes;
        for my $index (0 .. $#tasks) {
            my ($task, $item) = ($tasks[$index], $found[$index]);
            $complete = 0 unless defined $item;
            next unless $item;    # gone since, and so there is nothing to copy
            for my $target (keys %{ $task->{targets} }) {
                # Only in place of what was there when it was looked at: whoever writes meanwhile is right.
                my $condition = $task->{targets}{$target} ? "C$task->{targets}{$target}" : 'ME';
                my $line = sprintf "ms %s %d T%d F%d E%s %s\r\n",
                    $task->{key}, length $item->{value}, $item->{ttl}, $item->{flags}, $item->{version}, $condition;
                push @{ $writes{$target} }, {
                    question => "$line$item->{value}\r\n",
                    key      => $task->{key},
                    version  => $item->{version},
                    added    => $condition eq 'ME',
                };
            }
        }
        for my $target (keys %writes) {
            my @writes = @{ $writes{$target} };
            my @answers = ask_all($stores->{$target}, [ map { $_->{question} } @writes ], \&read_line);
            $complete = 0 if grep { !defined || !/^(?:HD|NS|EX|NF)/ } @answers;
            my @added = map { $writes[$_]{added} && ($answers[$_] // '') =~ /^HD/ ? $writes[$_] : () } 0 .. $#writes;
            retract_deleted($stores->{$source}, $stores->{$target}, \@added);
        }
    }
    return $complete;
}

# What was deleted everywhere while it was being copied is taken away again.
sub retract_deleted {
    my ($source, $target, $writes) = @_;
    my @still = ask_all($source, [ map { "mg $_->{key} c\r\n" } @$writes ], \&read_line);
    my @gone = map { ($still[$_] // '') eq 'EN' ? $writes->[$_] : () } 0 .. $#$writes;
    ask_all($target, [ map { "md $_->{key} C$_->{version}\r\n" } @gone ], \&read_line);
    return;
}

# Brings the keys, lines `mg KEY`, up to date; true where nothing failed and this store was reached for each of its own.
sub bring_up_to_date {
    my ($proxy, $stores, $keys) = @_;
    my $complete = 1;
    while (my @part = splice @$keys, 0, WINDOW) {
        my @answers = ask_all($proxy, [ map { "$_\r\n" } @part ], \&read_line);
        my @tasks;
        for my $index (0 .. $#part) {
            if (($answers[$index] // '') !~ /^HD /) {
                $complete = 0;
                next;
            }
            my $task = task_of($answers[$index], \$complete) // next;
            push @tasks, { %$task, key => substr($part[$index], 3) };
        }
        $complete = 0 unless copy($stores, \@tasks);
    }
    return $complete;
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

# Every key of the given stores; true where everything is where it has to be.
sub repair {
    my (@sources) = @_;
    return with_proxy(sub {
        my ($proxy) = @_;
        my $all = 1;
        for my $source (@sources) {
            my $keys = keys_of($source);
            $all = 0 unless $keys && bring_up_to_date($proxy, open_stores(), $keys);
        }
        return $all;
    });
}

# Of one key on one store, what the proxy told: the request that takes it away there; an empty one where it stays; undef
# where its stores could not all be asked.
sub removal_of {
    my ($store, $key, $answer) = @_;
    # One element of a list in any case.
    return undef unless $answer =~ /^HD / && $answer !~ /=\?/;    ## no critic (ProhibitExplicitReturnUndef)
    my %states = map { my ($name, $state) = split /=/; ($name => [ split /,/, $state ]) } split ' ', $answer =~ s/^HD //r;
    # It belongs to others since one has joined. When that one leaves, it would be read again: a session that has ended
    # since would come back.
    my $here = $states{ $store->{name} } // return "md $key\r\n";
    # No store has the key any more, and PHP without the proxy would take the deletion for a value, or for a lock.
    my $is_deleted = $here->[0] && !grep { $_->[0] && $_->[1] != DELETED } values %states;
    return $is_deleted ? "md $key C$here->[0]\r\n" : '';
}

# True where every store has only what it has to have.
sub prune {
    return with_proxy(sub {
        my ($proxy) = @_;
        my $all = 1;
        for my $store (all_stores()) {
            my $keys = keys_of($store, 1) or return 0;
            my $socket = open_store($store->{host}, $store->{port});
            while (my @part = splice @$keys, 0, WINDOW) {
                my @answers = ask_all($proxy, [ map { "$_\r\n" } @part ], \&read_line);
                my @removals = map { removal_of($store, substr($part[$_], 3), $answers[$_] // '') } 0 .. $#part;
                $all = 0 if grep { !defined } @removals;
                my @done = ask_all($socket, [ grep { defined && $_ ne '' } @removals ], \&read_line);
                $all = 0 if grep { ($_ // '') !~ /^(?:HD|EX|NF)/ } @done;
            }
        }
        return $all;
    });
}

sub mark_incomplete {
    open my $file, '>', INCOMPLETE or die 'session-cluster-repair: ' . INCOMPLETE . ": $!\n";
    close $file;
    return;
}

# One look: true where this store is complete, as far as the others can be asked. `copied` has the names of those whose
# keys were gone through since the start.
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

# Never ends.
sub watch {    ## no critic (RequireFinalReturn)
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

sub main {
    if ($verb eq 'watch') {
        watch();
    } elsif ($verb eq 'once') {
        exit(repair(all_stores()) ? 0 : 1);
    } elsif ($verb eq 'prune') {
        exit(prune() ? 0 : 1);
    } elsif ($verb eq 'check') {
        exit(check() ? 0 : 1);
    } else {
        die "session-cluster-repair watch|once|prune|check\n";
    }
    return;
}

# Not where a test has it by `require`.
main() unless caller;
1;
