// Starts `arlint lsp` and shows its state. All that concerns text is done by the server.
import { ExtensionContext, LanguageStatusItem, LanguageStatusSeverity, commands, languages, window, workspace } from 'vscode';
import { LanguageClient, LanguageClientOptions, RevealOutputChannelOn, ServerOptions, State } from 'vscode-languageclient/node';
import { findCommand, install } from './command';
import { say } from './texts';

const PROSE = ['plaintext', 'markdown', 'html'];
const TOML = '**/*.toml';

let client: LanguageClient | undefined;
let status: LanguageStatusItem;

export async function activate(context: ExtensionContext): Promise<void> {
  status = languages.createLanguageStatusItem('arlint', [...PROSE.map((language) => ({ language })), { pattern: TOML }]);
  status.name = 'arlint';
  status.command = { command: 'arlint.showLog', title: say('showLog') };
  context.subscriptions.push(
    status,
    commands.registerCommand('arlint.restart', restart),
    commands.registerCommand('arlint.install', async () => (await install()) && restart()),
    commands.registerCommand('arlint.showLog', () => client?.outputChannel.show()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('arlint.command') && restart()),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

async function restart(): Promise<void> {
  await client?.dispose();
  client = undefined;
  await start();
}

async function start(): Promise<void> {
  show(LanguageStatusSeverity.Information, say('starting'), true);
  const command = await findCommand();
  if (!command) {
    show(LanguageStatusSeverity.Error, say('missing'));
    void offerToInstall();
    return;
  }
  client = makeClient(command);
  try {
    await client.start();
  } catch (error) {
    show(LanguageStatusSeverity.Error, `${say('failed')} ${error}`);
  }
}

function makeClient([command, ...args]: string[]): LanguageClient {
  const server: ServerOptions = { command, args: [...args, 'lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...PROSE.flatMap((language) => [{ scheme: 'file', language }, { scheme: 'untitled', language }, { scheme: 'vscode-notebook-cell', language }]),
      { scheme: 'file', pattern: TOML },
    ],
    initializationOptions: workspace.getConfiguration('arlint'),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'arlint',
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: true },
  };
  const made = new LanguageClient('arlint', 'arlint', server, options);
  made.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      show(LanguageStatusSeverity.Information, `${say('running')} ${made.initializeResult?.serverInfo?.version ?? ''}`);
    } else if (newState === State.Stopped) {
      show(LanguageStatusSeverity.Warning, say('stopped'));
    }
  });
  return made;
}

async function offerToInstall(): Promise<void> {
  const choice = await window.showWarningMessage(say('missing'), say('install'), say('settings'));
  if (choice === say('install')) {
    await commands.executeCommand('arlint.install');
  } else if (choice === say('settings')) {
    await commands.executeCommand('workbench.action.openSettings', 'arlint.command');
  }
}

function show(severity: LanguageStatusSeverity, text: string, busy = false): void {
  status.severity = severity;
  status.text = text;
  status.busy = busy;
}
