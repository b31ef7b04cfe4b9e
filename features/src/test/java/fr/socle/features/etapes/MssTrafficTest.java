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
  void aSessionIsReopenedByWhoAuthenticatesAfterTheCut() {
    Exchange before = at(1, "IMAP AUTHENTICATE");
    Exchange cut = at(2, "IMAP UID", "coupure");
    Exchange after = at(3, "IMAP AUTHENTICATE");

    assertThat(MssTraffic.isReopened(List.of(before, cut, after))).isTrue();
    assertThat(MssTraffic.isReopened(List.of(before, cut))).isFalse();
    assertThat(MssTraffic.isReopened(List.of(before, after))).isFalse();
    assertThat(MssTraffic.isReopened(List.of(cut, at(3, "IMAP AUTHENTICATE", "coupure"))))
        .isFalse();
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
    return exchange(1, transaction, extraction, List.of());
  }

  private static Exchange at(long second, String transaction, String... faults) {
    return exchange(second, transaction, "", List.of(faults));
  }

  private static Exchange exchange(
      long second, String transaction, String extraction, List<String> faults) {
    return new Exchange(
        second,
        "e",
        null,
        "mss",
        "mss.imap",
        Exchange.Kind.SESSION,
        transaction,
        Instant.EPOCH.plusSeconds(second),
        100,
        "",
        "",
        null,
        null,
        JsonNodeFactory.instance.objectNode().put("extraction", extraction),
        null,
        faults,
        20,
        20,
        List.of());
  }
}
