//! Starts `arlint lsp`, found on the path of the project.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Arlint;

impl zed::Extension for Arlint {
    fn new() -> Self {
        Arlint
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("arlint")
            .ok_or("arlint is not on the path; install it with 'pip install arlint'")?;
        Ok(Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Arlint);
