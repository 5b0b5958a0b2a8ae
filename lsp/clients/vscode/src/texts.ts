// What the extension itself says, in the language of VS Code.
import { env } from 'vscode';
import arabic from './texts.ar.json';
import english from './texts.en.json';

/** The text for a key. */
export function say(key: keyof typeof english): string {
  return (env.language.startsWith('ar') ? arabic : english)[key];
}
