package fr.socle.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be armed depends on what the listeners speak, and on the parameters. */
class FaultPlanTest {
  private static final FaultRequest STATUS =
      new FaultRequest("courrier", "statut-http", Map.of("code", "503"), null, null);
  private static final ListenerSpec LINES =
      new ListenerSpec("courrier.lignes", "courrier", 0, Tls.CLIENT_ASKED).speaking("smtp");

  @Test
  void aStatusIsOnlyForServicesThatSpeakHttp() {
    assertThatThrownBy(() -> plan(LINES).arm(STATUS, null))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("HTTP");

    ListenerSpec web = new ListenerSpec("courrier.web", "courrier", 1, Tls.SERVER_ONLY);
    assertThat(plan(LINES, web).arm(STATUS, null).fault()).isEqualTo("statut-http");
  }

  @Test
  void aFaultIsTakenWhenItsParametersSuit() {
    FaultPlan plan = plan(LINES);
    FaultRequest request =
        new FaultRequest("courrier", "perdu", Map.of("adresse", "a@t.fr"), 1, null);
    assertThat(plan.arm(request, null).struck()).isZero();

    ExchangeFaults met = plan.meet(LINES, "");
    assertThat(met.take("perdu", given -> "b@t.fr".equals(given.get("adresse")))).isEmpty();
    assertThat(met.take("perdu", given -> "a@t.fr".equals(given.get("adresse")))).isPresent();
    assertThat(met.take("perdu", given -> true)).isEmpty();
    assertThat(met.played()).containsExactly("perdu");
  }

  private static FaultPlan plan(ListenerSpec... listeners) {
    return new FaultPlan(
        new FaultCatalogue(List.of(new Mail())), List.of(listeners), (spec, face) -> {});
  }

  /** A service with one fault. */
  private static final class Mail implements MockService {
    @Override
    public String name() {
      return "courrier";
    }

    @Override
    public List<ListenerSpec> listeners() {
      return List.of(LINES);
    }

    @Override
    public List<FaultKind> faults() {
      return List.of(new FaultKind("courrier", "perdu", "Perd.", List.of("adresse")));
    }

    @Override
    public CheckBook checks() {
      return CheckBook.builder().build();
    }

    @Override
    public ServiceInstance open(ServiceContext context) {
      throw new IllegalStateException("not opened here");
    }
  }
}
