/** Outlines in a box of 24 × 24. */
export const windowPath =
  'M13.5 5H19v5.5M19 5l-8 8M9 6H6.5A1.5 1.5 0 0 0 5 7.5v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.5V15';
export const resizePath = 'M6.5 12.5v-6h6m5 5v6h-6m-5-11 11 11';
