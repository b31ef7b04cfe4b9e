package fr.socle.psc.service;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Pro Santé Connect in one space: everything it holds and its desks. Thread-safe. */
public final class ProSanteConnect {
  private final SpaceTime time;
  private final RelyingParties clients;
  private final ClientGate gate;
  private final Sessions sessions;
  private final Codes codes;
  private final TokenLedger ledger;
  private final SigningKeys keys;
  private final LoginScript script = new LoginScript();
  private final ProfessionalDirectory professionals;
  private final AuthorizationDesk authorization;
  private final TokenDesk tokens;
  private final UserinfoDesk userinfo;
  private final IntrospectionDesk introspection;
  private final ClaimsWanted wanted = new ClaimsWanted();
  private final LogoutNotices notices = new LogoutNotices();
  private final SessionClosing closing;
  private final LogoutDesk logout;

  /**
   * Opens in a space.
   *
   * @param issuer issuer identifier
   * @param keyPairs makes RSA key pairs for signing
   * @param spareKeys keys shared with other spaces
   * @param preset clients it knows from the beginning
   * @param backChannel posts to relying parties
   * @param requestObjects reads request objects at relying parties
   */
  public ProSanteConnect(
      String issuer,
      PscSettings settings,
      Clock clock,
      RandomGenerator random,
      Supplier<KeyPair> keyPairs,
      SpareKeys spareKeys,
      ProfessionalDirectory professionals,
      List<RelyingParty> preset,
      BackChannel backChannel,
      RequestObjectSource requestObjects) {
    Unguessable unguessable = new Unguessable(random);
    this.keys = new SigningKeys(keyPairs, spareKeys);
    this.professionals = professionals;
    this.time = new SpaceTime(clock);
    this.clients = new RelyingParties(preset);
    this.sessions = new Sessions(settings, time, unguessable);
    this.codes = new Codes(settings, time);
    this.ledger = new TokenLedger(time, sessions, professionals, notices);
    TokenMint mint = new TokenMint(issuer, settings, time, unguessable, keys, ledger, wanted);
    this.gate = new ClientGate(clients, settings.strict());
    this.authorization =
        new AuthorizationDesk(
            issuer,
            settings,
            time,
            unguessable,
            clients,
            professionals,
            sessions,
            codes,
            ledger,
            script,
            wanted,
            new RequestObjectIntake(requestObjects, keys));
    LoginTokens loginTokens = new LoginTokens(sessions, professionals, mint, settings);
    this.tokens =
        new TokenDesk(
            gate,
            loginTokens,
            Map.of(
                "authorization_code",
                new CodeGrant(codes, sessions, loginTokens),
                "refresh_token",
                new RefreshGrant(ledger, settings, loginTokens)));
    this.userinfo =
        new UserinfoDesk(
            settings, ledger, sessions, professionals, unguessable, issuer, clients, keys, wanted);
    this.introspection = new IntrospectionDesk(gate, ledger, sessions, settings);
    LogoutTokens logoutTokens = new LogoutTokens(issuer, settings, time, unguessable, keys);
    this.closing =
        new SessionClosing(
            issuer, clients, sessions, time, unguessable, logoutTokens, notices, backChannel);
    this.logout = new LogoutDesk(clients, sessions, closing, ledger, unguessable);
  }

  /** Authorization requests and the login page. */
  public AuthorizationDesk authorization() {
    return authorization;
  }

  /** Token requests. */
  public TokenDesk tokens() {
    return tokens;
  }

  /** Userinfo requests. */
  public UserinfoDesk userinfo() {
    return userinfo;
  }

  /** Introspection and revocation. */
  public IntrospectionDesk introspection() {
    return introspection;
  }

  /** End-session requests. */
  public LogoutDesk logout() {
    return logout;
  }

  /** Ends sessions and tells relying parties. */
  public SessionClosing closing() {
    return closing;
  }

  /** What relying parties were told of the end of sessions. */
  public LogoutNotices notices() {
    return notices;
  }

  /** Where relying parties authenticate. */
  public ClientGate gate() {
    return gate;
  }

  /** Relying parties. */
  public RelyingParties clients() {
    return clients;
  }

  /** Whose what is. */
  public Holders holders() {
    return new Holders(sessions, codes, ledger, script, authorization);
  }

  /** Sessions. */
  public Sessions sessions() {
    return sessions;
  }

  /** Tokens handed out. */
  public TokenLedger ledger() {
    return ledger;
  }

  /** Signing keys. */
  public SigningKeys keys() {
    return keys;
  }

  /** What the person in front of the login page does. */
  public LoginScript script() {
    return script;
  }

  /** Who can log in. */
  public ProfessionalDirectory professionals() {
    return professionals;
  }

  /** Time of the space. */
  public SpaceTime time() {
    return time;
  }

  /** Makes everything held older. */
  public void age(Duration by) {
    time.age(by);
  }

  /** Forgets everything that was not there at the beginning; the signing key stays. */
  public void reset() {
    authorization.reset();
    logout.reset();
    notices.reset();
    script.reset();
    wanted.reset();
    codes.reset();
    ledger.reset();
    sessions.reset();
    clients.reset();
  }
}
