// Opens pages in Chromium without a network and checks them: node check.mjs HOW PAGE...
// HOW is open (no error, nothing fires), use (sorting, filtering, folding, printing),
// axe (no violation of accessibility rules) or shot (a picture beside each page).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DESKTOP, PHONE, browser, open } from "./browser.mjs";

const [how, ...files] = process.argv.slice(2);

async function opens(file) {
  const { page, faults, close } = await open(file, DESKTOP);
  // What a pointer, the keyboard or an address could set off.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("body *")) {
      for (const kind of ["mouseover", "focus", "error", "load", "toggle"]) {
        one.dispatchEvent(new Event(kind));
      }
    }
  });
  await page.waitForTimeout(100);
  assert.equal(await page.locator("main img, main iframe, main a, main script").count(), 0);
  assert.deepEqual(faults, []);
  await close();
}

async function isUsed(file) {
  const { page, faults, close } = await open(file, DESKTOP);
  const table = page.locator("#disciplines table");
  const column = (n) => table.locator("tbody tr:visible").evaluateAll(
    (rows, at) => rows.map((row) => row.cells[at].textContent.trim()), n,
  );
  const numbers = async () => (await column(2))
    .filter((text) => /^\d/.test(text)).map((text) => Number(text.replace(",", ".")));
  const given = await column(0);
  const head = table.locator("thead th").nth(2);

  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = await numbers();
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  assert.match((await column(2)).at(-1), /^\D/, "what has no number stands last");
  assert.match(await page.locator("#said").textContent(), /stigende|ascending/);

  await head.getByRole("button").press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await numbers(), [...up].reverse());
  assert.match((await column(2)).at(-1), /^\D/, "what has no number stands last");

  const agreement = table.locator("thead th").nth(6);
  await agreement.getByRole("button").press("Space");
  assert.equal(await head.getAttribute("aria-sort"), null);
  assert.match((await column(6))[0], /^−/, "a minus sign is one");
  await agreement.getByRole("button").press("Space");
  await agreement.getByRole("button").press("Space");
  assert.deepEqual(await column(0), given, "a third time brings the report's order back");

  const names = table.locator("thead th").first();
  await names.getByRole("button").click();
  const language = await page.evaluate(() => document.documentElement.lang);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  assert.deepEqual(await column(0), [...given].sort(collator.compare));

  const search = page.locator("#disciplines input[type=search]");
  await search.fill("ÆRLIG pla");
  const some = await column(0);
  assert.ok(some.length > 0 && some.length < given.length);
  assert.ok(some.every((name) => name.includes("Ærlig") && name.startsWith("PLA")));
  assert.match(await page.locator("#disciplines .count").textContent(), new RegExp(`^${some.length} .*31`));
  await search.fill("findes ikke");
  assert.equal((await column(0)).length, 0);
  await search.fill("");
  assert.equal((await column(0)).length, given.length);

  const cards = page.locator("#cards details");
  const isOpen = () => cards.evaluateAll((all) => all.filter((one) => one.open).length);
  assert.equal(await isOpen(), 0);
  await cards.first().locator("summary").press("Enter");
  assert.equal(await isOpen(), 1);
  await page.locator("[data-fold=open]").click();
  assert.equal(await isOpen(), 31);
  await page.locator("[data-fold=close]").click();
  await page.locator("#cards input[type=search]").fill("kapacitet");
  assert.ok(await page.locator("#cards details:visible").count() < 31);
  await page.locator("#cards input[type=search]").fill("");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 20_000);
  assert.equal(await isOpen(), 0, "printing leaves the cards as they were");

  // The first stop of the keyboard leads to the report.
  await page.reload();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "report");

  // No page scrolls sideways; what is too wide scrolls in its frame, which takes the focus.
  await page.setViewportSize(PHONE);
  await page.waitForTimeout(100);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, `the page is ${wide} wide`);
  const frame = page.locator("#units .scroll");
  assert.equal(await frame.getAttribute("tabindex"), "0");
  assert.equal(await frame.getAttribute("role"), "group");
  assert.deepEqual(faults, []);
  await close();
}

async function isAccessible(file) {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const viewport of [PHONE, DESKTOP]) {
    for (const colorScheme of ["light", "dark"]) {
      // The checker is no part of the page: it is let past the page's policy.
      const { page, faults, close } = await open(file, viewport, { colorScheme, bypassCSP: true });
      await page.evaluate(() => document.querySelectorAll("details").forEach((one, i) => {
        if (i % 2) one.open = true;
      }));
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => axe.run());
      const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
      assert.deepEqual(told, [], `${viewport.width} ${colorScheme}`);
      assert.ok(passes.some(({ id }) => id === "color-contrast"));
      assert.deepEqual(faults, []);
      await close();
    }
  }
}

async function isPictured(file) {
  for (const [name, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(file, viewport, { colorScheme });
      await page.screenshot({ path: `${file}.${name}.${colorScheme}.png`, fullPage: true });
      await close();
    }
  }
  const { page, close } = await open(file, DESKTOP);
  await page.pdf({ path: `${file}.pdf`, preferCSSPageSize: true });
  await close();
}

try {
  const checks = { open: opens, use: isUsed, axe: isAccessible, shot: isPictured };
  for (const file of files) await checks[how](file);
  console.log("all well");
} finally {
  await browser.close();
}
