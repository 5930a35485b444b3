// What stands on each step: a step is "start", "about", a question's index, "overview", "end"
// or "delete", and is drawn anew from the answers whenever it is gone to.

function start() {
  const begun = !isEmpty();
  const note = begun
    ? filled(words.resumed, { answered: answeredCount(), all: items.length })
    : words.kept;
  return {
    title: form.title,
    body: [
      make("div", { class: "introduction" }, [...form.introduction, words.nothing_sent].map((text) => make("p", {}, text))),
      make("p", { class: isKept ? "notice" : "notice look" }, isKept ? note : words.unkept),
    ],
    moves: [button(begun ? words.resume : words.begin, () => go(firstStep()), "main forth")],
  };
}

const asksPlace = () => form.units.length > 0 || form.roles.length > 0;

/** Where to go on: where the person belongs, the first unanswered question, or the overview. */
function firstStep() {
  if (!isPlaced()) return "about";
  const missing = items.findIndex((item) => !isAnswered(item));
  return missing < 0 ? "overview" : missing;
}

function about() {
  const fault = make("p", { class: "fault", role: "alert" });
  const groups = [];
  const group = (name, legend, choices) => {
    if (choices.length === 0) return;
    const options = choices.map(({ id, name: title, depth }) => {
      const one = option(name, id, answers[name] === id, ["", title, null], (chosen) => {
        answers[name] = chosen;
        fault.textContent = "";
        keep();
      });
      one.style.setProperty("--depth", depth ?? 0);
      return one;
    });
    groups.push(make("fieldset", { class: name }, make("legend", {}, legend), options));
  };
  group("unit", words.unit, form.units);
  group("role", words.role, form.roles.length > 0 ? [...form.roles, { id: "", name: words.no_role }] : []);
  const on = () => {
    if (isPlaced()) {
      go(isEmpty() ? 0 : firstStep());
      return;
    }
    const lacksUnit = form.units.length > 0 && !unitOf(answers.unit);
    fault.textContent = lacksUnit ? words.choose_unit : words.choose_role;
    page.querySelector(`input[name=${lacksUnit ? "unit" : "role"}]`).focus();
  };
  return {
    title: words.about,
    body: [fault, ...groups],
    moves: [button(words.back, () => go("start"), "back"), button(words.next, on, "main forth")],
  };
}

function question(index) {
  const item = items[index];
  const wasAnswered = isAnswered(item);
  const begun = performance.now();
  const next = button("", () => go(after(index)), "main forth");
  const clear = button(words.clear, () => {
    delete answers.level[item.practice];
    page.querySelector("input:checked").checked = false;
    show();
    keep();
    tell(words.cleared);
    page.querySelector("h2").focus();
  }, "quiet");
  const show = () => {
    next.textContent = isAnswered(item) ? words.next : words.skip;
    clear.hidden = !isAnswered(item);
    drawProgress(index);
  };
  const choose = (level) => {
    answers.level[item.practice] = level;
    show();
    keep();
  };
  const choice = (level, mark, name, note) =>
    option("answer", level, levelOf(item) === level, [mark, name, note], choose);
  const levels = item.anchors.map((anchor, i) =>
    choice(`${i + 1}`, key(`${i + 1}`), form.levels[i], anchor));
  const others = [
    choice(DONT_KNOW, key(words.key_dont_know), words.dont_know, words.dont_know_note),
    choice(NOT_RELEVANT, key(words.key_not_relevant), words.not_relevant, words.not_relevant_note),
  ];
  const title = heading(item.question);
  const body = [
    make("p", { class: "where" }, item.discipline, " · ", make("strong", {}, item.name)),
    make("fieldset", {},
      make("legend", {}, title),
      make("p", { class: "summary" }, item.summary),
      make("div", { class: "levels" }, levels),
      make("div", { class: "others" }, others),
      clear),
    comment(item),
  ];
  return {
    title,
    body,
    moves: [button(words.back, () => go(before(index)), "back"), next],
    drawn: show,
    left: () => {
      if (!wasAnswered && isAnswered(item)) learnPace((performance.now() - begun) / 1000);
    },
    index,
  };
}

function comment(item) {
  const text = make("textarea", { id: "comment", rows: "2", "aria-describedby": "comment-note" });
  text.value = answers.comment[item.practice] ?? "";
  text.addEventListener("input", () => {
    if (text.value) answers.comment[item.practice] = text.value;
    else delete answers.comment[item.practice];
    keep();
  });
  return make("div", { class: "comment" },
    make("label", { for: "comment" }, words.comment),
    make("p", { id: "comment-note", class: "note" }, words.comment_note),
    text);
}

