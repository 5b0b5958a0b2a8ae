-- arlint in Neovim (0.7 and newer): put this file into ~/.config/nvim/plugin/.
-- vim.g.arlint_command: how to start it, if not as { 'arlint', 'lsp' }. vim.g.arlint_settings: settings by name.
local group = vim.api.nvim_create_augroup('arlint', {})

local function attach(buffer)
  local found = vim.fs and vim.fs.find({ 'arlint.toml', '.arlint.toml', '.git' }, { upward = true, path = vim.api.nvim_buf_get_name(buffer) })[1]
  local config = {
    name = 'arlint',
    cmd = vim.g.arlint_command or { 'arlint', 'lsp' },
    root_dir = found and vim.fs.dirname(found) or vim.fn.getcwd(),
    settings = { arlint = vim.g.arlint_settings or vim.empty_dict() },
  }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(config))
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = { 'text', 'markdown', 'html' },
  callback = function(args) attach(args.buf) end,
})
