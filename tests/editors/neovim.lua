-- Opens the article, waits for findings, types, applies the repair of the last finding; writes what it saw as JSON.
local out = vim.env.ARLINT_OUT
vim.g.arlint_command = vim.split(vim.env.ARLINT_SERVER, ' ')
vim.cmd('luafile ' .. vim.env.ARLINT_CLIENTS .. '/neovim/arlint.lua')
vim.bo.filetype = 'text'
local function findings(least)
  vim.wait(20000, function() return #vim.diagnostic.get(0) >= least end, 50)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    table.insert(found, { code = one.code or (one.user_data or {}).lsp.code, line = one.lnum, text = string.sub(line, one.col + 1, one.end_col) })
  end
  return found
end
local seen = { before = findings(1) }
vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'ثم 😀  عاد.' })
seen.after = findings(#seen.before + 1)
local client = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
local last = vim.api.nvim_buf_line_count(0) - 1
local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  range = { start = { line = last, character = 0 }, ['end'] = { line = last, character = 99 } },
  context = { diagnostics = {} },
}
local answer = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 10000)
for _, one in pairs(answer or {}) do
  seen.title = one.result[1].title
  vim.lsp.util.apply_workspace_edit(one.result[1].edit, client.offset_encoding)
end
seen.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.fn.writefile({ vim.fn.json_encode(seen) }, out)
vim.cmd('qa!')
