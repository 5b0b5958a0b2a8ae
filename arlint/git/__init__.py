"""Everything that speaks with git, always through its plumbing commands.

`process` runs git; `repository` says where one is in it; `staged` and `pushed` give the files that are about to be committed or pushed;
`changes` the lines changed since a commit; `restaging` puts fixes into the index, `leftovers` clears up after one that was killed;
`hooks` installs arlint as a hook.
"""
