// Imported before a child's own program: the channel to the parent closes however the parent ends.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
// A fork inherits these arguments, and its channel must keep it alive: the guard is for us alone.
process.execArgv = process.execArgv.filter((argument, at, all) => argument !== '--import' && all[at - 1] !== '--import')
