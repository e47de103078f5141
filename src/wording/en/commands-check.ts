/** What `check` says. */
export const en = {
  byName: `{policies, list, plain}: judged against {calls, plural,
    =0 {no call that could be read in {folder}}
    one {the one call of {folder}, which has the same name}
    other {the # calls of {folder}, which has the same name}}{unread, plural,
    =0 {}
    one {; the calls of one client were recognised and not read}
    other {; the calls of # clients were recognised and not read}}`,
  byPlace: `{policies, list, plain}: judged against {calls, plural,
    =0 {no call that could be read in {folder}}
    one {the one call of {folder}, the nearest sources}
    other {the # calls of {folder}, the nearest sources}}{unread, plural,
    =0 {}
    one {; the calls of one client were recognised and not read}
    other {; the calls of # clients were recognised and not read}}`,
  byChoice: `{policies, list, plain}: judged against {calls, plural,
    =0 {no call that could be read in {folder}}
    one {the one call of {folder}, as you chose}
    other {the # calls of {folder}, as you chose}}{unread, plural,
    =0 {}
    one {; the calls of one client were recognised and not read}
    other {; the calls of # clients were recognised and not read}}`,
  byConfiguration: `{policies, list, plain}: judged against {calls, plural,
    =0 {no call: none was found in the sources of the workload "{name}"}
    one {the one call of the workload "{name}" of {file}}
    other {the # calls of the workload "{name}" of {file}}}{unread, plural,
    =0 {}
    one {; the calls of one client were recognised and not read}
    other {; the calls of # clients were recognised and not read}}`,
  ofOtherCloud: `{policies, list, plain}: {calls, plural, one {one call} other {# calls}} of its sources {calls, plural,
    one {goes} other {go}} to {other} and {calls, plural, one {was} other {were}} not judged, as most go to {judged};
    part them under "workloads" in lint-policies.config.yaml`,
  empty: `{file}: the workload "{name}" names no policy that is here and that no manifest covers;
    mend its "policies", or take it out`,
  undecided: `{policies, list, plain and} stand equally near to the sources in {folder}, so none was judged against their
    calls; write into lint-policies.config.yaml which sources are whose:`,
  alone: `{name}: not judged against calls, as no sources of calls stand near it; name them with
    "{command}"`,
  left: `{count, plural, one {one file} other {# files}} with calls in {folders, list, plain and} {count, plural, one {is} other {are}}
    in no policy's workload; if a policy is for {count, plural, one {it} other {them}}, say so under "workloads" in
    lint-policies.config.yaml`,
  withoutPolicies: `no policy was found{calls, plural,
    =0 {, and no call of these clouds that could be read}
    one {; the sources make one call: "lint-policies generate {sources}" writes the policy that it needs}
    other {; the sources make # calls: "lint-policies generate {sources}" writes the policy that they need}}{unread, plural,
    =0 {}
    one {; the calls of one client were recognised and not read}
    other {; the calls of # clients were recognised and not read}}`,
  saved: 'wrote {file}',
  kept: '{file} is there already and stays as it is',
  whose: 'Whose calls are those of {folder}?',
  together: 'all {count} of them together',
  none: 'none of these; judge nothing against them',
} as const;
