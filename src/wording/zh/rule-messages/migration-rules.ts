import type { Sentences } from '../../speaker.js';

export const migration: Readonly<Record<string, Sentences>> = {
  'former-action': {
    replaced: '“{action}”最后一次出现在 {last} 的文档中；请改用{names, list, 3}。',
    gone: '“{action}”最后一次出现在 {last} 的文档中；请改用现行文档中的授权项。',
    replace: '替换为{names, list, 3}。',
  },
  'identity-action-in-policy': {
    other: '“{action}”是身份策略的授权项名称；在 Version 1.1 的策略中请写{names, list}。',
    replace: '替换为{names, list, and}。',
  },
  'old-action-in-identity-policy': {
    other: '“{action}”是 Version 1.1 策略的授权项名称；在身份策略中请写{names, list}。',
    replace: '替换为{names, list, and}。',
  },
  'role-to-policy': {
    role: '自定义策略不能是角色（Version“{version}”）；请写 Version“1.1”或“5.0”的策略。',
  },
  'version-language-mismatch': {
    element: 'Version“{version}”没有“{name}”；请写 Version“{other}”，或删除它。',
    key: 'Version“{version}”没有条件键“{name}”；请写 Version“{other}”，或使用其他条件键。',
    operator: 'Version“{version}”没有运算符“{name}”；请写 Version“{other}”，或使用其他运算符。',
    version: '改为 Version“{other}”。',
  },
};
