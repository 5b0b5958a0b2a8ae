" arlint in Vim with ALE: put this file into ~/.vim/plugin/.
" g:arlint_settings: settings by name.
" g:arlint_executable: the program, if not 'arlint' on the path. g:arlint_command: the whole command, '%e' being the program.
function! ArlintRoot(buffer) abort
  for l:name in ['arlint.toml', '.arlint.toml']
    let l:found = ale#path#FindNearestFile(a:buffer, l:name)
    if !empty(l:found)
      return fnamemodify(l:found, ':p:h')
    endif
  endfor
  if getbufvar(a:buffer, '&filetype') is# 'toml'
    return '' " not in a project that arlint checks
  endif
  let l:repository = ale#path#FindNearestDirectory(a:buffer, '.git')
  return fnamemodify(empty(l:repository) ? bufname(a:buffer) : l:repository, empty(l:repository) ? ':p:h' : ':p:h:h')
endfunction

function! s:Define() abort
  for l:type in ['text', 'markdown', 'html', 'srt', 'webvtt', 'toml']
    call ale#linter#Define(l:type, {
    \ 'name': 'arlint',
    \ 'lsp': 'stdio',
    \ 'executable': get(g:, 'arlint_executable', 'arlint'),
    \ 'command': get(g:, 'arlint_command', '%e lsp'),
    \ 'language': l:type is# 'text' ? 'plaintext' : l:type,
    \ 'initialization_options': {-> get(g:, 'arlint_settings', {})},
    \ 'project_root': function('ArlintRoot'),
    \})
  endfor
endfunction

autocmd VimEnter * call s:Define()
