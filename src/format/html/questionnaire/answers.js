// What a person answers, kept in the browser until they take it away, and the file it becomes.

const form = JSON.parse(document.getElementById("questionnaire").textContent);
const { words, items } = form;
const shelf = `plateau-questionnaire-${form.key}`;

const DONT_KNOW = "?";
const NOT_RELEVANT = "-";

let isKept = mayKeep();
let answers = newest(kept(), ownCopy()) ?? fresh();

/** A new, empty set of answers: by practice, a level from 1 up or one of the two above. */
function fresh() {
  return {
    respondent: drawn(),
    unit: null,
    role: null,
    level: {},
    comment: {},
    seconds: [],
    step: "start",
    taken: null,
    shortcuts: true,
    at: 0,
  };
}

/** A number that tells nothing of the person: 60 bits, in letters that are hard to mix up. */
function drawn() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789x";
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => letters[byte % 32]).join("");
}

// Answers are kept twice: on a shelf that all windows of this browser share and that outlives them,
// and in the window's name, which outlives a reload. A reloaded page may be shown an empty shelf
// though it is full (Chromium on a busy machine), or the browser may lose it.

/** Whether the browser lets this page read what it keeps. */
function mayKeep() {
  try {
    localStorage.getItem(shelf);
    return true;
  } catch {
    return false;
  }
}

/** Answers from text, if it is any. */
function parsed(text) {
  try {
    const found = JSON.parse(text);
    return found === null ? null : { ...fresh(), ...found };
  } catch {
    return null;
  }
}

/** What the browser kept of an earlier visit, if it did and may. */
function kept() {
  try {
    return parsed(localStorage.getItem(shelf));
  } catch {
    return null;
  }
}

/** This window's own copy, if there is one. */
function ownCopy() {
  return globalThis.name.startsWith(shelf) ? parsed(globalThis.name.slice(shelf.length)) : null;
}

/** Of two sets of answers the one that was kept last. */
function newest(one, other) {
  if (!one || !other) return one ?? other;
  return other.at > one.at ? other : one;
}

/** Keeps what was said; of somebody who said nothing, nothing is kept. */
function keep() {
  const isSaid = !isEmpty() || answers.unit !== null || answers.role !== null || answers.taken;
  if (isSaid || newest(kept(), ownCopy())) write();
}

function write() {
  // A count, so that of two sets the later is known; no time is kept.
  answers.at = Math.max(answers.at, kept()?.at ?? 0) + 1;
  const text = JSON.stringify(answers);
  globalThis.name = shelf + text;
  try {
    localStorage.setItem(shelf, text);
    isKept = true;
  } catch {
    isKept = false;
  }
}

/** Puts a new, empty set of answers in the place of these: newer than any copy, so that none comes
 * back. */
function forget() {
  answers = { ...fresh(), at: answers.at };
  write();
}

/** Takes in what became of the shelf by another hand than this window's; whether that is anything
 * new. */
function takeIn({ key, newValue }) {
  if (key !== shelf) return false;
  if (newValue === null) {
    // Deleting leaves empty answers there: this is the browser's loss, and here they still are.
    keep();
    return false;
  }
  const found = kept();
  if (!found || found.at <= answers.at) return false;
  const { step, shortcuts } = answers;
  answers = { ...found, step, shortcuts };
  globalThis.name = shelf + JSON.stringify(answers);
  return true;
}

const levelOf = (item) => answers.level[item.practice];
const isAnswered = (item) => levelOf(item) !== undefined;
const answeredCount = () => items.filter(isAnswered).length;
const commentOf = (item) => (answers.comment[item.practice] ?? "").trim();
const isEmpty = () => !items.some((item) => isAnswered(item) || commentOf(item));
const unitOf = (id) => form.units.find((unit) => unit.id === id);
const roleOf = (id) => form.roles.find((role) => role.id === id);

/** Whether where the person belongs has been said as far as it is asked. */
const isPlaced = () =>
  (form.units.length === 0 || unitOf(answers.unit) !== undefined)
  && (form.roles.length === 0 || answers.role === "" || roleOf(answers.role) !== undefined);

/** Whether there are answers that no file holds as they are now. */
const isUntaken = () => !isEmpty() && answers.taken?.text !== file();

// The pace: from the person's own answers, so that it is said only once it is known.

const KNOWN_FROM = 3;
const LONGEST = 300;

function learnPace(seconds) {
  answers.seconds.push(Math.min(seconds, LONGEST));
}

/** What is left in minutes, or null while the pace is not known. */
function minutesLeft() {
  if (answers.seconds.length < KNOWN_FROM) return null;
  const sorted = [...answers.seconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return (median * (items.length - answeredCount())) / 60;
}

// The file: one row under one row of heads, as `plateau` reads it without being told how.

/** Text as it stands in a cell: what a spreadsheet would run gets an apostrophe in front. */
function cell(text) {
  // Every line break and control character is a space: reading folds them anyway.
  const plain = text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ");
  const runs = /^'*\p{White_Space}*[=+\-@＝＋－＠]/u.test(plain);
  return runs ? `'${plain}` : plain;
}

function row(cells) {
  const quoted = (text) => (/["\s;,']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cells.map((text) => quoted(cell(text))).join(form.delimiter);
}

function written(item) {
  const level = levelOf(item);
  if (level === DONT_KNOW) return form.dont_know;
  if (level === NOT_RELEVANT) return form.not_relevant;
  return level ?? "";
}

/** Everything that was answered, as the text of a file. */
function file() {
  const { heads } = form;
  const columns = [[heads.respondent, answers.respondent]];
  if (form.unit) columns.push([heads.unit, form.unit.id]);
  else if (form.units.length > 0) columns.push([heads.unit, answers.unit ?? ""]);
  if (form.role) columns.push([heads.role, form.role.id]);
  else if (form.roles.length > 0) columns.push([heads.role, answers.role ?? ""]);
  if (form.wave) columns.push([heads.wave, form.wave.id]);
  for (const item of items) {
    columns.push([item.practice, written(item)]);
    if (commentOf(item)) columns.push([`${item.practice} ${heads.comment}`, commentOf(item)]);
  }
  const lines = [0, 1].map((line) => row(columns.map((column) => column[line])));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** A name that says the unit and nothing of the person; another person's file has another. */
function fileName() {
  const unit = (form.unit?.id ?? answers.unit ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
  return [words.file, unit.replace(/^-|-$/g, ""), answers.respondent.slice(0, 4)].filter(Boolean).join("-") + ".csv";
}

/** Notes that the file was taken away as it is now. */
function take() {
  const before = answers.taken;
  const others = (before?.units ?? []).filter((unit) => unit !== answers.unit);
  answers.taken = { text: file(), units: [...others, answers.unit] };
  keep();
}

/** The units for which a file was taken that is not to count any more. */
const leftUnits = () => (answers.taken?.units ?? []).filter((unit) => unit !== answers.unit);
