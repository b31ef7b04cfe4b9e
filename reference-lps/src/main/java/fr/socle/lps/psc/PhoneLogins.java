package fr.socle.lps.psc;

import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.psc.ciba.Channel;
import fr.socle.lps.reseau.Wire;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logins on phones and card readers that one relying party asks for several professionals at once
 * (psc.md 2.2, 2.7), without a browser anywhere. Thread-safe.
 */
public final class PhoneLogins {

  private final PscClient client;
  private final LoginSettings settings;
  private final BackChannel backChannel;
  private final IdTokenValidator idTokens;
  private final Renewal renewal;

  /**
   * Prepares logins at the provider of a bench.
   *
   * @param client the relying party
   * @param wire presents its certificate
   * @throws DescriptorRefused when the descriptor does not say where the provider is
   */
  public PhoneLogins(BenchDescriptor bench, PscClient client, Wire wire, LoginSettings settings)
      throws DescriptorRefused {
    Defects none = Defects.none();
    this.client = client;
    this.settings = settings;
    this.backChannel =
        new BackChannel(wire, wire, bench.url("psc.discovery"), client, settings.clock(), none);
    this.idTokens = new IdTokenValidator(new KeyRing(backChannel::keys), settings.clock(), none);
    this.renewal = new Renewal(backChannel, client.clientId(), idTokens, settings.clock(), none);
  }

  /**
   * Asks somebody to log in and waits until he has.
   *
   * @param number what he compares
   * @throws PscProblem when nobody is logged in
   */
  public PscSession login(String nationalId, Channel channel, String number)
      throws PscProblem, InterruptedException {
    try (CibaLogin ciba =
        new CibaLogin(settings, client.clientId(), Defects.none(), backChannel, idTokens)) {
      return ciba.begin(nationalId, channel, number).await();
    }
  }

  /** Whether the token to exchange has to be renewed first. */
  public boolean expired(PscSession session) {
    return session.tokens().expired(settings.clock().instant());
  }

  /**
   * The session with new tokens.
   *
   * @throws PscFailure when the session is over or the provider does not answer
   */
  public PscSession renewed(PscSession session) throws PscProblem, InterruptedException {
    return renewal.of(session);
  }

  /** Ends a session at the provider: psc.md 2.4 (S: PROXY). */
  public void logout(PscSession session) throws PscProblem, InterruptedException {
    URI endSession = backChannel.provider().endSession();
    if (endSession != null) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("client_id", client.clientId());
      form.put("id_token_hint", String.valueOf(session.tokens().id()));
      backChannel.endSession(endSession, form);
    }
  }
}
