import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/'] },
  js.configs.recommended,
  {
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML'].map((property) => ({ property, message: 'Build elements instead.' }))],
      'no-console': 'error',
    },
  },
  {
    files: ['extension/**/*.js', 'www/**/*.js'],
    languageOptions: { globals: { ...globals.browser, chrome: 'readonly', Highlight: 'readonly' } },
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['npm/**/*.js'],
    languageOptions: { globals: globals['shared-node-browser'] },
  },
  {
    files: ['tests/**/*.mjs', 'scripts/**/*.mjs', '*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, chrome: 'readonly' } },
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
];
