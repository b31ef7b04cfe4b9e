package fr.socle.lps.psc;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.banc.KeyStoreFile;
import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ciba.Channel;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with Pro Santé Connect as a native software does: authorization code in an external
 * browser, back on a loopback address (psc.md 2.1), or without browser (psc.md 2.2). Not
 * thread-safe: one user, one login at a time.
 */
public final class ProSanteConnect implements AutoCloseable {

  private static final String RETURN_PATH = "/retour-psc";

  private final LoginSettings settings;
  private final PscClient client;
  private final Defects defects;
  private final BackChannel backChannel;
  private final IdTokenValidator idTokens;
  private final LogoutTokenControl notices;
  private final Logout logout;
  private final CallbackControl callbacks;
  private final RedirectListener redirect;
  private final Browser browser;
  private final CibaLogin ciba;
  private final Renewal renewal;

  private ProSanteConnect(
      LoginSettings settings,
      PscClient client,
      Defects defects,
      BackChannel backChannel,
      RedirectListener redirect,
      Browser browser) {
    this.settings = settings;
    this.client = client;
    this.defects = defects;
    this.backChannel = backChannel;
    this.redirect = redirect;
    this.browser = browser;
    KeyRing keys = new KeyRing(backChannel::keys);
    this.idTokens = new IdTokenValidator(keys, settings.clock(), defects);
    this.notices = new LogoutTokenControl(keys, settings.clock(), defects);
    this.logout = new Logout(client, backChannel, browser, redirect, settings.random(), defects);
    this.callbacks = new CallbackControl(defects);
    this.renewal = new Renewal(backChannel, client.clientId(), idTokens, settings.clock(), defects);
    this.ciba = new CibaLogin(settings, client.clientId(), defects, backChannel, idTokens);
  }

  /**
   * Prepares logins at the provider of a bench.
   *
   * @param clientId the client to use, null for the first of the descriptor
   * @throws DescriptorRefused when the descriptor does not say enough
   * @throws IOException when keys cannot be read or the return address cannot be listened on
   */
  public static ProSanteConnect of(
      BenchDescriptor bench, @Nullable String clientId, LoginSettings settings, Defects defects)
      throws DescriptorRefused, IOException {
    PscClient client = bench.client(clientId);
    Optional<RedirectAddress> address = RedirectAddress.choose(client.redirectUris(), RETURN_PATH);
    if (address.isEmpty()) {
      throw new DescriptorRefused(
          "Le client « "
              + client.clientId()
              + " » ne déclare aucune adresse de retour sur cette machine"
              + " (http://127.0.0.1:*/...).");
    }
    Tls.ClientKey key = null;
    if (client.usesCertificate()) {
      String own = Optional.ofNullable(client.keyStore()).orElse("psc-client");
      KeyStoreFile file =
          bench.keyStore(defects.has(Mutant.PSC_CERTIFICAT_AUTRE) ? "organisation" : own);
      key = Tls.ClientKey.open(file.pkcs12(), file.password());
    }
    Wire wire = direct(bench, key, settings, defects);
    Wire bare = direct(bench, null, settings, defects);
    BackChannel backChannel =
        new BackChannel(
            wire,
            defects.has(Mutant.PSC_CERTIFICAT_OUBLIE) ? bare : wire,
            bench.url("psc.discovery"),
            client,
            settings.clock(),
            defects);
    Browser browser = new Browser(Tls.context(bench.caFile(), null), settings.patience());
    return new ProSanteConnect(
        settings, client, defects, backChannel, new RedirectListener(address.get()), browser);
  }

  private static Wire direct(
      BenchDescriptor bench, Tls.@Nullable ClientKey key, LoginSettings settings, Defects defects)
      throws DescriptorRefused, IOException {
    return Wire.of(
        defects.has(Mutant.PSC_CERTIFICAT_SERVEUR_IGNORE)
            ? Tls.trustingAnybody(key)
            : Tls.context(bench.caFile(), key),
        defects.has(Mutant.PSC_TLS_ANCIEN)
            ? List.of("TLSv1.3", "TLSv1.2", "TLSv1.1")
            : Tls.VERSIONS,
        settings.patience(),
        null);
  }

  /** Logs the user in. */
  public PscSession login() throws PscProblem, InterruptedException {
    ProviderMetadata provider = backChannel.provider();
    AuthorizationRequest request =
        AuthorizationRequest.create(
            provider, client, redirect.redirectUri(), settings.random(), defects);
    String code = callbacks.code(callback(request), request, provider);
    Tokens tokens = exchange(code, request.codeVerifier());
    if (tokens.id() == null) {
      throw new PscRefusal(
          "Connexion refusée : Pro Santé Connect n'a pas remis de jeton d'identité.");
    }
    JsonNode claims =
        idTokens.validate(
            tokens.id(),
            new IdTokenValidator.Expected(
                provider.issuer(),
                client.clientId(),
                request.nonce(),
                true,
                null,
                tokens.access()));
    String subject = claims.path("sub").asText();
    ProfessionalProfile profile;
    if (defects.has(Mutant.PSC_USERINFO_OUBLIE)) {
      profile = ProfessionalProfile.of(claims);
    } else {
      profile =
          profile(
              backChannel.userinfo(tokens.access()).orElseThrow(PscFailure::noProfile),
              subject,
              defects);
    }
    return new PscSession(
        profile,
        subject,
        claims.path("sid").textValue(),
        request.nonce(),
        tokens,
        settings.clock().instant());
  }

