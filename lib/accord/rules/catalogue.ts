/** Every rule id used in the code, in refusals and on the rules page; stable for ever. */
export const RULE_IDS = [
  'R-001', 'R-002', 'R-003',
  'R-010', 'R-011', 'R-012', 'R-013', 'R-014', 'R-015', 'R-016', 'R-017', 'R-018',
  'R-100', 'R-101', 'R-102', 'R-103', 'R-104', 'R-105',
  'R-110', 'R-111', 'R-112', 'R-113', 'R-114', 'R-115', 'R-116', 'R-117', 'R-118', 'R-119', 'R-120',
  'R-130', 'R-140', 'R-141', 'R-142',
  'R-150', 'R-151', 'R-152', 'R-153',
  'R-200', 'R-201', 'R-202', 'R-203', 'R-204', 'R-205', 'R-206', 'R-207', 'R-208',
  'R-300', 'R-301', 'R-302', 'R-303', 'R-304', 'R-305', 'R-306', 'R-307', 'R-308', 'R-309', 'R-310', 'R-311',
  'R-400', 'R-401', 'R-402', 'R-403', 'R-404', 'R-410', 'R-411', 'R-412', 'R-413', 'R-414',
  'R-500', 'R-501', 'R-502', 'R-510', 'R-511',
  'R-600', 'R-601', 'R-602', 'R-603', 'R-604',
  'R-700', 'R-701', 'R-702', 'R-710',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** A rule's own words in one language. */
export interface RuleWords {
  readonly title: string
  readonly statement: string
}
