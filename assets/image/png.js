/* What a PNG says of itself: its title, its text alternative, the size at which it prints. */
"use strict";

(() => {
  const HEADER = 33;
  const INCH = 0.0254;

  const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });

  const checksum = (bytes) => {
    let value = 0xffffffff;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };

  const chunk = (name, content) => {
    const bytes = new Uint8Array(content.length + 12);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, content.length);
    bytes.set(new TextEncoder().encode(name), 4);
    bytes.set(content, 8);
    view.setUint32(content.length + 8, checksum(bytes.subarray(4, content.length + 8)));
    return bytes;
  };

  /* Keyword, no compression, language, no translated keyword, text: UTF-8. */
  const words = (keyword, text) => chunk("iTXt", new TextEncoder().encode(`${keyword}\0\0\0fr\0\0${text}`));

  const density = (perInch) => {
    const content = new Uint8Array(9);
    const view = new DataView(content.buffer);
    const perMetre = Math.round(perInch / INCH);
    view.setUint32(0, perMetre);
    view.setUint32(4, perMetre);
    content[8] = 1;
    return chunk("pHYs", content);
  };

  /* The PNG with its words (keyword → text) and its dots per inch right after its header. */
  const describe = async (blob, texts, perInch) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const chunks = Object.entries(texts).map(([keyword, text]) => words(keyword, text));
    const parts = [bytes.subarray(0, HEADER), density(perInch), ...chunks, bytes.subarray(HEADER)];
    return new Blob(parts, { type: "image/png" });
  };

  window.figureImage = { ...window.figureImage, describe };
})();
