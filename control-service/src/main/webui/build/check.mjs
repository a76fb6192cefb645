/**
 * Checks the panel: lint, unit tests, where its packages come from, and how much script a browser loads. Types are
 * checked by every build.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of the scripts that the first view loads, compressed, in bytes. */
const MOST_AT_FIRST = 250 * 1024;
/** Of all scripts together: what a person loads who opens every page. */
const MOST_SCRIPT = 350 * 1024;
const BUILT = join('..', '..', '..', 'target', 'quinoa', 'build', 'assets');
const REGISTRY = 'https://registry.npmjs.org/';

function run(program, ...args) {
  execFileSync(process.execPath, [join('node_modules', program), ...args], { stdio: 'inherit' });
}

function requirePublicPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const wrong = Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([, { resolved = '', integrity = '' }]) => !resolved.startsWith(REGISTRY) || !integrity.startsWith('sha512-'))
    .map(([path]) => path);
  if (wrong.length > 0) {
    throw new Error(`package-lock.json names no public address with a SHA-512 for ${wrong.join(', ')}`);
  }
}

function requireSmallScripts() {
  if (!existsSync(BUILT)) {
    console.log('The size of the scripts is not checked: the panel has not been built by the service yet');
    return;
  }
  const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js'));
  const entries = scripts.filter((name) => /^(index|NowPage)-/.test(name));
  if (entries.length < 2) {
    throw new Error(`The scripts of the first view are not among ${scripts.join(', ')}`);
  }
  requireAtMost(MOST_AT_FIRST, 'The first view', imported(entries));
  requireAtMost(MOST_SCRIPT, 'All scripts', scripts);
}

/** Returns the scripts with all that they import before they run. */
function imported(entries) {
  const found = new Set(entries);
  for (const name of found) {
    const text = readFileSync(join(BUILT, name), 'utf8');
    for (const [, other] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      found.add(other);
    }
  }
  return [...found];
}

function requireAtMost(most, what, scripts) {
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, name))).length, 0);
  console.log(`${what}: ${scripts.length} files, ${(bytes / 1024).toFixed(1)} KiB compressed`);
  if (bytes > most) {
    throw new Error(`${what}: ${bytes} bytes compressed, at most ${most} are allowed`);
  }
}

requirePublicPackages();
requireSmallScripts();
run('eslint/bin/eslint.js', '.');
run('vitest/vitest.mjs', 'run');
