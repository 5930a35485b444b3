// Answers a questionnaire in Chromium as a person would: node answering.mjs HOW PAGE FOLDER [SAID]
// HOW is answer (by pointer and by keys, with a reload, a correction and a download: answers.csv
// and what was answered, answered.json, into FOLDER), trap (SAID is typed as a comment, and every
// step is gone through), refused (the browser keeps nothing), windows (the form stands in two),
// lost (the browser loses what it kept), axe (no violation of accessibility rules on any step) or
// shot (pictures of every step into FOLDER).
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DESKTOP, PHONE, browser, open } from "./browser.mjs";

const [how, file, folder, said = "En bemærkning; med \"anførsel\", komma og 'tegn'"] = process.argv.slice(2);
const NARROW = { width: 320, height: 568 };

const island = (page) => page.evaluate(() => JSON.parse(document.getElementById("questionnaire").textContent));
const title = (page) => page.locator("main h2").textContent();
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const stored = (page) => page.evaluate(() => Object.entries(localStorage));
/** That of whoever answered nothing is left. */
async function isGone(page) {
  const kept = await page.evaluate(() => [...Object.values(localStorage), globalThis.name.replace(/^[^{]*/, "")].map(JSON.parse));
  for (const { level, comment, unit, role, taken, seconds } of kept) {
    assert.deepEqual({ level, comment, unit, role, taken, seconds }, { level: {}, comment: {}, unit: null, role: null, taken: null, seconds: [] });
  }
}
const go = (page) => page.locator("#moves .forth").click();
const status = (page) => page.locator("#said").textContent();

/** Goes from the first page to the first question; returns where the person said to belong. */
async function begin(page, form) {
  await go(page);
  const asks = form.units.length + form.roles.length > 0;
  if (asks) assert.equal(await focused(page), form.words.about);
  const chosen = { unit: form.unit?.id ?? null, role: form.role?.id ?? null };
  for (const [name, list] of [["unit", form.units], ["role", form.roles]]) {
    if (list.length === 0) continue;
    chosen[name] = list.at(-1).id;
    await page.getByText(list.at(-1).name, { exact: true }).last().click();
  }
  if (asks) await go(page);
  return chosen;
}

const answerTo = (form, i) => {
  if (i % 7 === 5) return "?";
  if (i % 7 === 6) return "-";
  return `${(i % form.levels.length) + 1}`;
};

async function download(page) {
  const arriving = page.waitForEvent("download");
  await page.locator(".take .main").click();
  const arrived = await arriving;
  const path = join(folder, "answers.csv");
  await arrived.saveAs(path);
  return { name: arrived.suggestedFilename(), text: readFileSync(path, "utf8") };
}

async function answers() {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page, faults, warnings, close } = await open(file, PHONE, { permissions });
  const form = await island(page);
  const { items, words } = form;
  const expected = {};
  assert.deepEqual(await stored(page), [], "nothing is kept of somebody who said nothing");
  const chosen = await begin(page, form);

  const half = Math.ceil(items.length / 2);
  const last = items.length - 1;
  for (const [i, item] of items.entries()) {
    assert.equal(await title(page), item.question);
    assert.equal(await focused(page), item.question, "the focus is on the question");
    assert.match(await status(page), new RegExp(`\\b${i + 1} \\D*${items.length}\\b`));
    const answer = answerTo(form, i);
    if (i === 1) {
      // Passed over for now; the overview leads back.
      await go(page);
      continue;
    }
    const comment = i % 3 === 0 ? `${said} ${i}` : null;
    if (i < half) {
      await page.locator(`label:has(input[value="${answer}"])`).click();
      if (comment) await page.locator("#comment").fill(comment);
    } else {
      const keys = { "?": words.key_dont_know, "-": words.key_not_relevant };
      await page.keyboard.press(keys[answer] ?? answer);
      if (comment) {
        await page.keyboard.press(words.key_comment);
        // Keys are letters while somebody types.
        await page.keyboard.type(`${comment} 12${words.key_dont_know}`);
        await page.locator("main h2").focus();
      }
    }
    expected[item.practice] = { answer, comment: i >= half && comment ? `${comment} 12${words.key_dont_know}` : comment };
    assert.equal(await page.locator("main input:checked").getAttribute("value"), answer);
    if (i === 2) {
      // What was answered stands after a reload, on the same question.
      const before = await stored(page);
      await page.reload();
      assert.deepEqual(warnings, ["beforeunload"], "leaving before the download warns");
      assert.equal(await title(page), item.question);
      // Chromium may show a reloaded page an empty store: what is said next is kept there again.
      const after = await stored(page);
      if (after.length > 0) assert.deepEqual(after, before);
      assert.equal(await page.locator("main input:checked").getAttribute("value"), answer);
    }
    if (i === 3) {
      await page.locator("#moves .back").click();
      await page.keyboard.press("ArrowRight");
      assert.equal(await title(page), item.question);
      await page.goBack();
      assert.equal(await title(page), items[i - 1].question, "the browser's own back goes back");
      await page.goForward();
    }
    if (i === last && i > 5) assert.match(await page.locator("#left").textContent(), /\d/, "the pace is known");
    if (i < half) await go(page);
    else await page.keyboard.press(i % 2 ? "Enter" : "ArrowRight");
  }

  assert.equal(await title(page), words.overview);
  const rows = page.locator(".line");
  assert.equal(await rows.count(), items.length);
  assert.equal(await page.locator(".line.missing").count(), 1);
  await page.keyboard.press("Enter");
  assert.equal(await title(page), items[1].question, "the first unanswered");
  await page.locator("label:has(input[value=\"2\"])").click();
  expected[items[1].practice] = { answer: "2", comment: null };
  await page.keyboard.press("ArrowRight");
  for (let i = 2; i <= last; i++) await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator(".line.missing").count(), 0);

  // A correction of the first answer, taken away once more under the same name.
  await page.locator("#moves .forth").click();
  const first = await download(page);
  assert.match(await page.locator(".result").textContent(), new RegExp(first.name));
  await page.locator(".take button").last().click();
  await page.locator(".result").getByText(words.copied.split(".")[0]).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.replaceAll("\r", ""), first.text.slice(1).replaceAll("\r", ""));
  await page.locator("#moves .back").click();
  await rows.first().click();
  await page.keyboard.press(`${form.levels.length}`);
  expected[items[0].practice].answer = `${form.levels.length}`;
  await page.locator("#moves .forth").click();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  assert.equal(await title(page), words.finish);
  const second = await download(page);
  assert.equal(second.name, first.name);
  assert.notEqual(second.text, first.text);
  assert.ok(second.text.startsWith("\ufeff"));
  assert.match(second.name, /^[\p{L}\p{N}-]+\.csv$/u);
  const respondent = JSON.parse((await stored(page))[0][1]).respondent;
  assert.ok(second.text.includes(respondent) && /^[a-z2-9]{12}$/.test(respondent));

  // Everything was taken: leaving does not warn, and nothing is left after deleting.
  await page.reload();
  assert.equal(warnings.length, 1);
  await page.locator("#delete").click();
  assert.equal(await title(page), words.delete_title);
  await page.keyboard.press("Enter");
  assert.equal(await title(page), words.delete_title, "a key alone deletes nothing");
  await page.locator("#moves .danger").click();
  await isGone(page);
  await page.reload();
  await isGone(page);
  await begin(page, form);
  await page.keyboard.press("1");
  assert.notEqual(JSON.parse((await stored(page))[0][1]).respondent, respondent);

  // Keys can be turned off.
  await page.locator("footer summary").click({ force: true });
  await page.evaluate(() => document.getElementById("shortcuts").click());
  await page.locator("main h2").focus();
  await page.keyboard.press("2");
  assert.equal(await page.locator("main input:checked").getAttribute("value"), "1");
  assert.deepEqual(faults, []);
  writeFileSync(join(folder, "answered.json"), JSON.stringify({ chosen, answers: expected }));
  await close();
}

