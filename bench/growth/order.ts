/** A change by less than this counts as none. */
const least = 1;

/** How fast figures grow with their counts, in words. Where the growth bends, the largest three counts decide. */
export function orderOfGrowth(counts: readonly number[], figures: readonly number[]): string {
  const exponent = slope(
    counts.slice(-3).map(Math.log),
    figures.slice(-3).map((figure) => Math.log(Math.max(figure, least))),
  );
  if (exponent < -0.2) return 'falls';
  if (exponent < 0.2) return 'constant';
  if (exponent < 0.8) return 'slower than linear';
  return exponent <= 1.2 ? 'linear' : `faster than linear (power ${exponent.toFixed(1)})`;
}

/** Slope of the line that fits best. */
function slope(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? NaN) - meanY), 0);
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
