/* The French of plotly: every string that our figures may show, and numbers and dates as the CLDR
   writes them. Its own French has a breakable space in thousands and capital letters on months. */
"use strict";

(() => {
  if (!window.Plotly) return;
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
      days: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
      shortDays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
      ],
      shortMonths: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin",
        "juil.", "août", "sept.", "oct.", "nov.", "déc.",
      ],
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
