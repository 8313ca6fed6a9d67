// Checks the built extension with the linter of Firefox's store, the same one that `web-ext lint` runs.
//
//     node scripts/lint-extension.mjs target/extension
//
// Every error, warning and notice counts except those of the table: one package serves both browsers, so it contains entries for
// Chromium that Firefox ignores.

import linter from 'addons-linter';

/** @type {{ code: string, words: string, why: string }[]} */
const ofChromium = [
  { code: 'BACKGROUND_SERVICE_WORKER_IGNORED', words: 'service_worker', why: 'Chromium starts the background by it; Firefox by `scripts`, which stands beside it' },
  { code: 'MANIFEST_PERMISSIONS', words: '"sidePanel"', why: 'Chromium shows the panel by it; Firefox by `sidebar_action`, for which it has no permission' },
  { code: 'UNSUPPORTED_API', words: 'sidePanel.open', why: 'asked for only where it is; Firefox opens its sidebar' },
];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: lint-extension.mjs FOLDER');

const instance = linter.createInstance({
  config: { _: [folder], logLevel: 'fatal', stack: false, output: 'none', metadata: false, pretty: false, boring: true, selfHosted: false },
  runAsBinary: false,
});
const { errors, warnings, notices } = await instance.run();
/** @type {{ _type: string, code: string, message: string, description?: string, file?: string, line?: number }[]} */
const findings = [...errors, ...warnings, ...notices];

/** @param {typeof findings[number]} finding @param {typeof ofChromium[number]} row */
const isNamed = (finding, { code, words }) => finding.code === code && finding.message.includes(words);

const ours = findings.filter((finding) => !ofChromium.some((row) => isNamed(finding, row)));
const gone = ofChromium.filter((row) => !findings.some((finding) => isNamed(finding, row)));
for (const { _type, code, message, description = '', file = '', line } of ours) {
  console.error(`${_type} ${code} in ${file}${line ? `:${line}` : ''}: ${message} ${description}`);
}
for (const { code, words } of gone) console.error(`${code} (${words}) is not found any more: take it out of the table of ${import.meta.filename}`);
console.log(`${ours.length} of ${findings.length} findings of Firefox's store are ours`);
process.exitCode = ours.length + gone.length > 0 ? 1 : 0;
