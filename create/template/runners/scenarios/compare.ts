import { __imports__ } from 'steelyard';

// What a scenario may say stands in node_modules/steelyard/docs/scenarios.md.
export default defineScenario({
  id: 'compare',
  title: '__title__',
  work: '__work__',
__inputs__  contestants: [
__contestants__
  ],
  cases: [
    {
      id: 'main',
      parameters: {__parameters__},
      // How often each runs: quick in every build, full for a reference that is published.
      rounds: { smoke: 1, quick: 8, full: 21 },
      timeoutS: 60,
    },
  ],
  check: __check__,
  // What is told apart: "matters" is the smallest difference that counts, stated before anything is measured.
  measures: [
__measures__
  ],
});
