import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchText } from '../../src/slack/fetch-text.ts';

/** A server that answers so; gives its address. */
async function serverThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`;
}

const post = { method: 'POST', headers: { 'X-Kind': 'mark' }, body: 'name=✓&at=1' };

describe('what fetch would do, fetchText does', () => {
  const echo: RequestListener = async (request, response) => {
    const body = await text(request);
    response.writeHead(429, { 'retry-after': '7', 'set-cookie': ['a=1', 'b=2'] });
    response.end(`${request.method} ${request.headers['x-kind']} ${body}`);
  };

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s sends a text, and tells status, headers and text of the answer', async (_, ask) => {
    const answer = await ask(await serverThat(echo), post);
    expect([answer.status, answer.ok, answer.headers.get('retry-after')]).toEqual([429, false, '7']);
    expect(await answer.text()).toBe('POST mark name=✓&at=1');
  });

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s takes an answer without a body', async (_, ask) => {
    const url = await serverThat((_request, response) => response.writeHead(204).end());
    const answer = await ask(url, post);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s fails with what the system says as the cause', async (_, ask) => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    await new Promise((closed) => nobody.close(closed));
    await expect(ask(`http://127.0.0.1:${port}/`, post)).rejects.toMatchObject({
      name: 'TypeError',
      cause: { code: 'ECONNREFUSED' },
    });
    const closes = await serverThat((request) => request.socket.destroy());
    await expect(ask(closes, post)).rejects.toMatchObject({
      name: 'TypeError',
      cause: { code: expect.stringMatching(/^(?:UND_ERR_SOCKET|ECONNRESET)$/) },
    });
  });

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s gives up when its time is over', async (_, ask) => {
    const url = await serverThat(() => undefined);
    await expect(ask(url, { ...post, signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s fails when the answer is cut short, or is none', async (_, ask) => {
    const isFailure = (error: unknown) => expect(error).toBeInstanceOf(TypeError);
    const cutShort = await serverThat((_request, response) => {
      response.writeHead(200, { 'content-length': '20' });
      response.write('{"ok":');
      setTimeout(() => response.destroy(), 10);
    });
    await ask(cutShort, post).then((answer) => answer.text().catch(isFailure), isFailure);
    const switches = await serverThat((request) => {
      request.socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
    });
    await expect(ask(switches, post)).rejects.toMatchObject({ name: 'TypeError' });
    expect.assertions(2);
  });

  it.each([
    ['fetch', fetch],
    ['fetchText', fetchText],
  ])('%s says nothing to an https address before it is encrypted', async (_, ask) => {
    const heard: Buffer[] = [];
    const server = createTcpServer((socket) => {
      socket.once('data', (bytes) => {
        heard.push(bytes);
        socket.destroy();
      });
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(ask(`https://127.0.0.1:${port}/api/x`, post)).rejects.toBeInstanceOf(TypeError);
    const handshake = 0x16;
    expect(heard.map(([first]) => first)).toEqual([handshake]);
    expect(Buffer.concat(heard).includes('name=')).toBe(false);
  });

  it('fetchText sends a file too', async () => {
    const form = new FormData();
    form.append('file', new Blob(['words of a file']), 'draft.md');
    const answer = await fetchText(await serverThat(echo), { method: 'POST', body: form });
    expect(await answer.text()).toMatch(/filename="draft.md"[\s\S]*words of a file/);
  });
});
