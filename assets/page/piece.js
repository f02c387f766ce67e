/* The component that draws a piece of the page whose HTML the server made (dashboard/html/pieces.py):
   texts there are escaped, attributes have the names that React gives them. */
"use strict";

window.observatoire = {
  Piece: ({ tag, attrs, html }) => window.React.createElement(
    tag,
    html ? { ...attrs, dangerouslySetInnerHTML: { __html: html } } : attrs,
  ),
};
