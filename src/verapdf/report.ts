// Reads a report of veraPDF: which file meets a profile, and which rules fail.

import { z } from 'zod';

/** The profiles that a publication may have to meet: veraPDF's own names, and what people call them. */
export const profiles = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2a', '3a': 'PDF/A-3a' } as const;

/** A profile by veraPDF's own name. */
export type Profile = keyof typeof profiles;

/** A rule that a file breaks. */
export interface Failure {
  /** Clause and test number, such as 7.1-5: so veraPDF's wiki lists its rules. */
  readonly rule: string;
  /** What the rule asks, in full. */
  readonly description: string;
  /** How many checks of the rule failed; at least 1. */
  readonly count: number;
  /** What the first failed check says, and the path to its object, both in veraPDF's words. */
  readonly first: { readonly message: string; readonly context: string };
}

/** What veraPDF says of one file and one profile. */
export interface Verdict {
  /** The file, absolute. */
  readonly path: string;
  readonly profile: Profile;
  readonly isCompliant: boolean;
  /** By rule, in the order of the clauses. */
  readonly failures: readonly Failure[];
  /** Why the file could not be judged at all; it is not compliant then. */
  readonly problem?: string;
}

const checkSchema = z.object({ context: z.string(), errorMessage: z.string().nullish() });

const ruleSchema = z.object({
  clause: z.string(),
  testNumber: z.int(),
  status: z.enum(['failed', 'passed']),
  failedChecks: z.int(),
  description: z.string(),
  checks: z.array(checkSchema),
});

const resultSchema = z.object({
  jobEndStatus: z.string(),
  profileName: z.string(),
  compliant: z.boolean(),
  details: z.object({ failedRules: z.int(), ruleSummaries: z.array(ruleSchema) }),
});

const jobSchema = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.array(resultSchema).length(1).optional(),
  taskException: z.object({ exceptionMessage: z.string() }).optional(),
});

const reportSchema = z.object({ report: z.object({ jobs: z.array(jobSchema) }) });

/** The verdicts in a JSON report, one per file in its order; throws when it is no report on this profile. */
export function readReport(json: string, profile: Profile): Verdict[] {
  const { success, data, error } = reportSchema.safeParse(parse(json));
  if (!success) throw new Error(`This is not a report of veraPDF as it is known here:\n${z.prettifyError(error)}`);
  return data.report.jobs.map(job => readJob(job, profile));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (problem) {
    const start = json.trim().slice(0, 200);
    throw new Error(start ? `veraPDF wrote no JSON: ${start}` : 'veraPDF wrote no report.', { cause: problem });
  }
}

function readJob(job: z.infer<typeof jobSchema>, profile: Profile): Verdict {
  const path = job.itemDetails.name;
  const result = job.validationResult?.[0];
  if (!result) return unjudged(path, profile, job.taskException?.exceptionMessage ?? 'no reason is given');
  if (!result.profileName.toLowerCase().startsWith(`${profiles[profile]} `.toLowerCase()))
    throw new Error(`veraPDF judged ${path} by "${result.profileName}" and not by ${profiles[profile]}.`);
  if (result.jobEndStatus !== 'normal') return unjudged(path, profile, `it ended as "${result.jobEndStatus}"`);
  const failures = result.details.ruleSummaries.filter(rule => rule.status === 'failed').map(readRule);
  if (failures.length !== result.details.failedRules || result.compliant !== (failures.length === 0))
    throw new Error(
      `veraPDF contradicts itself on ${path}: it lists ${failures.length} failed rules, counts ` +
        `${result.details.failedRules}, and calls the file ${result.compliant ? '' : 'not '}compliant.`,
    );
  return { path, profile, isCompliant: result.compliant, failures: failures.toSorted(byRule) };
}

function unjudged(path: string, profile: Profile, why: string): Verdict {
  const problem = why.replace(/^Exception: /, '').replaceAll('caused by exception: ', '– ');
  return { path, profile, isCompliant: false, failures: [], problem };
}

function readRule(rule: z.infer<typeof ruleSchema>): Failure {
  const { context = '', errorMessage } = rule.checks[0] ?? {};
  return {
    rule: `${rule.clause}-${rule.testNumber}`,
    description: rule.description,
    count: rule.failedChecks,
    first: { message: errorMessage ?? '', context },
  };
}

/** 7.2-20 after 7.2-3, and 7.18.1-2 after 7.2-20. */
function byRule(one: Failure, other: Failure): number {
  return one.rule.localeCompare(other.rule, 'en', { numeric: true });
}
