package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.PscSettings;
import fr.socle.psc.service.ciba.Ciba;
import fr.socle.psc.service.ciba.CibaGrant;
import java.util.List;

/** The two listeners of Pro Santé Connect and what they serve (psc.md 1.1). */
public final class PscEndpoints {
  private static final List<String> GET = List.of("GET");
  private static final List<String> POST = List.of("POST");
  private static final List<String> BOTH = List.of("GET", "POST");

  private final Router backChannel = new Router();
  private final Router wallet = new Router();

  /**
   * The endpoints of one space.
   *
   * @param issuer issuer that tokens name; not that of the addresses with the legacy one
   */
  public PscEndpoints(
      String spaceId,
      PscAddresses addresses,
      String issuer,
      PscSettings settings,
      ProSanteConnect psc,
      Ciba ciba) {
    SessionCookie cookie = new SessionCookie(spaceId);
    Pages pages = new Pages();
    MetadataHandlers metadata = new MetadataHandlers(addresses, issuer, psc.keys());
    IntrospectionHandler introspection = new IntrospectionHandler(psc.introspection());
    AuthorizationHandlers authorization =
        new AuthorizationHandlers(psc.authorization(), psc.professionals(), cookie, pages);
    PhonePage phone = new PhonePage(ciba.phones(), psc.professionals(), psc.time(), pages);
    LogoutHandler logout = new LogoutHandler(psc.logout(), cookie, pages);

    String wellKnown = PscAddresses.REALM + "/.well-known/";
    String connect = PscAddresses.REALM + "/protocol/openid-connect/";
    backChannel
        .on(
            wellKnown + "wallet-openid-configuration",
            GET,
            Transactions.DISCOVERY,
            metadata::discovery)
        .on(connect + "certs", GET, Transactions.JWKS, metadata::keys)
        .on(
            connect + "token",
            POST,
            Transactions.TOKEN,
            new TokenHandler(psc.tokens().with(CibaGrant.TYPE, ciba.grant())))
        .on(connect + "ext/ciba/auth", POST, Transactions.CIBA, new CibaHandler(ciba.desk()))
        .on(connect + "token/introspect", POST, Transactions.INTROSPECT, introspection::introspect)
        .on(connect + "revoke", POST, Transactions.REVOKE, introspection::revoke)
        .on(connect + "userinfo", BOTH, Transactions.USERINFO, new UserinfoHandler(psc.userinfo()))
        .on(connect + "logout", BOTH, Transactions.LOGOUT, logout);
    if (settings.standardDiscovery()) {
      backChannel.on(
          wellKnown + "openid-configuration", GET, Transactions.DISCOVERY, metadata::discovery);
    }
    if (!settings.strict()) {
      backChannel.on(
          connect + "auth", GET, null, (request, faults) -> toWallet(addresses, request));
    }
    backChannel
        .announced(connect + "auth/device")
        .announced(connect + "ext/par/request")
        .announced(connect + "login-status-iframe.html")
        .announced(PscAddresses.REALM + "/clients-registrations/openid-connect");
    Stakes stakes = new Stakes(psc.holders(), ciba, cookie);
    backChannel
        .concerning(connect + "token", stakes::token)
        .concerning(connect + "ext/ciba/auth", stakes::ciba)
        .concerning(connect + "token/introspect", stakes::introspection)
        .concerning(connect + "revoke", stakes::introspection)
        .concerning(connect + "userinfo", stakes::userinfo)
        .concerning(connect + "logout", stakes::logout);
    wallet
        .concerning("/auth", stakes::authorize)
        .concerning("/auth/", stakes::authorize)
        .concerning("/login-page", stakes::login)
        .on("/auth", BOTH, Transactions.AUTHORIZE, authorization::authorize)
        // psc.md 1.1, trap 4 (S: DRUPAL)
        .on("/auth/", BOTH, Transactions.AUTHORIZE, authorization::authorize)
        .on("/login-page", POST, Transactions.LOGIN, authorization::login)
        .on("/telephone", GET, null, phone::show)
        .on("/telephone/reponse", POST, Transactions.PHONE, phone::answer);
  }

  /** The back channel, where a client certificate may be presented. */
  public HttpEndpoint backChannel() {
    return backChannel;
  }

  /** The front page. */
  public HttpEndpoint wallet() {
    return wallet;
  }

  // psc.md 1.1, trap 3: a client of the realm's own endpoint bypasses the front page (A)
  private static Served toWallet(PscAddresses addresses, IncomingRequest request) {
    int mark = request.target().indexOf('?');
    String query = mark < 0 ? "" : request.target().substring(mark);
    return Served.plain(Answer.empty(302).with("Location", addresses.authorization() + query));
  }
}
