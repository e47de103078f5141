import fc from 'fast-check';

// The same examples for every mutant, and no more of them than a third of a second allows: there are two thousand mutants.
// eslint-disable-next-line @typescript-eslint/no-deprecated -- the plugin in its place can be set for single properties only
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 300 });