const before = (index) => (index > 0 ? index - 1 : asksPlace() ? "about" : "start");
const after = (index) => (index + 1 < items.length ? index + 1 : "overview");

function overview() {
  const missing = items.length - answeredCount();
  const first = items.findIndex((item) => !isAnswered(item));
  const count = { missing, all: items.length };
  const body = [make("p", { class: "lead" }, filled(missing ? words.some_missing : words.all_answered, count))];
  if (!isKept) body.unshift(make("p", { class: "notice look" }, words.unkept));
  if (missing) body.push(button(words.first_missing, () => go(first), "main forth"));
  if (asksPlace()) {
    const named = [unitOf(answers.unit)?.name, answers.role === "" ? words.no_role : roleOf(answers.role)?.name];
    body.push(make("div", { class: "beside" }, make("p", {}, named.filter(Boolean).join(" · ")),
      button(words.change_place, () => go("about"), "quiet")));
  }
  const disciplines = [...new Set(items.map((item) => item.discipline))];
  for (const discipline of disciplines) {
    const rows = items.map((item, i) => [item, i]).filter(([item]) => item.discipline === discipline);
    body.push(
      make("h3", {}, discipline),
      make("ul", { class: "list" }, rows.map(([item, i]) => make("li", {}, line(item, i)))),
    );
  }
  const finish = button(words.finish, () => go("end"), missing ? "plain" : "main forth");
  return {
    title: words.overview,
    body,
    moves: [
      button(words.back, () => go(items.length - 1), "back"),
      finish,
    ],
    drawn: () => drawProgress(null),
  };
}

/** A question in the overview, with its answer: a press goes there. */
function line(item, index) {
  const level = levelOf(item);
  const others = { [DONT_KNOW]: words.dont_know, [NOT_RELEVANT]: words.not_relevant };
  const answer = level === undefined
    ? make("span", { class: "look" }, words.unanswered)
    : make("span", {}, others[level] ?? `${level} · ${form.levels[level - 1]}`);
  if (commentOf(item)) answer.append(make("span", { class: "note" }, ` (${words.with_comment})`));
  const press = button("", () => go(index), level === undefined ? "line missing" : "line");
  press.append(make("span", { class: "name" }, item.name), answer);
  return press;
}

function end() {
  const result = make("p", { class: "result", hidden: true });
  const content = make("textarea", { readonly: true, rows: "6", "aria-label": words.content, spellcheck: "false" });
  content.value = file();
  const done = (text) => {
    result.hidden = false;
    tell(text, result);
  };
  const moved = leftUnits().map((unit) => unitOf(unit)?.name ?? unit);
  const body = isEmpty() ? [make("p", { class: "lead" }, words.nothing_yet)] : [
    make("p", { class: "lead" }, filled(words.answered, { answered: answeredCount(), all: items.length }), ". ", words.file_note),
    ...moved.map((unit) => make("p", { class: "notice look" }, filled(words.moved, { unit }))),
    make("div", { class: "take" },
      button(words.download, () => {
        download();
        done(filled(words.downloaded, { file: fileName() }));
      }, "main"),
      button(words.copy, async () => {
        const isCopied = await copy(content);
        done(isCopied ? filled(words.copied, { file: fileName() }) : words.not_copied);
      })),
    result,
    make("p", {}, filled(words.number, { respondent: answers.respondent })),
    make("div", { class: "beside" }, make("p", {}, words.shared), button(words.delete, () => go("delete"), "quiet")),
    make("details", {}, make("summary", {}, words.content), content),
  ];
  return { title: words.finish, body, moves: [button(words.back, () => go("overview"), "back")] };
}

function download() {
  const address = URL.createObjectURL(new Blob([file()], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: fileName() });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  take();
}

/** Copies the file's text, without its mark; whether that worked. */
async function copy(content) {
  try {
    await navigator.clipboard.writeText(file().slice(1));
  } catch {
    content.closest("details").open = true;
    content.select();
    if (!document.execCommand("copy")) return false;
  }
  take();
  return true;
}

function deletion() {
  return {
    title: words.delete_title,
    body: [make("p", { class: "lead" }, words.delete_note)],
    moves: [
      button(words.keep, () => go(answers.step), "back"),
      button(words.delete, () => {
        forget();
        go("start");
        tell(words.deleted);
      }, "danger"),
    ],
  };
}
