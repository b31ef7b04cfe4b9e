package fr.socle.lps.psc;

import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Wire;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a session at Pro Santé Connect because the user asked for it (EXI PSC 20): through the
 * browser, or without it for a client with a certificate (psc.md 2.4).
 */
final class Logout {

  private static final String RETURN_PATH = "/deconnexion-psc";
  private static final int TIMES_TOO_MANY = 10;

  private final PscClient client;
  private final BackChannel backChannel;
  private final Browser browser;
  private final RedirectListener redirect;
  private final SecureRandom random;
  private final Defects defects;

  Logout(
      PscClient client,
      BackChannel backChannel,
      Browser browser,
      RedirectListener redirect,
      SecureRandom random,
      Defects defects) {
    this.client = client;
    this.backChannel = backChannel;
    this.browser = browser;
    this.redirect = redirect;
    this.random = random;
    this.defects = defects;
  }

  /**
   * Ends it.
   *
   * @return what to tell the user when it could not be ended, else nothing
   */
  Optional<String> end(PscSession session) throws InterruptedException {
    if (defects.has(Mutant.PSC_DECONNEXION_LOCALE)) {
      return Optional.empty();
    }
    String trouble;
    try {
      URI endSession = backChannel.provider().endSession();
      if (endSession == null) {
        return Optional.empty();
      }
      String idToken = String.valueOf(session.tokens().id());
      int status = ask(endSession, idToken, session.throughBrowser());
      int again = defects.has(Mutant.PSC_DECONNEXION_INSISTE) ? TIMES_TOO_MANY : 0;
      for (; again > 0 && status >= 400; again--) {
        status = ask(endSession, idToken, session.throughBrowser());
      }
      if (status < 400) {
        return Optional.empty();
      }
      trouble = "réponse " + status;
    } catch (Wire.Unreachable e) {
      trouble = String.valueOf(e.getMessage());
    } catch (PscProblem e) {
      trouble = e.told();
    }
    return Optional.of(
        "Vous êtes déconnecté de ce logiciel, mais la session Pro Santé Connect n'a pas pu être"
            + " fermée ("
            + trouble
            + ") : fermez votre navigateur.");
  }

  private int ask(URI endSession, String idToken, boolean throughBrowser)
      throws PscProblem, Wire.Unreachable, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!defects.has(Mutant.PSC_DECONNEXION_SANS_JETON)) {
      parameters.put("id_token_hint", idToken);
    }
    if (client.usesCertificate()) {
      parameters.put("client_id", client.clientId());
    }
    if (client.usesCertificate() || !throughBrowser) {
      return backChannel.endSession(endSession, parameters).status();
    }
    parameters.put(
        "post_logout_redirect_uri",
        defects.has(Mutant.PSC_DECONNEXION_RETOUR_NON_DECLARE)
            ? "https://lps.example/au-revoir"
            : afterLogout().toString());
    parameters.put("state", AuthorizationRequest.secret(random));
    return browser.open(Form.with(endSession, parameters)).status();
  }

  private URI afterLogout() {
    List<String> declared = client.postLogoutRedirectUris();
    List<String> known = declared.isEmpty() ? client.redirectUris() : declared;
    return RedirectAddress.choose(known, RETURN_PATH)
        .map(address -> address.at(redirect.port()))
        .orElseGet(redirect::redirectUri);
  }
}
