// Imported before a child's own program: the channel to the parent closes however the parent ends.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
