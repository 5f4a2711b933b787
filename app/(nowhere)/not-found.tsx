export { NotFoundScreen as default } from '@/components/shell/states.tsx'
