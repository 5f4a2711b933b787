// One line per namespace; the file's name is the namespace's.
import account from './account.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import signIn from './signIn.json' with { type: 'json' }
import states from './states.json' with { type: 'json' }

export default { account, common, shell, signIn, states }