  /** Exchanges a code; it serves once, also when the answer never came (RFC 6749 4.1.2). */
  private Tokens exchange(String code, String codeVerifier)
      throws PscProblem, InterruptedException {
    if (defects.has(Mutant.PSC_RETOUR_REJOUE)) {
      redirect.onLateReturn(late -> exchangeAgain(late, codeVerifier));
    }
    try {
      return backChannel.exchange(code, redirect.redirectUri(), codeVerifier);
    } catch (PscFailure e) {
      if (defects.has(Mutant.PSC_CODE_REJOUE)) {
        return backChannel.exchange(code, redirect.redirectUri(), codeVerifier);
      }
      throw e;
    }
  }

  private void exchangeAgain(String code, String codeVerifier) {
    try {
      backChannel.exchange(code, redirect.redirectUri(), codeVerifier);
    } catch (PscProblem e) {
      // the mutant does not care
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks for a login on somebody's phone or card reader (CIBA, psc.md 2.2).
   *
   * @param nationalId who is to log in
   * @throws PscProblem when he could not be asked
   */
  public PendingLogin askWithoutBrowser(String nationalId, Channel channel)
      throws PscProblem, InterruptedException {
    return ciba.begin(nationalId, channel);
  }

  /**
   * Reads the professional data again, with new tokens if the access token is over (PSC-RP-12).
   *
   * @throws PscFailure when the session is over or the provider does not answer
   */
  public PscSession consult(PscSession session) throws PscProblem, InterruptedException {
    boolean refreshes = !defects.has(Mutant.PSC_RAFRAICHISSEMENT_ABSENT);
    PscSession current = session;
    if (refreshes && session.tokens().expired(settings.clock().instant())) {
      current = renewal.of(session);
    }
    Optional<JsonNode> claims = backChannel.userinfo(current.tokens().access());
    if (claims.isEmpty() && refreshes && current == session) {
      current = renewal.of(session); // the provider ended it before its announced time
      claims = backChannel.userinfo(current.tokens().access());
    }
    return current.with(
        profile(claims.orElseThrow(PscFailure::sessionOver), current.subject(), defects));
  }

  /**
   * What a service answered under a session.
   *
   * @param session the session, with new tokens if they had to be renewed
   */
  public record Called(PscSession session, Answer answer) {}

  /**
   * Calls a service that takes the access token of the user.
   *
   * @param renewing whether a token that is over is renewed first
   */
  public Called call(PscSession session, HttpRequest.Builder request, boolean renewing)
      throws PscProblem, InterruptedException {
    PscSession current = session;
    if (renewing && session.tokens().expired(settings.clock().instant())) {
      current = renewal.of(session);
    }
    return new Called(current, backChannel.call(current.tokens().access(), request));
  }

  /** The login with an access token that is not over, renewed if it must be. */
  public PscSession current(PscSession session) throws PscProblem, InterruptedException {
    return session.tokens().expired(settings.clock().instant()) ? renewal.of(session) : session;
  }

  /**
   * Ends the session at the provider (EXI PSC 20).
   *
   * @return what to tell the user when it could not be ended there, else nothing
   */
  public Optional<String> logout(PscSession session) throws InterruptedException {
    return logout.end(session);
  }

  /**
   * Reads a notice of Pro Santé Connect that a session ended; on any thread.
   *
   * @throws PscProblem when the notice is not to be believed
   */
  public EndedSession readNotice(String logoutToken) throws PscProblem, InterruptedException {
    return notices.read(logoutToken, backChannel.provider().issuer(), client.clientId());
  }

  /** Stops listening for returns. Can be called twice. */
  @Override
  public void close() {
    redirect.close();
    ciba.close();
  }

  /** The profile in userinfo, which must be about that subject. */
  static ProfessionalProfile profile(JsonNode claims, String subject, Defects defects)
      throws PscRefusal {
    boolean same = subject.equals(claims.path("sub").textValue());
    if (!same && !defects.has(Mutant.PSC_USERINFO_AUTRE_SUB)) { // OIDC Core 5.3.2
      throw new PscRefusal(
          "Connexion refusée : les données professionnelles reçues sont celles d'une autre"
              + " personne. Recommencez la connexion.");
    }
    ProfessionalProfile profile = ProfessionalProfile.of(claims);
    if (defects.has(Mutant.PSC_CODES_INCONNUS_REFUSES) && !profile.usual()) {
      throw new PscRefusal("Connexion refusée : votre profession n'est pas dans la nomenclature.");
    }
    return profile;
  }

  private Map<String, List<String>> callback(AuthorizationRequest request)
      throws PscProblem, InterruptedException {
    CompletableFuture<Map<String, List<String>>> callback = redirect.expect();
    try {
      Answer page = browser.open(request.address());
      if (!callback.isDone() && page.status() >= 400) {
        throw new PscFailure(
            "La page de connexion de Pro Santé Connect a répondu par une erreur ("
                + page.status()
                + "). Réessayez ; si l'erreur se répète, prévenez votre éditeur.");
      }
      if (!callback.isDone()) {
        settings.invitation().accept(request.address());
      }
      return callback.get(settings.personDelay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (Wire.Unreachable e) {
      throw new PscFailure(
          "La page de connexion de Pro Santé Connect est injoignable ("
              + e.getMessage()
              + "). Réessayez dans un moment, ou connectez-vous autrement.");
    } catch (TimeoutException e) {
      throw new PscFailure(
          "Personne n'a terminé la connexion sur la page de Pro Santé Connect en "
              + settings.personDelay().toSeconds()
              + " s. Recommencez.");
    } catch (ExecutionException | CancellationException e) {
      throw new PscFailure("La connexion a été interrompue. Recommencez.");
    } finally {
      callback.cancel(false);
    }
  }
}
