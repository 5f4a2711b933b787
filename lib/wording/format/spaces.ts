export { NBSP, NNBSP } from '../../accord/wording/spaces.ts'
