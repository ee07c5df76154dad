/** What stands in the package of a supplier. */
export const supplierPackage = {
  title: 'Package for {{supplier}}',
  subtitle: 'Your part of the migration plan: {{items}}, their waves and dates, and what they depend on.',
  related: 'Related items',
  howTitle: 'What we ask of you',
  stepOpen: 'Open the sheet {{sheet}}: a row is one of your items, with its move group, wave and dates.',
  stepFill: 'Fill in the yellow columns: your answer, the date you confirm, effort, price and comment.',
  stepLeave: 'Leave the rest as it is. It is locked without a password; what is changed there is shown to us and not taken.',
  stepReturn: 'Save the file as .xlsx and send it back under any name.',
  fillTitle: 'The yellow columns',
  about_items: 'your items, and where you answer',
  about_related: 'what your items touch and others own',
  about_dependencies: 'what needs what',
  about_waves: 'the waves that concern you',
  about_rules: 'rules about your items',
  about_freezeWindows: 'when nothing may cut over',
} as const
