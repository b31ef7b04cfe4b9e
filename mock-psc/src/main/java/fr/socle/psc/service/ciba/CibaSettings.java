package fr.socle.psc.service.ciba;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.Settings;
import fr.socle.psc.service.Session.Means;
import fr.socle.psc.service.SettingReader;
import java.time.Duration;

/**
 * Settings of CIBA in a space.
 *
 * @param life {@code psc.ciba-expires-seconds}, 120, psc.md 1.3 (S: PROXY)
 * @param interval {@code psc.ciba-interval-seconds}, 5, psc.md 1.3 (K)
 * @param authReqIdLength {@code psc.ciba-auth-req-id-length}: least number of characters of an
 *     {@code auth_req_id}, 1000 (A: that it is long is psc.md 2.2, S: KC-SRC)
 * @param channel {@code psc.ciba-channel}: where a request without {@code channel} goes, {@code
 *     MOBILE} (A)
 * @param standardUnknownUser {@code psc.ciba-unknown-user=unknown_user_id}: the word of CIBA Core
 *     13 for an unknown person (A); default {@code invalid_request}, psc.md 1.6 (S: KC-SRC)
 * @param refusesOtherAcr {@code psc.acr-values=required}: refuses a request without {@code eidas1}
 *     (A)
 */
public record CibaSettings(
    Duration life,
    Duration interval,
    int authReqIdLength,
    Means channel,
    boolean standardUnknownUser,
    boolean refusesOtherAcr) {
  private static final int LONGEST_ID = 8_000;

  /**
   * Reads the settings of a space.
   *
   * @throws InvalidControlRequestException when a value is not one of those allowed
   */
  public static CibaSettings read(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    return new CibaSettings(
        reader.seconds("psc.ciba-expires-seconds", 120),
        reader.seconds("psc.ciba-interval-seconds", 5),
        reader.number("psc.ciba-auth-req-id-length", 1000, 1, LONGEST_ID),
        Means.valueOf(reader.word("psc.ciba-channel", "MOBILE", "CARD")),
        "unknown_user_id"
            .equals(reader.word("psc.ciba-unknown-user", "invalid_request", "unknown_user_id")),
        "required".equals(reader.word("psc.acr-values", "reported", "required")));
  }
}
