import { zipOf } from './zip'

/** An ods with these `<table:table-row>` elements in one sheet. */
export const odsOf = (rows: string, manifest = '<manifest:manifest/>'): Buffer =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', store: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    {
      name: 'content.xml',
      content:
        '<office:document-content><office:body><office:spreadsheet><table:table table:name="Ark1">' +
        `${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ])

export const odsCell = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`
