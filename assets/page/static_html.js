/* The component that draws a part of the page whose HTML the server made
   (dashboard/html/static_html.py): texts there are escaped, attributes have the names that React gives them. */
"use strict";

window.observatoire = {
  /* What the server says of the keys of the address (dashboard/keys): those that follow the reader,
     those that stand for another, the one of the rows, of the map, the one that the path holds. */
  keys: JSON.parse(document.querySelector("[data-cles]")?.dataset.cles ?? "{}"),

  StaticHtml: ({ tag, attrs, html }) => window.React.createElement(
    tag,
    html ? { ...attrs, dangerouslySetInnerHTML: { __html: html } } : attrs,
  ),
};
