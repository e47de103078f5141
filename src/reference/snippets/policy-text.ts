/** A policy that allows these actions, as JSON. */
export function policyText(actions: readonly string[]): string {
  return `${JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: [...actions] }] }, null, 2)}\n`;
}
