// Build assets/vendor/plotly.min.js from the pinned plotly.js. Usage: npm ci && node build.mjs
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(await readFile(here('package.json'), 'utf8'));

// The only style sheet in reach is the tiled maps' own, which no trace of ours uses.
const withoutStyleSheets = {
  name: 'without-style-sheets',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, () => ({ contents: '', loader: 'js' }));
  },
};

const banner = `/*!
 * plotly.js v${dependencies['plotly.js']} (scatter, bar, sankey, fr)
 * Copyright 2012-2026, Plotly, Inc. All rights reserved.
 * Licensed under the MIT license: see LICENCES.md
 */`;

const { metafile } = await build({
  entryPoints: [here('entry.cjs')],
  outfile: here('../../assets/vendor/plotly.min.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'Plotly',
  target: 'es2020',
  // A function name or a module loader of the page must not capture the bundle.
  define: { global: 'window', 'define.amd': 'false' },
  alias: { regl: '@plotly/regl' },
  plugins: [withoutStyleSheets],
  banner: { js: banner },
  legalComments: 'none',
  metafile: true,
  absWorkingDir: here('.'),
  logLevel: 'warning',
});

// The licence of every package that left at least one byte in the bundle.
const [{ inputs }] = Object.values(metafile.outputs);
const folders = new Set(
  Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
    .filter(Boolean),
);

async function licence(folder) {
  const { name, version, license, author } = JSON.parse(
    await readFile(here(`${folder}/package.json`), 'utf8'),
  );
  const file = (await readdir(here(folder))).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? (await readFile(here(`${folder}/${file}`), 'utf8')).trim()
    : `${license}. Copyright ${author?.name ?? author}.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const texts = await Promise.all([...folders].sort().map(licence));
await writeFile(
  here('../../assets/vendor/plotly.LICENCES.txt'),
  texts.join(`\n${'-'.repeat(80)}\n\n`).replace(/\r/g, '').replace(/[ \t]+$/gm, ''),
);
