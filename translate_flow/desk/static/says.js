// Words for states, deeds and kinds, as scripts need them.

import { _ } from './api.js';

export const ICONS = { missing: '○', draft: '◐', stale: '↻', translated: '●', approved: '✓', kept: '=' };
export const STATES = {
  missing: () => _('missing'),
  draft: () => _('draft'),
  stale: () => _('source changed'),
  translated: () => _('translated'),
  approved: () => _('approved'),
  kept: () => _('kept'),
};
export const OPEN = new Set(['missing', 'draft', 'stale']);

export const DEEDS = {
  draft: () => _('drafted'),
  edit: () => _('edited'),
  confirm: () => _('confirmed'),
  approve: () => _('approved it'),
  return: () => _('sent back'),
  carry: () => _('carried over from the previous source'),
  keep: () => _('kept as it is'),
  dismiss: () => _('dismissed a finding'),
  undismiss: () => _('reopened a dismissed finding'),
  comment: () => _('commented'),
  kind: () => _('set the kind'),
  resolve: () => _('resolved a comment'),
  undo: () => _('undid'),
};
export const deed = (name) => (DEEDS[name] ? DEEDS[name]() : name);