/** Every step once, one answer and one comment given. */
async function walk(page, visit) {
  const form = await island(page);
  const { words } = form;
  await visit("start");
  await go(page);
  if (form.units.length + form.roles.length > 0) {
    await go(page); // refused, with the reason
    await visit("about");
    if (form.units.length > 0) await page.locator("fieldset.unit label").nth(form.units.length > 2 ? 2 : 0).click();
    if (form.roles.length > 0) await page.locator("fieldset.role label").last().click();
    await go(page);
  }
  await visit("question");
  for (let i = 0; i < Math.min(4, form.items.length); i++) {
    await page.keyboard.press(`${(i % form.levels.length) + 1}`);
    if (i === 0) await page.locator("#comment").fill(said);
    await page.locator("main h2").focus();
    if (i === 0) await visit("answered");
    await page.keyboard.press("Enter");
  }
  while (await title(page) !== words.overview) await page.keyboard.press("ArrowRight");
  await visit("overview");
  await page.locator("#moves button").last().click();
  await visit("end");
  await page.locator(".take .main").click();
  await page.locator("main summary").click();
  await visit("taken");
  await page.locator("#delete").click();
  await visit("delete");
}

async function traps() {
  const { page, faults, close } = await open(file, DESKTOP, { acceptDownloads: true });
  const elements = () => page.locator("body :is(img, iframe, svg, base, meta, link, object, embed, form, a), main script").count();
  await walk(page, async () => {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("body *")) {
        for (const kind of ["mouseover", "error", "load", "toggle"]) one.dispatchEvent(new Event(kind));
      }
    });
    assert.equal(await elements(), 0);
  });
  await page.waitForTimeout(100);
  assert.equal(await page.locator("script").count(), 2);
  assert.deepEqual(faults, []);
  await close();
}

