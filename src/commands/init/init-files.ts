import { TOOL } from '../../project.js';

/** The files that `init` writes word for word. */
export function configurationFile(cloud: string, baseline?: string): string {
  return `# yaml-language-server: $schema=https://unpkg.com/${TOOL.name}@${TOOL.version}/dist/schemas/config.json
# ${TOOL.url}
cloud: ${JSON.stringify(cloud)}
preset: recommended
${baseline === undefined ? '' : `baseline: ${baseline}\n`}`;
}

/** How a job is run. */
export interface WorkflowSettings {
  /** Fails on errors; else it only reports, as errors stand today that nobody accepted. */
  readonly isStrict: boolean;
}

export function githubWorkflow(settings: WorkflowSettings): string {
  return `name: IAM policies
on: [pull_request]
permissions:
  contents: read
jobs:
  lint-policies:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
          fetch-depth: 0
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 22
      - run: npx --yes ${TOOL.name}@${TOOL.version} --since "$BASE" --format github --format markdown=lint-policies.md${failOnOf(settings)}
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
      - if: always()
        run: if [ -f lint-policies.md ]; then cat lint-policies.md >> "$GITHUB_STEP_SUMMARY"; fi
`;
}

export function gitlabJob(settings: WorkflowSettings): string {
  return `lint-policies:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0
  script:
    - >-
      npx --yes ${TOOL.name}@${TOOL.version} --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
      --format text --format codeclimate=gl-code-quality-report.json --format junit=lint-policies.xml${failOnOf(settings)}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: lint-policies.xml
`;
}

function failOnOf({ isStrict }: WorkflowSettings): string {
  return isStrict ? '' : ' --fail-on never';
}
