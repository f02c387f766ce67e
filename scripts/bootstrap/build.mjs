// Build assets/vendor/bootstrap.min.css from the pinned Bootstrap. Usage: npm ci && node build.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { compile } from 'sass';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(await readFile(here('package.json'), 'utf8'));

const { css } = compile(here('subset.scss'), {
  style: 'compressed',
  charset: false,
  loadPaths: [here('node_modules')],
  quietDeps: true,
  // Bootstrap 5 is written with these; nothing of ours can change it.
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
});

const banner = `/*! Bootstrap v${dependencies.bootstrap}, the parts in use
 * Copyright 2011-2026 The Bootstrap Authors. Licensed under MIT: see LICENCES.md */`;

await writeFile(here('../../assets/vendor/bootstrap.min.css'), `${banner}\n${css.replace(/\/\*!.*?\*\//gs, '')}\n`);
