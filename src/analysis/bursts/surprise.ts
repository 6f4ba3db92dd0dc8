/**
 * How surprising it is to count `count` where `usual` is expected, in standard deviations of chance; 0 when it is not
 * more than usual. The signed root of the deviance of a Poisson count; while little was ever seen (`seen`), that of
 * the negative binomial that an uncertain mean makes of it. Right for three mentions a day as for three a second.
 */
export function surprise(count: number, usual: number, seen: number): number {
  const mean = usual + tiny
  if (count <= mean) return 0
  const sure = seen + 0.5
  // log1p, because the difference of the logarithms of two large numbers is noise.
  const deviance =
    count * Math.log(count / mean) - (count + sure) * Math.log1p((count - mean) / (mean + sure))
  return Math.sqrt(2 * Math.max(0, deviance))
}

const tiny = 0.001
