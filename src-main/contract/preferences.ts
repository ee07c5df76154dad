/** How the window looks: `system` follows the operating system, contrast included. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]
