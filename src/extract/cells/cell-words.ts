/** Cells that say nothing. `×` and `x` in an API column mean: no API. */
const BLANK: readonly RegExp[] = [
  /^[-–—―\s]*$/,
  /^[×xX✕✗/\\]$/,
  /^(?:n\/?a\.?|\(n\/a\)|null|nil|tbd)$/i,
  /^(?:不涉及|不适用|暂无|待补充)$/,
];

/** Cells that say that nothing is needed. */
const NONE: readonly RegExp[] = [
  /^(?:none\.?|nothing\.?|无。?)$/i,
  /^无需(?:任何)?(?:授权|权限|鉴权|授权项|配置|添加|依赖)?.{0,12}$/,
  /^不需要(?:任何)?(?:授权|权限|鉴权|授权项)?.{0,12}$/,
  /^no (?:permissions?|actions?|authorization|authentication)(?: (?:is|are))?(?: (?:needed|required))?\.?$/i,
  /^(?:(?:permissions?|actions?|authorization) (?:is|are) )?not (?:required|needed)\.?$/i,
];

export function isBlank(text: string): boolean {
  const word = text.trim();
  return BLANK.some((pattern) => pattern.test(word));
}

export function saysNone(text: string): boolean {
  const word = text.trim();
  return NONE.some((pattern) => pattern.test(word));
}
