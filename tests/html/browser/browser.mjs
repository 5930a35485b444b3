// Chromium without a network, and a page whose every complaint, question and request is noted.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

/** Opens a page, `beside` another if one is given; `faults` gathers whatever it complains about,
 * asks for or pops up. */
export async function open(file, viewport, more = {}) {
  const { prepare, beside, ...options } = more;
  const context = beside?.context() ?? await browser.newContext({ viewport, offline: true, ...options });
  const page = await context.newPage();
  await prepare?.(page, context);
  const faults = [];
  const warnings = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    if (dialog.type() === "beforeunload") {
      warnings.push("beforeunload");
      dialog.accept();
      return;
    }
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", (popup) => faults.push(`popup: ${popup.url()}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame.url().split("#")[0] !== pathToFileURL(file).href) faults.push(`went to ${frame.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, faults, warnings, close: () => context.close() };
}
