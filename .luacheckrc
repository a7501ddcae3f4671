-- replicate.lua runs in memcached's proxy (proxy.md in memcached's documentation), which has Lua 5.4, calls two functions, and has a table of its own:
-- of that, what is in use here, so that a name that is misspelt is found.
std = 'lua54'
local proxy = {
    globals = { 'mcp_config_pools', 'mcp_config_routes' },
    read_globals = {
        mcp = {
            fields = {
                'CMD_ADD',
                'CMD_DELETE',
                'CMD_GET',
                'CMD_MD',
                'CMD_MG',
                'CMD_MS',
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
files['client/images/replication'] = proxy
-- A planted fault a line, with the texts as they stand.
files['test/simulation/mutants.lua'] = { max_line_length = false }
