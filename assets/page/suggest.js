/* The names that begin as what is typed in a search: a list over a plain form, which does without. */

const { on, say } = window.observatoire;
const FIELD = "[data-propositions] input[type=search]";
const PAUSE = 150;
let field = null;
let timer = 0;
let list = null;

const options = () => [...(list?.children ?? [])];
const active = () => options().find((option) => option.ariaSelected === "true");

const close = () => {
  clearTimeout(timer);
  list?.remove();
  list = null;
  field?.setAttribute("aria-expanded", "false");
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
};

const item = ({ nom, genre }, rank) => {
  const option = document.createElement("li");
  Object.assign(option, { id: `proposition-${rank}`, role: "option", ariaSelected: "false" });
  option.dataset.nom = nom;
  option.append(nom, Object.assign(document.createElement("small"), { textContent: ` ${genre}` }));
  return option;
};

const show = (names) => {
  close();
  if (!names.length || document.activeElement !== field) return;
  list = Object.assign(document.createElement("ul"), { id: "propositions", role: "listbox" });
  list.ariaLabel = "Noms proposés";
  list.className = "propositions";
  list.append(...names.map(item));
  field.closest(".controle-recherche").append(list);
  field.setAttribute("aria-expanded", "true");
  field.setAttribute("aria-controls", list.id);
  const said = names.length > 1 ? `${names.length} noms proposés` : "1 nom proposé";
  say(said);
};

const ask = async () => {
  const asked = field.value;
  if (asked.trim().length < 2) return close();
  const where = field.closest("[data-propositions]").dataset.propositions;
  const answer = await fetch(`${where}?${new URLSearchParams([[field.name, asked]])}`);
  if (answer.ok && field.value === asked) show(await answer.json());
};

const choose = (option) => {
  field.value = option.dataset.nom;
  close();
  field.form.requestSubmit();
};

const step = (by) => {
  const all = options();
  if (!all.length) return;
  const next = all.at((all.indexOf(active()) + by + all.length + (by < 0 && !active())) % all.length);
  for (const option of all) option.ariaSelected = String(option === next);
  field.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
};

const keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Escape: close,
  Enter: () => choose(active()),
};

on("focusin", FIELD, (target) => {
  field = target;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
});
document.addEventListener("focusout", ({ target }) => target === field && close());
document.addEventListener("input", ({ target }) => {
  if (target !== field) return;
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
document.addEventListener("keydown", (event) => {
  const chosen = event.key === "Enter" ? active() : list;
  if (event.target !== field || !chosen || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
on("pointerdown", ".propositions > li", (option, event) => {
  event.preventDefault();
  choose(option);
});
