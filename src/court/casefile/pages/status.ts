/** States of a case in words, with their colour and icon. */
import type { CaseStatus } from '#court/cases'
import type { IconName, TagKind } from '#platform/parts'
import { type Said, said } from '#words'

export type Tag = { kind: TagKind; text: Said; icon?: IconName | undefined }

const looks: Record<CaseStatus, { kind: TagKind; icon?: IconName }> = {
  referred: { kind: 'you', icon: 'inbox' },
  screening: { kind: 'you', icon: 'list-checks' },
  contacting: { kind: 'you', icon: 'phone' },
  intake: { kind: 'go', icon: 'message-square' },
  awaiting_consent: { kind: 'plain', icon: 'file-pen-line' },
  ready: { kind: 'you', icon: 'calendar-plus' },
  docketed: { kind: 'go', icon: 'calendar-check' },
  in_hearing: { kind: 'jury', icon: 'users-round' },
  disposed: { kind: 'plain', icon: 'file-pen-line' },
  active: { kind: 'go', icon: 'sprout' },
  noncompliance_review: { kind: 'you', icon: 'triangle-alert' },
  completed: { kind: 'done' },
  closed_success: { kind: 'done' },
  terminated: { kind: 'plain', icon: 'undo-2' },
  declined_ineligible: { kind: 'plain', icon: 'undo-2' },
  declined_by_family: { kind: 'plain', icon: 'undo-2' },
  unreachable: { kind: 'plain', icon: 'undo-2' },
  withdrawn: { kind: 'plain', icon: 'undo-2' },
  returned_to_source: { kind: 'plain', icon: 'undo-2' },
  sealed: { kind: 'plain', icon: 'lock' },
  purged: { kind: 'plain', icon: 'lock' },
}

export const statusTag = (status: CaseStatus): Tag => ({ ...looks[status], text: said(`casefile.status.${status}`) })
