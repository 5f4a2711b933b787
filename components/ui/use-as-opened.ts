'use client'

import { useState } from 'react'

/** What a form was opened with, whatever the page beside it has become: its own number, the version its answers were written on. */
export function useAsOpened<T>(value: T): T {
  return useState(value)[0]
}