async function isRefused() {
  const prepare = (page) => page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  const { page, faults, close } = await open(file, DESKTOP, { prepare });
  const form = await island(page);
  assert.equal(await page.locator(".notice").textContent(), form.words.unkept);
  await begin(page, form);
  await page.keyboard.press("1");
  await go(page);
  await page.locator("#moves .back").click();
  assert.equal(await page.locator("main input:checked").getAttribute("value"), "1");
  assert.deepEqual(faults, []);
  await close();
}

const pick = (page, answer) => page.locator(`label:has(input[value="${answer}"])`).click();
const picked = (page) => page.locator("main input:checked").getAttribute("value");

async function isInTwoWindows() {
  const prepare = (page) => page.addInitScript(() => {
    globalThis.told = 0;
    addEventListener("storage", () => globalThis.told++);
  });
  const one = await open(file, DESKTOP, { prepare });
  const form = await island(one.page);
  await begin(one.page, form);
  await pick(one.page, 2);
  const other = await open(file, DESKTOP, { prepare, beside: one.page });
  assert.equal(await title(other.page), form.items[0].question, "it goes on where the first one is");
  assert.equal(await picked(other.page), "2");

  // What is answered in one stands in the other, and each stays where it is.
  await go(other.page);
  await pick(other.page, 3);
  await one.page.waitForFunction((practice) => JSON.parse(Object.values(localStorage)[0]).level[practice] === "3", form.items[1].practice);
  assert.equal(await title(one.page), form.items[0].question);
  await go(one.page);
  assert.equal(await picked(one.page), "3");
  await pick(one.page, 1);
  await other.page.waitForFunction(() => document.querySelector("main input:checked").value === "1");

  // They do not tell each other without end.
  const told = (page) => page.evaluate(() => globalThis.told);
  await one.page.waitForTimeout(300);
  const before = [await told(one.page), await told(other.page)];
  await one.page.waitForTimeout(300);
  assert.deepEqual([await told(one.page), await told(other.page)], before);
  assert.ok(before[0] + before[1] < 12, `${before}`);

  // What is deleted in one is deleted.
  await one.page.locator("#delete").click();
  await one.page.locator("#moves .danger").click();
  await other.page.waitForFunction((name) => document.querySelector("main h2").textContent === name, form.title);
  for (const { page, faults } of [one, other]) {
    await isGone(page);
    assert.deepEqual(faults, []);
  }
  await begin(other.page, form);
  assert.equal(await other.page.locator("main input:checked").count(), 0);
  await one.close();
}

