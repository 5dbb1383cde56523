/** Outlines in a box of 24 × 24. */
export const problemPath = 'M12 4 2.5 20h19ZM12 10v4.5m0 2.5h0';
export const endPath = 'M10 4.5H5.5v15H10m5.5-12L20 12l-4.5 4.5M20 12H9.5';
