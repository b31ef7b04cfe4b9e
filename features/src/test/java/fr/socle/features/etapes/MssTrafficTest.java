package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.client.api.Exchange;
import java.time.Instant;
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
