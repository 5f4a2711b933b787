// One line per namespace; the file's name is the namespace's.
import account from './account.json' with { type: 'json' }
import acts from './acts.json' with { type: 'json' }
import administration from './administration.json' with { type: 'json' }
import agenda from './agenda.json' with { type: 'json' }
import amounts from './amounts.json' with { type: 'json' }
import attachments from './attachments.json' with { type: 'json' }
import basin from './basin.json' with { type: 'json' }
import bulk from './bulk.json' with { type: 'json' }
import caseload from './caseload.json' with { type: 'json' }
import choice from './choice.json' with { type: 'json' }
import basinNotes from './basinNotes.json' with { type: 'json' }
import offers from './offers.json' with { type: 'json' }
import plan from './plan.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import digest from './digest.json' with { type: 'json' }
import employers from './employers.json' with { type: 'json' }
import exchanges from './exchanges.json' with { type: 'json' }
import exportsWords from './exports.json' with { type: 'json' }
import figures from './figures.json' with { type: 'json' }
import file from './file.json' with { type: 'json' }
import mail from './mail.json' with { type: 'json' }
import live from './live.json' with { type: 'json' }
import opening from './opening.json' with { type: 'json' }
import placement from './placement.json' with { type: 'json' }
import rules from './rules.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import signIn from './signIn.json' with { type: 'json' }
import simulator from './simulator.json' with { type: 'json' }
import states from './states.json' with { type: 'json' }
import team from './team.json' with { type: 'json' }
import texts from './texts.json' with { type: 'json' }
import twoDays from './twoDays.json' with { type: 'json' }
import views from './views.json' with { type: 'json' }
import whatIf from './whatIf.json' with { type: 'json' }
import worklist from './worklist.json' with { type: 'json' }

export default { plan, offers, basinNotes, account, acts, administration, agenda, amounts, attachments, basin, bulk, caseload, choice, common, digest, employers, exchanges, exports: exportsWords, figures, file, mail, live, opening, placement, rules, shell, signIn, simulator, states, team, texts, twoDays, views, whatIf, worklist }
