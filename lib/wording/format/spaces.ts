export * from '../../accord/wording/spaces.ts'
