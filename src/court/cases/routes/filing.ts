import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { membersWith } from '#court/accounts'
import { likelyDuplicates, type Person } from '#court/people'
import { rulebookOn } from '#court/programs'
import { type DeskForm, deskReferralForm, type Officer, officerReferralForm, type Source } from '#court/referrals'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { type FileRefusal, fileReferral } from '../actions/filing.ts'
import { filedWords, newCasePage, referPage } from '../pages/filing.ts'
import { referralsBy } from '../records/mine.ts'
import { desk, enterAlike, statusOf } from './seen.ts'

const officers = ['officer'] as const
type Refused = FileRefusal['refused']

export const officerRoutes = (court: Court): Route[] => {
  const showRefer = async (res: Response, actor: Actor, form: Form | null, refused?: Refused) => {
    const { programId, membershipId } = actor
    const [edition, mine] = await court.db.inOneTrip(actor, tx =>
      Promise.all([rulebookOn(tx, programId, todayFor(court, actor)), referralsBy(tx, { programId, membershipId })]),
    )
    show(res, referPage(edition.rules, mine, form, refused), statusOf(form, refused))
  }

  return [
    get('/refer', officers, (_req, res) => showRefer(res, actorOf(res), null)),

    post('/refer', officers, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(officerReferralForm, req.body)
      if (!form.ok) return showRefer(res, actor, form.form)
      const filed = await fileReferral(court, actor, { ...form.value, ...(await sourceOf(court, actor)) })
      if (isRefusal(filed)) return showRefer(res, actor, form.form, filed.refused)
      saved(res, '/refer', said('referrals.sent', { no: filed.no }))
    }),
  ]
}

/** An officer is known from how they signed in. */
const sourceOf = async (court: Court, actor: Actor): Promise<Source> => {
  const members = await court.db.inOneTrip(actor, tx => membersWith(tx, actor.programId, 'officer'))
  const me = members.find(one => one.membershipId === actor.membershipId)
  return {
    agency: me?.agency ?? actor.name,
    officerName: actor.name,
    officerEmail: null,
    officerMembershipId: actor.membershipId,
  }
}

type Named = Pick<DeskForm, 'agency' | 'officerName' | 'officerMembershipId'>

/** An officer who was chosen stands for what was not typed; one who is no member here was not chosen. */
const sourceNamed = ({ agency, officerName, officerMembershipId }: Named, members: readonly Officer[]) => {
  const officer = members.find(one => one.membershipId === officerMembershipId)
  return {
    agency: agency ?? officer?.agency ?? officer?.displayName ?? '',
    officerName: officerName ?? officer?.displayName ?? '',
    officerMembershipId: officer?.membershipId ?? null,
  }
}

const alikeOf = (court: Court, actor: Actor, asked: DeskForm): Promise<Person[]> =>
  court.db.withProgram(actor, async tx => {
    const alike = await likelyDuplicates(tx, actor.programId, { ...asked, birthDate: asked.birth })
    await enterAlike(court, tx, actor, alike)
    return alike
  })

export const newCaseRoutes = (court: Court): Route[] => {
  const factsFor = (actor: Actor) =>
    court.db.inOneTrip(actor, tx =>
      Promise.all([
        rulebookOn(tx, actor.programId, todayFor(court, actor)),
        membersWith(tx, actor.programId, 'officer'),
      ]),
    )

  const showNew = async (res: Response, actor: Actor, form: Form | null, refused?: Refused, asked?: DeskForm) => {
    const [edition, members] = await factsFor(actor)
    const alike = asked ? await alikeOf(court, actor, asked) : []
    show(res, newCasePage(edition.rules, members, form, refused, alike), statusOf(form, refused))
  }

  return [
    get('/cases/new', desk, (_req, res) => showNew(res, actorOf(res), null)),

    post('/cases/new', desk, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(deskReferralForm, req.body)
      if (!form.ok) return showNew(res, actor, form.form)
      const [, members] = await factsFor(actor)
      const { known, ...asked } = form.value
      const filed = await fileReferral(court, actor, { ...asked, ...sourceNamed(asked, members) }, known)
      if (isRefusal(filed)) return showNew(res, actor, form.form, filed.refused, form.value)
      saved(res, filed.joined ? `/cases/${filed.no}` : `/cases/${filed.no}/screening`, filedWords(filed))
    }),
  ]
}
