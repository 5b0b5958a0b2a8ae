// Opens the article in VS Code in a browser, applies the repair of the run-on word, and tells what it saw as JSON.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const { ARLINT_NODE, ARLINT_OUT, ARLINT_PORT, ARLINT_FOLDER, ARLINT_CHROMIUM, ARLINT_SCREENSHOT } = process.env;
const { chromium } = createRequire(`${ARLINT_NODE}/`)('playwright-core');
const browser = await chromium.launch({ executablePath: ARLINT_CHROMIUM, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
const seen = {};
const squiggles = () => page.locator('.view-overlays [class*="squiggly-"]').count();
const lines = async () => (await page.locator('.monaco-editor .view-line').allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' '));
try {
  await page.goto(`http://127.0.0.1:${ARLINT_PORT}/?folder=${ARLINT_FOLDER}`);
  await page.waitForSelector('.monaco-workbench', { timeout: 60000 });
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'article.txt' }).first().dblclick({ timeout: 60000 });
  await page.waitForSelector('.view-overlays [class*="squiggly-"]', { timeout: 60000 });
  seen.squiggles = await squiggles();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await page.waitForTimeout(1500);
  seen.message = await page.locator('.marker-widget, .zone-widget').first().innerText();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget .monaco-list-row', { timeout: 20000 });
  await page.waitForTimeout(500);
  if (ARLINT_SCREENSHOT) await page.screenshot({ path: ARLINT_SCREENSHOT, clip: { x: 0, y: 0, width: 1080, height: 420 } });
  seen.actions = await page.locator('.action-widget .monaco-list-row').allInnerTexts();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2500);
  seen.lines = await lines();
  seen.left = await squiggles();
} catch (error) {
  seen.error = String(error);
  if (ARLINT_SCREENSHOT) await page.screenshot({ path: ARLINT_SCREENSHOT });
} finally {
  writeFileSync(ARLINT_OUT, JSON.stringify(seen));
  await browser.close();
}
