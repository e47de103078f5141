/** Cells that say nothing. `×` and `x` in an API column mean: no API. */
const BLANK = /^(?:[-–—―\s]*|[×xX✕✗/\\]|n\/?a\.?|\(n\/a\)|不涉及|不适用|暂无|null|nil|tbd|待补充)$/i;
/** Cells that say that nothing is needed. */
const NONE =
  /^(?:none\.?|无。?|无需(?:任何)?(?:授权|权限|鉴权|授权项|配置|添加|依赖)?.{0,12}|不需要(?:任何)?(?:授权|权限|鉴权|授权项)?.{0,12}|no (?:permissions?|actions?|authorization|authentication)(?: (?:is|are))?(?: (?:needed|required))?\.?|(?:permissions?|actions?|authorization) (?:is|are) not (?:needed|required)\.?|not (?:required|needed)\.?|nothing\.?)$/i;

export function isBlank(text: string): boolean {
  return BLANK.test(text.trim());
}

export function saysNone(text: string): boolean {
  return NONE.test(text.trim());
}
