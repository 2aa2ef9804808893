import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'package/',
      'create/',
      '.astro/',
      '.cache/',
      'data/',
      'node_modules/',
      '**/*.mjs',
      '**/*.js',
      'test/fixtures/broken/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    // They run as they are read: what stands below isn't there yet, but for functions.
    files: ['test/bench/**/*.ts', 'test/rehearse/**/*.ts'],
    rules: {
      '@typescript-eslint/no-use-before-define': ['error', { functions: false }],
    },
  },
  ...astro.configs.recommended,
);
