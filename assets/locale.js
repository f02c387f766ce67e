/* The French of plotly: every string that our figures may show, and numbers and dates as the CLDR
   writes them. Its own French has a breakable space in thousands and capital letters on months. */
"use strict";

(() => {
  if (!window.Plotly) return;
  const said = (day, how) => new Date(2023, ...day).toLocaleDateString("fr", how);
  const week = (weekday) => [1, 2, 3, 4, 5, 6, 7].map((day) => said([0, day], { weekday }));
  const year = (month) => [...Array(12).keys()].map((rank) => said([rank, 1], { month }));
  window.Plotly.register({
    moduleType: "locale",
    name: "fr",
    dictionary: {
      "Double-click to zoom back out": "Double-cliquer pour revenir à la vue entière",
      "Pan": "Déplacer",
      "Reset axes": "Réinitialiser les axes",
      "Zoom": "Zoom",
      "Zoom in": "Agrandir",
      "Zoom out": "Réduire",
      "trace": "série",
    },
    format: {
      days: week("long"),
      shortDays: week("short"),
      months: year("long"),
      shortMonths: year("short"),
      periods: ["", ""],
      dateTime: "%A %-d %B %Y à %X",
      date: "%d/%m/%Y",
      time: "%H:%M:%S",
      decimal: ",",
      thousands: "\u202f",
      grouping: [3],
      currency: ["", "\u00a0€"],
      year: "%Y",
      month: "%b %Y",
      dayMonth: "%-d %b",
      dayMonthYear: "%-d %b %Y",
    },
  });
})();
