package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.client.api.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MssTrafficTest {
  @Test
  void aMailboxIsUsedByWhoOpensOrReadsIt() {
    assertThat(List.of("IMAP AUTHENTICATE", "IMAP UID", "IMAP SELECT", "SMTP message"))
        .allMatch(each -> MssTraffic.isUse(exchange(each, "")));
    assertThat(List.of("IMAP IDLE", "IMAP CLOSE", "IMAP UNSELECT", "IMAP STARTTLS", "IMAP LOGOUT"))
        .noneMatch(each -> MssTraffic.isUse(exchange(each, "")));
  }

  @Test
  void anOpenSessionIsOneThatSomebodyOpened() {
    assertThat(List.of("IMAP NOOP", "IMAP SELECT", "IMAP UID"))
        .allMatch(each -> MssTraffic.isInOpenSession(exchange(each, "")));
    assertThat(List.of("IMAP CAPABILITY", "IMAP STARTTLS", "IMAP AUTHENTICATE", "SMTP EHLO"))
        .noneMatch(each -> MssTraffic.isInOpenSession(exchange(each, "")));
  }

  @Test
  void addressesAreReadWhereThereAreSome() {
    assertThat(MssDirectorySteps.isReading(exchange("ANN FHIR search PractitionerRole", "")))
        .isTrue();
    assertThat(
            MssDirectorySteps.isReading(
                exchange("ANN extraction", "Extraction_Correspondance_MSSante")))
        .isTrue();
    assertThat(MssDirectorySteps.isReading(exchange("ANN extraction", "PS_LibreAcces"))).isFalse();
  }

  @Test
  void aTokenTellsWhenItEnds() {
    byte[] asked = asked("{\"exp\":1700000000}");

    assertThat(MssTokens.expiryOf(asked)).contains(Instant.ofEpochSecond(1_700_000_000));
    assertThat(MssTokens.expiryOf(asked("{\"iat\":1700000000}"))).isEmpty();
    assertThat(MssTokens.expiryOf("A1 AUTHENTICATE XOAUTH2".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  private static byte[] asked(String claims) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    String token =
        "e30." + url.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2lnbmF0dXJl";
    String response = "user=m@a.fr\u0001auth=Bearer " + token + "\u0001\u0001";
    return ("A1 AUTHENTICATE XOAUTH2 "
            + Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8))
            + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Exchange exchange(String transaction, String extraction) {
    return new Exchange(
        1,
        "e",
        null,
        "mss",
        "mss.imap",
        Exchange.Kind.SESSION,
        transaction,
        Instant.EPOCH,
        100,
        "",
        "",
        null,
        null,
        JsonNodeFactory.instance.objectNode().put("extraction", extraction),
        null,
        List.of(),
        20,
        20,
        List.of());
  }
}
