/* « Copier l’image »: the PNG that the server makes goes to the clipboard; where the browser refuses,
   it is downloaded, and both are said. */
"use strict";

(() => {
  const COPIED = "Image copiée\u00a0: collez-la dans votre document.";
  const REFUSED = "Ce navigateur ne permet pas de copier l’image ici, elle est donc téléchargée.";
  const FAILED = "L’image n’a pas pu être faite. Réessayez, ou prenez les données de la figure.";

  const say = (form, sentence) => {
    form.querySelector("[data-retour]").textContent = sentence;
    document.dispatchEvent(new CustomEvent("dire", { detail: sentence }));
  };

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

  const answer = async (button) => {
    const { form } = button;
    say(form, "Préparation de l’image…");
    const image = asked(button);
    if (await copied(image)) return say(form, COPIED);
    try {
      await image;
    } catch {
      return say(form, FAILED);
    }
    form.querySelector(`button[name=format][value=${button.value}]`).click();
    return say(form, REFUSED);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copie]");
    if (button) answer(button);
  });

  /* The code of a frame is taken whole. */
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".encarts textarea")) target.select();
  });
})();
