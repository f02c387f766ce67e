'use strict';

// The traces our figures use, and no other: plotly's own bundle is four times heavier to parse.
var Plotly = require('plotly.js/lib/core');

Plotly.register([
  require('plotly.js/lib/scatter'),
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/sankey'),
  require('plotly.js/lib/locales/fr'),
]);
Plotly.setPlotConfig({ locale: 'fr', displaylogo: false, showSendToCloud: false });

module.exports = Plotly;
