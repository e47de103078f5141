/** What the catalog knows about itself: what a service rests on, and how much of it is known. */
export const en = {
  title: 'What is known',
  sdk: `{actions} of {operations, plural, one {# operation} other {# operations}} of the SDK,
    {identity} of them for identity policies`,
  pages: `{pages, plural, one {# page} other {# pages}}{transcribed, plural, =0 {}
    other {, # copied row by row}}`,
  dated: '{pages}, dated {from} to {to}',
  datedOnce: '{pages}, dated {to}',
  unread: 'and what could not be read',
  partial: `what policies of Version {versions, list, plain} call things was not read whole:
    a name that is not here may be documented all the same`,
} as const;
