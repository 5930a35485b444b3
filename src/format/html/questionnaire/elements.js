// Elements, made of text only: nothing here turns words into markup.

const page = document.getElementById("page");
const said = document.getElementById("said");

/** An element with attributes and children; a string among them is text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function button(text, action, kind = "plain") {
  const element = make("button", { type: "button", class: kind }, text);
  element.addEventListener("click", action);
  return element;
}

const key = (name) => make("kbd", { "aria-hidden": "true" }, name);

/** A choice among others of the same name: what marks it, what it is called, what it means. */
function option(name, value, chosen, [mark, title, note], choose) {
  const input = make("input", { type: "radio", name, value });
  input.checked = chosen;
  input.addEventListener("change", () => choose(value));
  const text = make("span", { class: "said" }, make("span", { class: "name" }, title));
  if (note) text.append(make("span", { class: "note" }, note));
  return make("label", { class: "option" }, input, mark, text);
}

const heading = (text) => make("h2", { tabindex: "-1" }, text);

/** Says something to those who listen; `where` shows it to those who look. */
function tell(text, where = null) {
  said.textContent = text;
  if (where) where.textContent = text;
}
