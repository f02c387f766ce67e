/* A document that is being made: how far it is, told without reloading, then the page that gives it. */
for (const place of document.querySelectorAll("[data-preparation]")) {
  const ask = async () => {
    const answer = await fetch(`${location.pathname}?etat`).catch(() => null);
    if ([200, 410].includes(answer?.status)) location.reload();
    if (answer?.status === 202) {
      place.innerHTML = await answer.text();
      document.querySelector("[role=status]").textContent = place.textContent;
    }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 500);
}
