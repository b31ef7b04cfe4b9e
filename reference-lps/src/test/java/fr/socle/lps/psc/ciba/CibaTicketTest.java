package fr.socle.lps.psc.ciba;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.lps.mutant.Defects;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CibaTicketTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void readsWhatTheProviderGives() throws Exception {
    CibaTicket ticket =
        of("{\"auth_req_id\":\"d1\",\"expires_in\":60,\"interval\":2}").orElseThrow();

    assertThat(ticket.authReqId()).isEqualTo("d1");
    assertThat(ticket.interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(ticket.expiry()).isEqualTo(NOW.plusSeconds(60));
    assertThat(ticket.toString()).doesNotContain("d1");
  }

  @Test
  void waitsFiveSecondsWhenNoIntervalIsGiven() throws Exception {
    CibaTicket ticket = of("{\"auth_req_id\":\"d1\",\"expires_in\":60}").orElseThrow();

    assertThat(ticket.interval()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void neverAsksWithoutPause() throws Exception {
    CibaTicket ticket =
        of("{\"auth_req_id\":\"d1\",\"expires_in\":60,\"interval\":0}").orElseThrow();

    assertThat(ticket.interval()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void isNothingWithoutAnIdentifier() throws Exception {
    assertThat(of("{\"expires_in\":60}")).isEmpty();
  }

  private static Optional<CibaTicket> of(String answer) throws Exception {
    return CibaTicket.of(JsonMapper.builder().build().readTree(answer), NOW, Defects.none());
  }
}
