-- replicate.lua runs in memcached's proxy (proxy.md in memcached's documentation), which has Lua 5.4, calls two functions, and has a table of its own:
-- of that, what is in use here, so that a name that is misspelt is found.
std = 'lua54'
files['client/images/replication'] = {
    globals = { 'mcp_config_pools', 'mcp_config_routes' },
    read_globals = {
        mcp = {
            fields = {
                'CMD_ADD',
                'CMD_DELETE',
                'CMD_GET',
                'CMD_MG',
                'CMD_SET',
                'CMD_TOUCH',
                'MCMC_CODE_CLIENT_ERROR',
                'MCMC_CODE_ERROR',
                'MCMC_CODE_EXISTS',
                'MCMC_CODE_OK',
                'MCMC_CODE_SERVER_ERROR',
                'WAIT_ANY',
                'attach',
                'backend',
                'backend_connect_timeout',
                'backend_failure_limit',
                'backend_read_timeout',
                'backend_retry_timeout',
                'funcgen_new',
                'luagc_ratio',
                'pool',
                'request',
                'res_inspector_new',
                'start_arg',
                'time_mono_millis',
                'time_real_millis',
            },
        },
    },
}
