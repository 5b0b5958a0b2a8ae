// Where arlint is: as the settings say, in the folder's virtual environment, on the path, or as a module of a Python.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProgressLocation, window, workspace } from 'vscode';
import { say } from './texts';

const WINDOWS = process.platform === 'win32';
const PYTHONS = WINDOWS ? ['py', 'python'] : ['python3', 'python'];

/** The command that starts arlint, as a list; undefined when there is none. */
export async function findCommand(): Promise<string[] | undefined> {
  const asked = workspace.getConfiguration('arlint').get<string[]>('command') ?? [];
  const candidates = asked.length > 0 ? [asked] : [...inFolders(), ['arlint'], ...PYTHONS.map((python) => [python, '-m', 'arlint'])];
  for (const candidate of candidates) {
    if (await answers(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

/** Install arlint with pip for this user; tells how it went. */
export async function install(): Promise<boolean> {
  return window.withProgress({ location: ProgressLocation.Notification, title: say('installing') }, async () => {
    for (const python of PYTHONS) {
      if (await run([python, '-m', 'pip', 'install', '--user', '--upgrade', 'arlint'])) {
        return true;
      }
    }
    void window.showErrorMessage(say('notInstalled'));
    return false;
  });
}

function inFolders(): string[][] {
  const inside = WINDOWS ? ['Scripts', 'arlint.exe'] : ['bin', 'arlint'];
  const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
  const paths = folders.flatMap((folder) => ['.venv', 'venv'].map((name) => join(folder.uri.fsPath, name, ...inside)));
  return paths.filter((path) => existsSync(path)).map((path) => [path]);
}

function answers(command: string[]): Promise<boolean> {
  return run([...command, '--version'], 20_000);
}

function run([command, ...args]: string[], timeout = 600_000): Promise<boolean> {
  return new Promise((resolve) => execFile(command, args, { timeout }, (error) => resolve(error === null)));
}
