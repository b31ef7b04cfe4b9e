/**
 * A service that logs professionals in with Pro Santé Connect on openid-client, as its documentation writes one.
 *
 *     node relying-party.mjs bench.json [--signature]
 *
 * It prints its address first, then logs on the error output. It checks nothing by itself: whatever it refuses,
 * openid-client refused. `--signature` asks the library to check the signature of identity tokens, which it does not
 * by default when they come from the token endpoint.
 */
import { randomInt, randomUUID, webcrypto } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import http from 'node:http'

// Node 18, the one of Debian 12, has both without showing them.
globalThis.crypto ??= webcrypto
globalThis.CryptoKey ??= webcrypto.CryptoKey
const oidc = await import('openid-client')

const space = JSON.parse(await readFile(process.argv[2], 'utf8'))
const client = space.clients.find(({ clientId }) => clientId === 'lps-demo')
const visits = new Map()

const discovered = oidc.discovery(
  new URL(space.urls['psc.discovery']),
  client.clientId,
  undefined,
  oidc.ClientSecretBasic(client.clientSecret),
  { execute: process.argv.includes('--signature') ? [oidc.enableNonRepudiationChecks] : [] },
)

async function protectedPage(visit) {
  if (visit.userinfo) return text(200, `dossier ouvert\n${visit.userinfo.SubjectNameID}\n`)
  visit.expected = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
  }
  const address = oidc.buildAuthorizationUrl(await discovered, {
    redirect_uri: `${base}/retour`,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: visit.expected.expectedState,
    nonce: visit.expected.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(visit.expected.pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  return redirect(address)
}

async function back(visit, address) {
  const tokens = await oidc.authorizationCodeGrant(await discovered, address, visit.expected)
  const userinfo = await oidc.fetchUserInfo(await discovered, tokens.access_token, tokens.claims().sub)
  Object.assign(visit, { tokens, userinfo })
  return redirect(`${base}/`)
}

/** Login without browser: the number is shown here and on the telephone, then the result is awaited. */
async function byTelephone(visit, address) {
  const number = String(randomInt(100)).padStart(2, '0')
  const asked = await oidc.initiateBackchannelAuthentication(await discovered, {
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    login_hint: address.searchParams.get('qui'),
    binding_message: number,
  })
  console.error(`${number} : comparez ce nombre à celui du téléphone`)
  const tokens = await oidc.pollBackchannelAuthenticationGrant(await discovered, asked)
  const userinfo = await oidc.fetchUserInfo(await discovered, tokens.access_token, tokens.claims().sub)
  Object.assign(visit, { tokens, userinfo })
  return redirect(`${base}/`)
}

async function userinfoAgain({ tokens }) {
  return json(await oidc.fetchUserInfo(await discovered, tokens.access_token, tokens.claims().sub))
}

async function refresh(visit) {
  const renewed = await oidc.refreshTokenGrant(await discovered, visit.tokens.refresh_token)
  const changed = renewed.access_token !== visit.tokens.access_token
  visit.tokens = renewed
  return json({ renewed: changed })
}

async function revoke({ tokens }) {
  await oidc.tokenRevocation(await discovered, tokens.refresh_token, { token_type_hint: 'refresh_token' })
  return json({ revoked: true })
}

async function introspect({ tokens }) {
  return json(await oidc.tokenIntrospection(await discovered, tokens.access_token))
}

async function logOut(visit) {
  const address = oidc.buildEndSessionUrl(await discovered, {
    id_token_hint: visit.tokens.id_token,
    post_logout_redirect_uri: `${base}/au-revoir`,
    state: oidc.randomState(),
  })
  delete visit.tokens
  delete visit.userinfo
  return redirect(address)
}

const pages = {
  '/': protectedPage,
  '/retour': back,
  '/telephone': byTelephone,
  '/moi': userinfoAgain,
  '/rafraichir': refresh,
  '/revoquer': revoke,
  '/introspecter': introspect,
  '/deconnexion': logOut,
  '/au-revoir': async () => text(200, 'au revoir\n'),
}

const text = (status, body) => ({ status, body, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
const json = (body) => ({ status: 200, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
const redirect = (address) => ({ status: 302, body: '', headers: { Location: `${address}` } })

/** openid-client's own words, with those of what it met. */
function refusal(error) {
  console.error(error)
  const words = []
  for (let at = error; at instanceof Error; at = at.cause) words.push(`${at.name}: ${at.message} ${at.code ?? ''}`)
  if (error.error) words.push(`${error.error} ${error.error_description ?? ''}`)
  return text(403, `connexion refusée\n${words.join('\n')}\n`)
}

function visitOf(request) {
  const known = /visite=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]
  const id = visits.has(known) ? known : randomUUID()
  if (!visits.has(id)) visits.set(id, {})
  return { id, visit: visits.get(id) }
}

const server = http.createServer(async (request, response) => {
  const address = new URL(request.url, base)
  const { id, visit } = visitOf(request)
  const page = pages[address.pathname]
  const answer = page ? await page(visit, address).catch(refusal) : text(404, 'page inconnue\n')
  response.writeHead(answer.status, { ...answer.headers, 'Set-Cookie': `visite=${id}; HttpOnly; Path=/` })
  response.end(answer.body)
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const base = `http://127.0.0.1:${server.address().port}`
console.log(`${base}/`)
