import type { CloudFacts } from '../cloud-facts.js';
import type { Output } from '../output.js';
import type { Reference } from '../reference-facts.js';
import { withSuggestions } from './suggestions.js';
import type { Suggestions } from './suggestions.js';

/**
 * JSON Schemas for editors, below `schemas/`: as they are, and per cloud with the endpoints, operations and actions of
 * its catalog as completions. A completion is a suggestion: what the plain schema accepts stays accepted.
 * @param schemas the plain schemas by name.
 */
export function editorSchemas(reference: Reference, schemas: Readonly<Record<string, object>>): Output {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) files.set(`schemas/${name}.json`, print(schema));
  for (const facts of reference.clouds) {
    const suggestions = suggestionsOf(facts);
    for (const [name, schema] of Object.entries(schemas)) {
      const completed = withSuggestions(schema, suggestions);
      if (completed !== undefined) files.set(`schemas/${facts.cloud}/${name}.json`, print(completed));
    }
  }
  return files;
}

/** By the titles that the schemas give to such strings. */
function suggestionsOf(facts: CloudFacts): Suggestions {
  const operations = [...facts.services.values()].flatMap((service) => service.operations);
  return new Map([
    ['API', [...new Set(operations.flatMap((operation) => operation.endpoints))].sort()],
    ['Operation', operations.map((operation) => operation.id).sort()],
    ['Action', [...facts.actions.values()].map((action) => action.name).sort()],
  ]);
}

function print(schema: object): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}
