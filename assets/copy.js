/* « Copier l’image »: the PNG that the server makes goes to the clipboard; where the browser refuses,
   it is downloaded, and both are said. */

const { on, say } = window.observatoire;
const COPIED = "Image copiée\u00a0: collez-la dans votre document.";
const REFUSED = "Ce navigateur ne permet pas de copier l’image ici, elle est donc téléchargée.";
const FAILED = "L’image n’a pas pu être faite. Réessayez, ou prenez les données de la figure.";

const asked = async ({ form, value }) => {
  const query = new URLSearchParams(new FormData(form));
  query.set("format", value);
  const answer = await fetch(`${form.action}?${query}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
};

/* The promise goes to the clipboard as it is: a browser grants the copy to the click itself. */
const copied = async (image) => (
  Boolean(window.ClipboardItem && navigator.clipboard?.write)
  && navigator.clipboard.write([new window.ClipboardItem({ "image/png": image })])
    .then(() => true, () => false)
);

/* The image as the button asks it, and how that ended. */
const answer = async (button) => {
  const image = asked(button);
  if (await copied(image)) return COPIED;
  try {
    await image;
  } catch {
    return FAILED;
  }
  button.form.querySelector(`button[name=format][value=${button.value}]`).click();
  return REFUSED;
};

on("click", "[data-copie]", async (button) => {
  const tell = (sentence) => {
    button.form.querySelector("[data-retour]").textContent = sentence;
    say(sentence);
  };
  tell("Préparation de l’image…");
  tell(await answer(button));
});

/* The code of a frame is taken whole. */
on("focusin", ".encarts textarea", (code) => code.select());
