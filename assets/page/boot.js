/* What Dash asks. Its layout and its wiring came with the document: they are answered from there,
   once, and no request is made. Panels are asked of the server; an answer that comes after another
   view was asked is told to be nothing (204), so that it is never shown over a newer one. Nor does an
   answer take away what a finger is pressing: it waits until the press is over. */

const ask = window.fetch.bind(window);
const UPDATE = "_dash-update-component";
const NOTHING = 204;
const GONE = 410;
const LONGEST_PRESS = 1500;
const FAILED = "La page n’a pas pu être mise à jour : les chiffres affichés sont ceux d’avant. "
  + "Réessayez dans un instant.";
let last = null;
let pressed = Promise.resolve();

const named = (address) => String(address).split("?")[0].split("/").at(-1);

const held = (name) => (name.startsWith("_dash-") ? document.getElementById(name) : null);

const newest = (address, options) => {
  last?.abort();
  const mine = new AbortController();
  last = mine;
  return ask(address, { ...options, signal: mine.signal }).then(whole).then(
    async (answer) => {
      await pressed;
      if (last !== mine) return new Response(null, { status: NOTHING });
      if (answer.status === GONE) return anew();
      tell(answer.ok ? "" : FAILED);
      if (answer.status === NOTHING) window.observatoire.page.ariaBusy = null;
      return answer;
    },
    (error) => {
      if (last !== mine) return new Response(null, { status: NOTHING });
      tell(FAILED);
      throw error;
    },
  );
};

/* The answer with its body: what comes too late may be dropped until then. */
const whole = async (answer) => (answer.ok && answer.status !== NOTHING
  ? new Response(await answer.blob(), { status: answer.status, headers: answer.headers })
  : answer);

/* The publication that the page was made from is no longer held: a page never mixes two. */
const anew = () => {
  location.reload();
  return new Promise(() => {});
};

const onPress = () => {
  pressed = new Promise((over) => {
    const lift = () => setTimeout(over);
    for (const kind of ["pointerup", "pointercancel"]) {
      document.addEventListener(kind, lift, { capture: true, once: true });
    }
    setTimeout(over, LONGEST_PRESS);
  });
};
document.addEventListener("pointerdown", onPress, true);
window.observatoire.pressed = () => pressed;

/* What is shown did not follow what was asked: the reader must know it, until it does. */
const tell = (sentence) => {
  document.getElementById("panne").textContent = sentence;
  if (sentence) window.observatoire.page.ariaBusy = null;
  if (sentence) window.observatoire.tell("panne");
};

window.fetch = (address, options) => {
  const name = named(address);
  if (name === UPDATE) return newest(address, options);
  const element = held(name);
  if (!element) return ask(address, options);
  element.remove();
  const headers = { "Content-Type": "application/json" };
  return Promise.resolve(new Response(element.textContent, { headers }));
};