/** The processes in which the browser keeps what pages store. */
async function keepers() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type.includes("StorageService")).map(({ id }) => id);
}

async function isLost() {
  // Opening a page leaves alone what is kept.
  const prepare = (page) => page.addInitScript(() => {
    globalThis.changes = 0;
    for (const change of ["setItem", "removeItem", "clear"]) {
      const does = Storage.prototype[change];
      Storage.prototype[change] = function changed(...given) {
        globalThis.changes++;
        return does.apply(this, given);
      };
    }
  });
  const { page, faults, close } = await open(file, DESKTOP, { prepare });
  assert.equal(await page.evaluate(() => globalThis.changes), 0);
  const form = await island(page);
  await begin(page, form);
  await pick(page, 4);
  assert.notEqual(await page.evaluate(() => globalThis.changes), 0);
  const beside = await open(file, DESKTOP, { beside: page });
  const losses = {
    "taken away": () => beside.page.evaluate(() => localStorage.removeItem(Object.keys(localStorage)[0])),
    "its keeper killed": async () => {
      for (const id of await keepers()) process.kill(id, "SIGKILL");
    },
  };
  for (const [how, lose] of Object.entries(losses)) {
    const before = await page.evaluate(() => JSON.parse(Object.values(localStorage)[0]));
    assert.deepEqual(before.level, { [form.items[0].practice]: "4" }, how);
    await lose();
    await page.waitForTimeout(500);
    await page.waitForFunction(() => localStorage.length === 1);
    await page.reload();
    assert.equal(await title(page), form.items[0].question, how);
    assert.equal(await picked(page), "4", how);
    const after = await page.evaluate(() => JSON.parse(Object.values(localStorage)[0]));
    assert.equal(after.respondent, before.respondent, how);
  }

  // A reloaded page that is shown an empty store, or one of long ago, goes on from the window's copy.
  const aside = await page.evaluate(() => [...Object.entries(localStorage)][0]);
  await pick(page, 2);
  for (const store of [[], [aside]]) {
    await page.addInitScript((entries) => {
      localStorage.clear();
      for (const [key, value] of entries) localStorage.setItem(key, value);
    }, store);
    await page.reload();
    assert.equal(await picked(page), "2");
  }
  assert.deepEqual(faults, []);
  await close();
}

async function isAccessible() {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const viewport of [NARROW, PHONE, DESKTOP]) {
    for (const colorScheme of ["light", "dark"]) {
      // The checker is no part of the page: it is let past the page's policy.
      const { page, faults, close } = await open(file, viewport, { colorScheme, bypassCSP: true });
      await walk(page, async (step) => {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
        assert.deepEqual(told, [], `${step} ${viewport.width} ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${step} is ${wide} wide`);
        const small = await page.evaluate(() => [...document.querySelectorAll("button, label:has(input), summary")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.outerHTML.slice(0, 120)));
        assert.deepEqual(small, [], step);
      });
      assert.deepEqual(faults, []);
      await close();
    }
  }
}

async function isPictured() {
  const looks = {
    phone: [PHONE, {}],
    desktop: [{ width: 1280, height: 800 }, {}],
    dark: [{ width: 1280, height: 800 }, { colorScheme: "dark" }],
    night: [PHONE, { colorScheme: "dark" }],
    narrow: [NARROW, {}],
    zoomed: [{ width: 640, height: 400 }, { deviceScaleFactor: 2 }],
  };
  for (const [name, [viewport, more]] of Object.entries(looks)) {
    const { page, close } = await open(file, viewport, more);
    await walk(page, (step) => page.screenshot({ path: join(folder, `${name}.${step}.png`) }));
    await close();
  }
}

try {
  const ways = {
    answer: answers, trap: traps, refused: isRefused, windows: isInTwoWindows, lost: isLost, axe: isAccessible, shot: isPictured,
  };
  await ways[how]();
  console.log("all well");
} finally {
  await browser.close();
}
