import { notFound } from 'next/navigation'

/**
 * Every address that no other page has. It stands here and not in the root's own `not-found`, which the framework makes anew
 * within each answer, frame and all, whether it is shown or not.
 */
export default function Nowhere() {
  notFound()
}
