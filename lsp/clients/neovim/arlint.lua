-- arlint in Neovim (0.7 and newer): put this file into ~/.config/nvim/plugin/.
-- vim.g.arlint_command: how to start it, if not as { 'arlint', 'lsp' }. vim.g.arlint_settings: settings by name.
local servers = {} -- by folder; Neovim 0.7 doesn't know by itself which one is running
local group = vim.api.nvim_create_augroup('arlint', {})

local function attach(buffer)
  local toml = vim.bo[buffer].filetype == 'toml'
  local found = vim.fs and vim.fs.find({ 'arlint.toml', '.arlint.toml', '.git' }, { upward = true, path = vim.api.nvim_buf_get_name(buffer) })[1]
  if toml and not string.match(found or vim.api.nvim_buf_get_name(buffer), 'arlint%.toml$') then
    return -- not in a project that arlint checks
  end
  local config = {
    name = 'arlint',
    cmd = vim.g.arlint_command or { 'arlint', 'lsp' },
    root_dir = found and vim.fs.dirname(found) or vim.fn.getcwd(),
    init_options = vim.g.arlint_settings or vim.empty_dict(),
    settings = { arlint = vim.g.arlint_settings or vim.empty_dict() },
  }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    local known = servers[config.root_dir]
    servers[config.root_dir] = known and vim.lsp.get_client_by_id(known) and known or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, servers[config.root_dir])
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = { 'text', 'markdown', 'html', 'srt', 'webvtt', 'toml' },
  callback = function(args) attach(args.buf) end,
})
