import type {Fixture} from './stack.js';

// A folder is shared by all that can live together: each further one is installed on its own.

export const vite: Fixture = {
  folder: 'vite',
  samples: {
    'vue/vite.config.ts': 'guides/vue.md 1',
    'vue/Guide.vue': 'guides/vue.md 2',
    'units/chat.test.js': 'testing.md 2',
  },
};

export const react18: Fixture = {folder: 'react-18', samples: {'guide.tsx': 'guides/react.md 1'}};

export const bundlers: Fixture = {folder: 'bundlers'};

export const next: Fixture = {
  folder: 'next',
  samples: {'app/guide/chat.tsx': 'guides/next.md 1', 'app/loader/chat.tsx': 'guides/next.md 2'},
};

export const angular: Fixture = {folder: 'angular', samples: {'src/guide.ts': 'guides/angular.md 1'}};

export const astro: Fixture = {folder: 'astro', samples: {'src/pages/guide.astro': 'guides/astro.md 1'}};

export const jest: Fixture = {
  folder: 'jest',
  samples: {'jest.config.js': 'testing.md 3', 'chat.test.js': 'testing.md 5'},
};
