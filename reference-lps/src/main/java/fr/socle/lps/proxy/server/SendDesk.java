package fr.socle.lps.proxy.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.proxy.server.TokenExchange.Api;
import fr.socle.lps.proxy.server.TokenExchange.NoToken;
import fr.socle.lps.psc.PscFailure;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** {@code /send/<api>/<path>}: the call of a software, made with the token of the API. */
final class SendDesk {

  private final BenchDescriptor bench;
  private final Sessions sessions;
  private final TraceLog traces;
  private final TokenDesk tokens;
  private final Defects defects;

  SendDesk(
      BenchDescriptor bench, Sessions sessions, TraceLog traces, Clock clock, Defects defects) {
    this.bench = bench;
    this.sessions = sessions;
    this.traces = traces;
    this.tokens = new TokenDesk(clock, defects);
    this.defects = defects;
  }

  /**
   * What a software wants to send.
   *
   * @param api name of the API
   * @param path path and query behind it
   * @param contentType type of the body, empty without
   */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  record Sending(String api, String method, String path, String contentType, byte[] body) {}

  ProxyAnswer send(Sending wanted, String cookie, InetSocketAddress from)
      throws InterruptedException {
    Optional<OpenSession> found = sessions.find(cookie);
    if (found.isEmpty()) {
      return ProxyAnswer.error(401, "Session inconnue", Asker.unknown());
    }
    OpenSession session = found.get();
    Optional<Api> api = api(wanted.api());
    if (api.isEmpty()) {
      return ProxyAnswer.error(404, "API inconnue", session.owner());
    }
    traces.sent(session, from, wanted.api(), wanted.method(), wanted.path());
    try {
      return passed(wanted, session, api.get());
    } catch (NoToken e) {
      return ProxyAnswer.error(e.answered(), String.valueOf(e.getMessage()), session.owner());
    } catch (Wire.Unreachable e) {
      return ProxyAnswer.error(503, "API injoignable", session.owner());
    } catch (PscFailure e) {
      if (!e.endsSession()) {
        return ProxyAnswer.error(503, e.told(), session.owner());
      }
      sessions.end(session.id()); // psc.md 2.6, case 1b: the professional logs in again
      return ProxyAnswer.error(401, e.told(), session.owner()).erasingCookie();
    } catch (PscProblem e) {
      return ProxyAnswer.error(502, e.told(), session.owner());
    }
  }

  private ProxyAnswer passed(Sending wanted, OpenSession session, Api api)
      throws NoToken, PscProblem, Wire.Unreachable, InterruptedException {
    ApiTokens given;
    try {
      given = tokens.of(session, api);
    } catch (NoToken e) {
      if (defects.has(Mutant.PROXY_EDITEUR_JETON_PSC)) {
        return call(wanted, session, api, session.login().subjectToken());
      }
      throw e;
    }
    ProxyAnswer answer = call(wanted, session, api, given.access());
    if (answer.status() == 401 && !defects.has(Mutant.PROXY_EDITEUR_JETON_API_GARDE)) {
      // The API does not take its own token any more: another one, once.
      session.forget(api.name());
      return call(wanted, session, api, tokens.of(session, api).access());
    }
    return answer;
  }

  private ProxyAnswer call(Sending wanted, OpenSession session, Api api, String token)
      throws Wire.Unreachable, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api.url() + wanted.path()))
            .header("Authorization", "Bearer " + token)
            .method(
                wanted.method(),
                wanted.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(wanted.body()));
    if (!wanted.contentType().isEmpty()) {
      request.header("Content-Type", wanted.contentType());
    }
    boolean bound =
        !defects.has(Mutant.PROXY_EDITEUR_CERTIFICAT_SELON_JETON)
            || names(token, session.software().thumbprint());
    Wire wire = bound ? session.software().wire() : session.software().bare();
    Answer answer = wire.send(request.build());
    return new ProxyAnswer(answer.status(), answer.contentType(), null, answer.body());
  }

  /** Whether a token that can be read holds a thumbprint; only a mutant looks. */
  private static boolean names(String token, String thumbprint) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        && new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).contains(thumbprint);
  }

  private Optional<Api> api(String name) {
    try {
      return Optional.of(
          new Api(
              name,
              bench.url("api." + name + ".url").toString(),
              bench.url("api." + name + ".token")));
    } catch (DescriptorRefused e) {
      return Optional.empty();
    }
  }
}
