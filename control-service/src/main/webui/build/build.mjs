/**
 * Builds the panel into `dist`, from which Quinoa takes it. A build whose inputs are those of an earlier one is copied
 * from there: most builds of the service do not change the panel.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['src', 'public', 'openapi', 'build/build.mjs', 'index.html', 'package-lock.json', 'tsconfig.json'];
const CONFIGURATIONS = ['vite.config.ts', 'openapi-ts.config.ts'];
const GENERATED = join('src', 'api', 'generated');
const KEPT = join('..', '..', '..', 'target', 'panel', 'builds');

function files(path) {
  if (path === GENERATED) {
    return [];
  }
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path];
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(files)) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function run(program, ...args) {
  execFileSync(process.execPath, [join('node_modules', program), ...args], { stdio: 'inherit' });
}

const kept = join(KEPT, digest([...INPUTS, ...CONFIGURATIONS]));
rmSync('dist', { recursive: true, force: true });
if (existsSync(kept)) {
  console.log('The panel has not changed since it was built');
} else {
  run('@hey-api/openapi-ts/bin/run.js');
  run('typescript/bin/tsc', '--noEmit');
  run('vite/bin/vite.js', 'build');
  rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  renameSync('dist', kept);
}
cpSync(kept, 'dist', { recursive: true });
