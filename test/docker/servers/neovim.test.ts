import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { packServer } from '../../../tools/serverPackage.ts';
import { root } from '../../support/run/paths.ts';
import { Servers } from './serverImage.ts';

/** What the documentation tells people to write. */
const [, configuration = ''] = /```lua\n(.*?)```/s.exec(readFileSync(join(root, 'docs', 'lint.md'), 'utf8')) ?? [];

/** Waits until the server has said something, and prints what a person would see. */
const look = `
vim.api.nvim_create_autocmd('VimEnter', { callback = function()
    local told = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end)
    local seen = vim.tbl_map(function(one)
        return { line = one.lnum + 1, code = one.code, message = one.message }
    end, vim.diagnostic.get(0))
    local hovers = vim.lsp.buf_request_sync(0, 'textDocument/hover', {
        textDocument = vim.lsp.util.make_text_document_params(0),
        position = { line = tonumber(vim.env.HOVER_LINE), character = 25 },
    }, 30000)
    local _, answer = next(hovers or {})
    local hover = answer and answer.result and answer.result.contents.value or ''
    io.stdout:write(vim.json.encode({ told = told, filetype = vim.bo.filetype, seen = seen, hover = hover }))
    vim.cmd('qall!')
end })
`;

interface Seen {
    readonly told: boolean;
    readonly filetype: string;
    readonly seen: readonly { readonly line: number; readonly code: string; readonly message: string }[];
    readonly hover: string;
}

describe('the server in Neovim, set up as the documentation says', () => {
    let folder: string;
    let servers: Servers;

    before(async function () {
        this.timeout(900_000);
        folder = await mkdtemp(join(tmpdir(), 'psc-neovim-'));
        await packServer(folder);
        servers = await Servers.start({ '/mnt/package': folder, '/mnt/node': dirname(process.execPath) });
        await servers.put({ '/root/init.lua': configuration + look });
        const unpacked = await servers.run(
            `mkdir -p /opt/server /work/docker && tar xzf /mnt/package/php-ini-language-server.tgz -C /opt/server --strip-components=1
            chmod +x /opt/server/*.cjs && ln -s /mnt/node/node /usr/local/bin/node && ln -s /opt/server/server.cjs /usr/local/bin/php-ini-language-server
            nvim --version | head -1`,
        );
        assert.match(unpacked.output, /^NVIM v0\.(?:[1-9]\d)/, unpacked.output);
    });

    after(async () => {
        await servers.stop();
        await rm(folder, { recursive: true });
    });

    async function open(path: string, text: string, hoverLine: number): Promise<Seen> {
        await servers.put({ [path]: text });
        const { exitCode, output } = await servers.run(
            `cd /work && HOVER_LINE=${hoverLine} nvim --headless -u /root/init.lua ${path}`,
            120_000,
        );
        assert.equal(exitCode, 0, output);
        const json = /\{.*\}/s.exec(output)?.[0];
        assert.ok(json, output);
        return JSON.parse(json) as Seen;
    }

    it('finds what is wrong with a broken php.ini, and explains a directive', async () => {
        const text = 'session.save_handler = memcached\nmemory_limit = 128MB\nsession.save_path = tcp://h?a=b\n';
        const { told, seen, hover } = await open('/work/docker/php.ini', text, 0);
        assert.ok(told);
        assert.ok(seen.some(({ line, code }) => line === 3 && code === 'syntax-error'));
        assert.ok(seen.some(({ line, code }) => line === 2 && code === 'int-junk'));
        assert.match(hover, /memcached/);
    });

    it('finds what is wrong with a pool of FPM, which stays what it is', async () => {
        const text = '[www]\nphp_admin_value[session.save_handler] = files\nphp_flag[log_errors] = 2\n';
        const { seen, hover, filetype } = await open('/work/docker/www.conf', text, 1);
        assert.ok(seen.some(({ line, code }) => line === 3 && code === 'php-flag-word'));
        assert.match(hover, /Where session data is kept/);
        assert.notEqual(filetype, 'php-ini');
    });
});
