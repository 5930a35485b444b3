// Going from step to step, by button, key and the browser's own back.

const progress = document.getElementById("progress");
const moves = document.getElementById("moves");
const steps = { start, about, overview, end, delete: deletion };

let current = null;

/** Draws a step and puts the focus on its heading; keeps nothing. */
function draw(step) {
  current?.left?.();
  const isQuestion = Number.isInteger(step) && step >= 0 && step < items.length;
  const known = isQuestion || Object.hasOwn(steps, step) ? step : "start";
  current = isQuestion ? question(step) : steps[known]();
  if (known !== "delete") answers.step = known;
  const title = typeof current.title === "string" ? heading(current.title) : current.title;
  const stands = current.body.some((part) => part.contains(title));
  page.replaceChildren(...(stands ? [] : [title]), ...current.body);
  page.className = isQuestion ? "question" : known;
  moves.replaceChildren(...current.moves);
  document.body.dataset.step = page.className;
  progress.hidden = !(isQuestion || known === "overview");
  current.drawn?.();
  document.title = known === "start" ? form.title : `${title.textContent} · ${form.title}`;
  scrollTo({ top: 0, behavior: "instant" });
  title.focus({ preventScroll: true });
}

function go(step) {
  try {
    history.pushState(step, "");
  } catch {
    // Some viewers have no history; the page's own buttons do without.
  }
  move(step);
}

/** Draws a step that the person went to, and keeps how far they have come. */
function move(step) {
  draw(step);
  keep();
}

/** How far the person has come; `index` is the question that is open, if one is. */
function drawProgress(index) {
  const count = { answered: answeredCount(), all: items.length };
  const minutes = minutesLeft();
  const left = minutes === null || count.answered === count.all
    ? ""
    : minutes < 1 ? words.soon : filled(words.minutes, { minutes: Math.ceil(minutes) });
  const answered = filled(words.answered, count);
  const where = index === null ? "" : filled(words.place, { number: index + 1, all: items.length });
  document.getElementById("where").textContent = where || answered;
  document.getElementById("left").textContent = left;
  const bar = progress.querySelector("progress");
  bar.max = items.length;
  bar.value = count.answered;
  tell([where, answered, left].filter(Boolean).join(". "));
}

// Keys: never while somebody types, never together with a modifier, and not if unwanted.

const isTyping = (element) => element.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");

function choose(value) {
  const input = page.querySelector(`input[name=answer][value="${CSS.escape(value)}"]`);
  if (!input) return false;
  input.focus();
  input.click();
  return true;
}

function follow(element) {
  element?.click();
  return element !== null;
}

/** What a key does here; false if nothing. */
function press(pressed) {
  if (pressed === "ArrowLeft") return follow(moves.querySelector(".back"));
  if (pressed === "ArrowRight" || pressed === "Enter") return follow(document.querySelector(".forth"));
  if (current.index === undefined) return false;
  if (/^[1-9]$/.test(pressed)) return choose(pressed);
  if (pressed === words.key_dont_know) return choose(DONT_KNOW);
  if (pressed === words.key_not_relevant) return choose(NOT_RELEVANT);
  if (pressed === words.key_comment) return follow(document.querySelector("label[for=comment]"));
  return false;
}

document.addEventListener("keydown", (event) => {
  if (!answers.shortcuts || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const pressesItself = event.target.closest?.("button, a, summary, [type=checkbox]");
  if (event.key === "Enter" && pressesItself) return;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (press(pressed)) event.preventDefault();
});

const shortcuts = document.getElementById("shortcuts");
shortcuts.addEventListener("change", () => {
  answers.shortcuts = shortcuts.checked;
  keep();
});

document.getElementById("delete").addEventListener("click", () => go("delete"));
addEventListener("popstate", (event) => move(event.state ?? "start"));
addEventListener("beforeunload", (event) => {
  if (isUntaken()) event.preventDefault();
});
// The same form in another window: what was answered there stands here too. Nothing is kept for
// it, or two windows would tell each other without end.
addEventListener("storage", (event) => {
  const { step, respondent } = answers;
  if (!takeIn(event)) return;
  const isOther = answers.respondent !== respondent;
  if (isOther || !isTyping(document.activeElement)) draw(isOther && isEmpty() ? "start" : step);
});
// What was answered elsewhere while this window was laid aside as a whole.
addEventListener("pageshow", (event) => {
  if (event.persisted && takeIn({ key: shelf })) draw(answers.step);
});

shortcuts.checked = answers.shortcuts;
document.getElementById("sheet").hidden = false;
const first = isEmpty() ? "start" : answers.step;
try {
  history.replaceState(first, "");
} catch {
  // As above.
}
draw(first);
