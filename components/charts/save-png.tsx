'use client'

import { useState, useSyncExternalStore, type MouseEvent } from 'react'

const never = () => () => {}

/** Twice the size of the drawing: sharp on paper and on a slide. */
const SCALE = 2

async function pngOf(address: string): Promise<Blob | null> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then; an address freed at once is lost in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Makes the PNG from the SVG that the link beside it holds; absent where no script runs. */
export function SavePng({ id, label, failed }: { readonly id: string; readonly label: string; readonly failed: string }) {
  const scripted = useSyncExternalStore(never, () => true, () => false)
  const [broken, setBroken] = useState(false)
  if (!scripted) return null
  const make = async (event: MouseEvent<HTMLButtonElement>) => {
    const drawing = event.currentTarget.closest('.chart-files')?.querySelector<HTMLAnchorElement>('a[download$=".svg"]')
    try {
      const blob = drawing === null || drawing === undefined ? null : await pngOf(drawing.href)
      setBroken(blob === null)
      if (blob !== null) save(blob, `${id}.png`)
    } catch {
      setBroken(true)
    }
  }
  return (
    <>
      <button type="button" aria-label={label} onClick={make}>PNG</button>
      <span role="status">{broken ? failed : ''}</span>
    </>
  )
}
