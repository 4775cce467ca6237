/** Severities that fail the check. Lower ones are only reported. */
const SERIOUS = ['high', 'critical'];

/** Statuses by which a registry says that it has no such service. A service that is broken or out of reach has others. */
const UNSUPPORTED = [405, 501];

/** The advisories of a vulnerable package. A package that is vulnerable through another one has its name instead. */
const reasonsFor = ({ via }) => via.map((reason) => (typeof reason === 'string' ? `through ${reason}` : reason.title));

const lineFor = (one) => `${one.name} ${one.range} (${one.severity}): ${reasonsFor(one).join('; ')}`;

/** Parses JSON. Returns undefined if the text is not JSON. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the output of `npm audit --json` means for those who run these packages.
 *
 * - `clean`, `vulnerable`: the registry has answered. `lines` has what it knows about these packages, `development` about others.
 * - `unsupported`: the registry said that it answers no audits.
 * - `unknown`: the registry gave no answer.
 *
 * @param {string} output
 * @param {ReadonlySet<string>} runtime Paths in the lock file.
 * @returns {{ outcome: 'clean' | 'vulnerable' | 'unsupported' | 'unknown', lines: readonly string[], development: readonly string[] }}
 */
export function auditVerdict(output, runtime) {
  const report = parse(output);
  const { vulnerabilities } = report ?? {};
  const found = Object.values(vulnerabilities ?? {});
  const isAnswer = vulnerabilities && report.metadata && found.every(({ nodes, via }) => nodes && via);
  if (!isAnswer) {
    const outcome = UNSUPPORTED.includes(report?.statusCode) ? 'unsupported' : 'unknown';
    return { outcome, lines: [report?.message ?? (output.trim() || 'npm has printed nothing.')], development: [] };
  }
  const isRun = ({ nodes }) => nodes.some((path) => runtime.has(path));
  const run = found.filter(isRun);
  return {
    outcome: run.some(({ severity }) => SERIOUS.includes(severity)) ? 'vulnerable' : 'clean',
    lines: run.map(lineFor),
    development: found.filter((one) => !isRun(one)).map(lineFor),
  };
}
