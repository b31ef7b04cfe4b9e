package fr.socle.mss.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhiteListTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final WhiteList list =
      new WhiteList(
          Clock.fixed(NOW, ZoneOffset.UTC), () -> Set.of("medecin.mssante.fr", WhiteList.CITIZENS));

  @Test
  void theDomainsOfTheMailboxesAreListed() {
    assertThat(list.lists("Medecin.mssante.fr")).isTrue();
    assertThat(list.lists("gmail.com")).isFalse();
    assertThat(list.generatedAt()).isEqualTo(NOW);
  }

  @Test
  void citizensAreTrustedAndNotPublished() {
    assertThat(list.lists(WhiteList.CITIZENS)).isTrue();
    assertThat(list.entries())
        .extracting(WhiteList.Entry::name)
        .containsExactly("medecin.mssante.fr");
  }

  @Test
  void aDomainThatIsTakenOffIsNoLongerTrusted() {
    list.remove("medecin.mssante.fr");

    assertThat(list.lists("medecin.mssante.fr")).isFalse();
    assertThat(list.entries()).isEmpty();
  }

  @Test
  void aDomainMayHaveSeveralCertificates() {
    list.add(entry("CN=a"));
    list.add(entry("CN=b"));
    list.add(entry("CN=b"));

    assertThat(list.entries())
        .extracting(WhiteList.Entry::dn)
        .containsExactly("CN=a", "CN=b", WhiteList.OWN_DN);
  }

  private static WhiteList.Entry entry(String dn) {
    return new WhiteList.Entry("hopital.mssante.fr", "HOPITAL", dn, "r", "s", NOW);
  }
}
