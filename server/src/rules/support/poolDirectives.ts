const ofPools =
    /^(?:pm|pm\.(?:max_children|start_servers|(?:min|max)_spare_servers|max_requests|process_idle_timeout|status_path)|request_(?:terminate|slowlog)_timeout|catch_workers_output|security\.limit_extensions|rlimit_(?:files|core)|listen\.(?:owner|group|mode|backlog|allowed_clients))$/;

/** Whether it is a directive of FPM's pools, and of nothing else. */
export function isOfPool(name: string): boolean {
    return ofPools.test(name);
}
