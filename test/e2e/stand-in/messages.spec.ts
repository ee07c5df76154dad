import { expect } from '@playwright/test'
import { mainValue, test } from './launch-sample'

test.describe('Messages on the stand-in', () => {
  test('carry every kind of value to the main process, and say who sent them', async ({ sample }) => {
    const described = await sample.page.evaluate(() =>
      window.sample.describe({
        date: new Date(0),
        map: new Map([[1, 2]]),
        set: new Set([1]),
        bytes: new Uint8Array([1, 2]),
        floats: new Float64Array([0.5]),
        error: new RangeError('no'),
        big: 1n,
        nothing: undefined,
        empty: null,
        list: [1],
      }),
    )
    expect(described).toEqual({
      origin: 'app://sample',
      types: {
        date: 'Date',
        map: 'Map',
        set: 'Set',
        bytes: 'Uint8Array',
        floats: 'Float64Array',
        error: 'Error',
        big: 'BigInt',
        nothing: 'Undefined',
        empty: 'Null',
        list: 'Array',
      },
    })
  })

  test('bring every kind of value back unchanged', async ({ sample }) => {
    const same = await sample.page.evaluate(async () => {
      const sent = {
        date: new Date(5),
        map: new Map([['key', { deep: [undefined, NaN] }]]),
        bytes: new Uint8Array([0, 255]),
        text: 'æøå "quoted" \u2028 $',
        $: 'a key like a tag',
      }
      const back = (await window.sample.echo(sent)) as typeof sent
      return [
        back.date.getTime(),
        [...back.map],
        [...back.bytes],
        back.text === sent.text,
        back.$,
        back.date instanceof Date && back.map instanceof Map && back.bytes instanceof Uint8Array,
      ]
    })
    expect(same).toEqual([5, [['key', { deep: [undefined, NaN] }]], [0, 255], true, 'a key like a tag', true])
  })

  test('keep keys such as __proto__ as data', async ({ sample }) => {
    const keys = await sample.page.evaluate(async () => {
      const back = (await window.sample.echo(JSON.parse('{"__proto__": {"polluted": true}, "a": 1}'))) as object
      return [Object.keys(back), 'polluted' in {}]
    })
    expect(keys).toEqual([['__proto__', 'a'], false])
  })

  test('refuse what cannot be cloned', async ({ sample }) => {
    const message = await sample.page.evaluate(() =>
      Promise.resolve()
        .then(() => window.sample.echo(Symbol('no')))
        .catch((error: Error) => error.message),
    )
    expect(message).toContain('could not be cloned')
  })

  test('turn what a handler throws into a rejection that names the channel', async ({ sample }) => {
    const messages = await sample.page.evaluate(() =>
      Promise.all(
        [window.sample.fail(), window.sample.unknownChannel()].map((call) => call.catch((error: Error) => error.message)),
      ),
    )
    expect(messages).toEqual([
      "Error invoking remote method 'fail': RangeError: thrown in main",
      "Error invoking remote method 'nobody-handles-this': Error: No handler registered for 'nobody-handles-this'",
    ])
  })

  test('arrive in the order in which they were sent', async ({ sample }) => {
    await sample.page.evaluate(() => {
      for (let note = 0; note < 50; note += 1) window.sample.sendNote(note % 10 === 0 ? 'x'.repeat(2_000_000).length : note)
    })
    const expected = Array.from({ length: 50 }, (_, note) => (note % 10 === 0 ? 2_000_000 : note))
    await expect.poll(() => mainValue(sample, 'notes')).toEqual(expected)
  })

  test('reach the page in order, long and short, until it stops listening', async ({ sample }) => {
    const { app, page } = sample
    await page.evaluate(() => {
      const heard: unknown[] = []
      window.heard = heard
      const stop = window.sample.onMessage((value, text) => {
        heard.push([value instanceof Date, String(text).length])
        if (heard.length === 3) stop()
      })
    })
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.send('message', new Date(5), 'short')
      contents?.send('message', 1, Array.from({ length: 500_000 }, (_, index) => index).join(' '))
      contents?.send('message', new Date(6), 'short')
      contents?.send('message', 'after the listener has gone')
    })
    await expect
      .poll(() => page.evaluate(() => window.heard))
      .toEqual([
        [true, 5],
        [false, 3_388_889],
        [true, 5],
      ])
  })

  test('carry an estate of 12,500 items and 70,000 dependencies both ways', async ({
    sample,
  }) => {
    const measure = () => sample.page.evaluate(() => window.sample.measureBig())
    await measure()
    const { toPage, toMain, counts } = await measure()
    const figure = `an estate to the page in ${Math.round(toPage)} ms, and back to main in ${Math.round(toMain)} ms`
    test.info().annotations.push({ type: 'figure', description: figure })
    process.stdout.write(`${figure}\n`)
    expect(counts).toEqual({ items: 12_500, dependencies: 70_000 })
    expect(toPage + toMain).toBeLessThan(10_000)
  })
})

test.describe('The context bridge of the stand-in', () => {
  test('exposes frozen values and synchronous functions', async ({ sample }) => {
    const seen = await sample.page.evaluate(() => [
      window.sample.version,
      window.sample.add(2, 3),
      Object.isFrozen(window.sample) && Object.isFrozen(window.sample.nested.list),
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { process?: unknown }).process,
    ])
    expect(seen).toEqual(['1.0', 5, true, 'undefined', 'undefined'])
  })

  test('lets the preload call functions of the page, and the page functions it was given', async ({ sample }) => {
    const seen = await sample.page.evaluate(() => {
      const counter = window.sample.makeCounter()
      return [window.sample.callTwice((value) => value * 10, 1), counter.next(), counter.next()]
    })
    expect(seen).toEqual([[10, 20], 1, 2])
  })

  test('passes on what the preload throws', async ({ sample }) => {
    const message = await sample.page.evaluate(() => {
      try {
        return window.sample.throwNow()
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(message).toBe('thrown in the preload')
  })
})
