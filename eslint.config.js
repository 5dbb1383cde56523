import js from '@eslint/js';
import * as lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import * as wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const bans = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: 'zod',
          message: "Use 'zod/mini': the classic build is 16 kB larger and probes `new Function` at run time.",
        },
        {name: 'lit/directives/unsafe-html.js', message: 'Nothing we receive is markup.'},
        {name: 'lit/directives/unsafe-svg.js', message: 'Nothing we receive is markup.'},
        {name: 'lit/static-html.js', message: 'Nothing we receive is markup.'},
        {
          name: 'lit/directives/style-map.js',
          message: "Its first render is a style attribute, which `style-src 'none'` blocks.",
        },
        {
          name: 'lit/decorators.js',
          importNames: ['customElement'],
          message: 'tag/register-element.ts registers the tag.',
        },
      ],
      patterns: [
        {group: ['zod/*', '!zod/mini'], message: "Use 'zod/mini'."},
        {regex: '^\\.{1,2}/.*(?<!\\.js)$', message: "Relative imports end in '.js'."},
      ],
    },
  ],
  'no-restricted-properties': [
    'error',
    ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
      property,
      message: 'Markup goes through Lit templates only.',
    })),
    {object: 'document', property: 'write', message: 'Markup goes through Lit templates only.'},
    {object: 'document', property: 'cookie', message: 'The component sets and reads no cookie.'},
  ],
  'no-eval': 'error',
  'no-new-func': 'error',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-demo',
      'dist-cdn',
      'dist-docs',
      'coverage',
      'node_modules',
      'test/package/types',
      'test/stacks/fixtures',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {project: ['./tsconfig.json', './tsconfig.tools.json'], tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true},
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true},
      ],
      // The vendor deprecates it, but the component still has to pass it on.
      '@typescript-eslint/no-deprecated': ['error', {allow: [{from: 'file', name: 'consumerId'}]}],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // An event map adds to the platform's own by extending it.
      '@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}],
      '@typescript-eslint/parameter-properties': 'error',
      'no-restricted-syntax': ['error', 'TSEnumDeclaration', 'TSModuleDeclaration[kind="namespace"]'],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      // `section role=region` is explicit, because the implicit role depends on the section's name.
      'lit-a11y/no-redundant-role': 'off',
      // It sees no name that is set as a property. The tests ask axe.
      'lit-a11y/accessible-name': 'off',
      ...bans,
      'no-console': ['error', {allow: ['debug', 'info', 'warn', 'error']}],
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
    },
  },
  {
    // The interface declares the settings, which Lit defines as properties.
    files: ['src/element/web-engagement.ts'],
    rules: {'@typescript-eslint/no-unsafe-declaration-merging': 'off'},
  },
  {
    // Assertions such as `expect(x).to.be.true` are expressions, and a test may use `!` on a value that it has just created.
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|retries)$/]',
          message: 'Every test runs, always.',
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Mocha accepts `async` functions without an `await`, and the promise that node:test returns need not be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', name: ['it', 'test', 'describe', 'suite', 'before', 'after'], package: 'node:test'},
            {from: 'package', name: ['it', 'test', 'describe', 'suite', 'before', 'after'], package: '@types/node'},
            // The type of `equal` includes a promise because it also compares DOM. Only `accessible()` returns one.
            {from: 'package', name: ['Equal'], package: '@open-wc/semantic-dom-diff'},
            {from: 'package', name: ['Equal'], package: '@types/chai'},
          ],
        },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['*.{js,mjs}', 'scripts/**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
  {
    // Classic scripts declare names for the scripts that follow.
    files: ['demo/site/head-scripts/*.js'],
    languageOptions: {sourceType: 'script'},
    rules: {'no-unused-vars': ['error', {vars: 'local'}]},
  },
  {
    // TypeScript or a browser test checks these, and knows their globals.
    files: ['{bench,demo,examples,test}/**/*.{js,mjs}'],
    rules: {'no-undef': 'off'},
  },
);
