// All rules, in the order of a report: the file, its structure, its content, its references, and what it carries.

import type { Inspection } from './inspection.ts';
import type { Judgement, Rule } from './rule.ts';
import { attachmentRules } from './rules/attachments.ts';
import { contentRules } from './rules/content.ts';
import { documentRules } from './rules/document.ts';
import { optionalContentRules } from './rules/optionalcontent.ts';
import { referenceRules } from './rules/references.ts';
import { structureRules } from './rules/structure.ts';
import { tableRules } from './rules/tables.ts';

/** Every rule, each with an id of its own. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...structureRules,
  ...tableRules,
  ...contentRules,
  ...referenceRules,
  ...attachmentRules,
  ...optionalContentRules,
];

/** What each rule finds in a file. */
export function judge(inspection: Inspection): readonly Judgement[] {
  return rules.map(rule => ({ rule, findings: rule.check(inspection) }));
}
