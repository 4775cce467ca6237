/** Severities that fail the check. Lower ones are only reported. */
const SERIOUS = ['high', 'critical'];

/** The advisories of a vulnerable package. A package that is vulnerable through another one has its name instead. */
const reasonsFor = ({ via }) => via.map((reason) => (typeof reason === 'string' ? `through ${reason}` : reason.title));

/** Parses JSON. Returns undefined if the text is not JSON. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the output of `npm audit --json` means. `unknown`: the registry gave no answer.
 *
 * @param {string} output
 * @returns {{ outcome: 'clean' | 'vulnerable' | 'unknown', lines: readonly string[] }}
 */
export function auditVerdict(output) {
  const report = parse(output);
  const { vulnerabilities } = report ?? {};
  if (!vulnerabilities || !report.metadata) return { outcome: 'unknown', lines: [report?.message ?? output.trim()] };
  const found = Object.values(vulnerabilities);
  const isSerious = found.some(({ severity }) => SERIOUS.includes(severity));
  return {
    outcome: isSerious ? 'vulnerable' : 'clean',
    lines: found.map((one) => `${one.name} ${one.range} (${one.severity}): ${reasonsFor(one).join('; ')}`),
  };
}
