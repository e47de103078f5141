/** The page's only script: it hides what a filter leaves out. Its hash stands in the content security policy; without it everything is shown. */
export const SCRIPT = `
const filter = document.getElementById('filter');
const pick = (name) => document.getElementById('by-' + name).value;
const articles = [...document.querySelectorAll('article')];
function apply() {
  const [rule, grade, policy] = [pick('rule'), pick('severity'), pick('policy')];
  let shown = 0;
  for (const article of articles) {
    const { rule: own, grades, files } = article.dataset;
    const isShown =
      (rule === '' || rule === own) &&
      (grade === '' || grades.split(' ').includes(grade)) &&
      (policy === '' || files.split('\\n').includes(policy));
    article.hidden = !isShown;
    if (isShown) shown += 1;
  }
  const isFiltered = rule + grade + policy !== '';
  for (const group of document.querySelectorAll('.group')) {
    const hasAny = group.querySelector('article:not([hidden])') !== null;
    group.hidden = !hasAny;
    if (group.tagName === 'DETAILS') group.open = isFiltered && hasAny;
    for (const more of group.querySelectorAll('details')) {
      more.open = isFiltered && more.querySelector('article:not([hidden])') !== null;
    }
  }
  document.getElementById('shown').textContent = shown + ' / ' + articles.length;
}
if (filter !== null) {
  filter.hidden = false;
  filter.addEventListener('change', apply);
}
`;
